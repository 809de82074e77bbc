/** A file that cannot be opened, or a book that cannot be saved, gets a sentence: what it is and what to do. */
import { openFile } from "../../src/workbench/files";
import {
  emptyBook,
  emptySheet,
  FileRefusal,
  readXlsx,
  writeXlsx,
  type Book,
  type RefusalCode,
} from "../../src/xlsx";
import { fixture, unzip, zip } from "./zip";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const ole = (text: string): Uint8Array =>
  Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...[...text].flatMap((one) => [one.charCodeAt(0), 0]),
  ]);
const good = fixture("shared.xlsx");
const changed = (path: string, content: string | undefined): Uint8Array => {
  const files = unzip(good);
  if (content === undefined) delete files[path];
  else files[path] = bytes(content);
  return zip(files);
};
const package_ = (main: string, type: string, content: string): Uint8Array =>
  zip({
    "[Content_Types].xml": bytes(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${main}" ContentType="${type}"/></Types>`,
    ),
    "_rels/.rels": bytes(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${main}"/></Relationships>`,
    ),
    [main]: bytes(content),
  });
const WORD =
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const SLIDES =
  "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
const SHEET =
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

test.each<
  [what: string, file: () => Uint8Array, code: RefusalCode, sentence: RegExp]
>([
  ["an empty file", () => new Uint8Array(), "Empty", /empty \(0 bytes\)/],
  [
    "a text",
    () => bytes("Id;Name\n1;a"),
    "NotAZip",
    /not an Excel workbook.*save it as an Excel workbook/,
  ],
  [
    "an old .xls",
    () => ole("Workbook"),
    "LegacyXls",
    /Excel 97-2003 format \(\.xls\)/,
  ],
  [
    "an encrypted workbook",
    () => ole("EncryptionInfo EncryptedPackage"),
    "Encrypted",
    /encrypted with a password.*take the password off/,
  ],
  [
    "a workbook cut in half",
    () => good.slice(0, good.length >> 1),
    "Truncated",
    /damaged or was cut off/,
  ],
  [
    "a workbook without its last bytes",
    () => good.slice(0, good.length - 30),
    "Truncated",
    /damaged or was cut off/,
  ],
  [
    "a Word document",
    () => package_("word/document.xml", WORD, "<document/>"),
    "NotAWorkbook",
    /a Word document, not an Excel workbook/,
  ],
  [
    "a presentation",
    () => package_("ppt/presentation.xml", SLIDES, "<presentation/>"),
    "NotAWorkbook",
    /a PowerPoint presentation/,
  ],
  [
    "a zip of pictures",
    () => zip({ "a.png": bytes("x") }),
    "NotAWorkbook",
    /a zip archive without a workbook/,
  ],
  [
    "an OpenDocument file",
    () =>
      zip({
        mimetype: bytes("application/vnd.oasis.opendocument.spreadsheet"),
        "content.xml": bytes("<a/>"),
      }),
    "OpenDocument",
    /OpenDocument file/,
  ],
  [
    "a binary workbook",
    () =>
      package_(
        "xl/workbook.bin",
        "application/vnd.ms-excel.sheet.binary.macroEnabled.main",
        "x",
      ),
    "BinaryWorkbook",
    /binary workbook \(\.xlsb\)/,
  ],
  [
    "a strict workbook",
    () =>
      package_(
        "xl/workbook.xml",
        SHEET,
        '<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>',
      ),
    "StrictWorkbook",
    /Strict Open XML/,
  ],
  [
    "a sheet that is no XML",
    () => changed("xl/worksheets/sheet1.xml", "<worksheet><sheetData>"),
    "BrokenXml",
    /part "xl\/worksheets\/sheet1\.xml" is not well-formed XML/,
  ],
  [
    "an empty part",
    () => changed("xl/styles.xml", ""),
    "BrokenXml",
    /xl\/styles\.xml/,
  ],
  [
    "a missing sheet",
    () => changed("xl/worksheets/sheet1.xml", undefined),
    "BrokenXml",
    /the sheet "Data" is listed, but its part is missing/,
  ],
  [
    "an entity bomb",
    () =>
      changed(
        "xl/workbook.xml",
        '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]><workbook>&c;</workbook>',
      ),
    "BrokenXml",
    /not well-formed/,
  ],
  [
    "dates from 1904",
    () => fixture("date1904.xlsx"),
    "Date1904",
    /counts its dates from 1904/,
  ],
])("%s is refused", async (_, file, code, sentence) => {
  const refusal = await openFile(file()).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(FileRefusal);
  expect((refusal as FileRefusal).code).toBe(code);
  expect((refusal as FileRefusal).message).toMatch(sentence);
});

test("a file that unpacks to more than the limit is refused before it is unpacked", async () => {
  const files = unzip(good);
  // Half a gigabyte of zeros packs into half a megabyte; here only the declared size is forged.
  const packed = zip({ ...files, "xl/media/image1.bin": new Uint8Array(16) });
  const view = new DataView(
    packed.buffer,
    packed.byteOffset,
    packed.byteLength,
  );
  const name = bytes("xl/media/image1.bin");
  for (let at = 0; at + 46 < packed.length; at++)
    if (
      view.getUint32(at, true) === 0x02014b50 &&
      name.every((byte, index) => packed[at + 46 + index] === byte)
    )
      view.setUint32(at + 24, 500 * 1024 * 1024, true);
  await expect(readXlsx(packed)).rejects.toMatchObject({
    code: "TooLarge",
    message: expect.stringContaining("limit is 400 MB"),
  });
});

test("a workbook with macros keeps them and its ending", async () => {
  const files = unzip(good);
  const types = new TextDecoder().decode(files["[Content_Types].xml"]);
  files["[Content_Types].xml"] = bytes(
    types
      .replace(SHEET, "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
      .replace(
        "</Types>",
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
      ),
  );
  const rels = new TextDecoder().decode(files["xl/_rels/workbook.xml.rels"]);
  files["xl/_rels/workbook.xml.rels"] = bytes(
    rels.replace(
      "</Relationships>",
      '<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
    ),
  );
  files["xl/vbaProject.bin"] = bytes("macros");
  const opened = await readXlsx(zip(files));
  expect(opened.extension).toBe("xlsm");
  const saved = unzip(await writeXlsx(opened.book, opened));
  expect(new TextDecoder().decode(saved["xl/vbaProject.bin"])).toBe("macros");
  expect(new TextDecoder().decode(saved["[Content_Types].xml"])).toContain(
    "sheet.macroEnabled.main+xml",
  );
});

const with_ = (change: (book: Book) => void): Book => {
  const book = emptyBook("One");
  change(book);
  return book;
};

test.each<[what: string, book: Book, sentence: RegExp]>([
  ["no sheet", with_((book) => void book.sheets.pop()), /has no sheet/],
  [
    "only hidden sheets",
    with_((book) => void (book.sheets[0]!.visibility = "hidden")),
    /Every sheet of the workbook is hidden/,
  ],
  [
    "a sheet's name that is too long",
    with_((book) => void (book.sheets[0]!.name = "x".repeat(32))),
    /1 to 31 characters/,
  ],
  [
    "a sheet's name with a slash",
    with_((book) => void (book.sheets[0]!.name = "a/b")),
    /"a\/b" cannot be a sheet's name/,
  ],
  [
    "two sheets of one name",
    with_((book) => void book.sheets.push(emptySheet("s2", "ONE"))),
    /Two sheets are called "ONE"/,
  ],
  [
    "a text that is too long",
    with_(
      (book) =>
        void (book.sheets[0]!.cells[1] = { 1: { value: "x".repeat(32_768) } }),
    ),
    /The text in One!B2 has 32768 characters; a cell holds at most 32767/,
  ],
  [
    "a number that is none",
    with_((book) => void (book.sheets[0]!.cells[0] = { 0: { value: NaN } })),
    /One!A1 holds NaN/,
  ],
])("%s cannot be saved", async (_, book, sentence) => {
  await expect(writeXlsx(book)).rejects.toMatchObject({
    name: "FileRefusal",
    code: "Unsaveable",
    message: expect.stringMatching(sentence),
  });
});
