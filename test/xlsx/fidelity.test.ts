/** Files made by other writers, opened and saved: nothing is lost, and what is touched says the same. */
import {
  losses,
  readXlsx,
  writeXlsx,
  type Book,
  type OpenedFile,
} from "../../src/xlsx";
import { saveFile } from "../../src/workbench/files";
import {
  describeWithLibreOffice,
  recalculate,
  sheetValues,
} from "../libreoffice/harness";
import {
  canonical,
  fixture,
  isXml,
  missing,
  text,
  unzip,
  type Files,
} from "./zip";

jest.setTimeout(120_000);

const functionNames = ["FUNNEL.REQUIRED_MQLS"];
const FIXTURES = [
  "everything.xlsx",
  "libreoffice.xlsx",
  "shared.xlsx",
  "date1904.xlsx",
];

const open = (name: string): Promise<OpenedFile> =>
  readXlsx(fixture(name), { functionNames });

/** What may differ in a file that nobody changed: counters, and what readers compute anyway. */
const insignificant = (line: string): string =>
  line
    .replace(/^(<sst)( count=\S+)?( uniqueCount=\S+)?/, "$1")
    .replace(/^(<(?:row|c) .*?) spans=[\d:]+/, "$1")
    .replace(/^(<c .*?) s=0(?= |>)/, "$1")
    .replace(
      /^(<(?:fonts|fills|borders|cellXfs|dxfs|numFmts|mergeCells|tableParts).*?) count=\d+/,
      "$1",
    );

describe.each(FIXTURES)("%s", (name) => {
  test("saved without a change it has every part and every element, and each says the same", async () => {
    const opened = await open(name);
    const saved = await writeXlsx(opened.book, opened);
    const [before, after] = [unzip(opened.original), unzip(saved)];
    expect(missing(before, after)).toEqual([]);
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
    for (const path of Object.keys(before)) {
      if (!isXml(path))
        expect([path, after[path]]).toEqual([path, before[path]]);
      else {
        const lines = (files: Files) =>
          canonical(text(files[path])).map(insignificant);
        const same =
          path === "[Content_Types].xml" || path.endsWith(".rels")
            ? (files: Files) =>
                lines(files)
                  .filter((line) => line.trim() !== "")
                  .sort()
            : lines;
        expect([path, same(after)]).toEqual([path, same(before)]);
      }
    }
    expect(losses(opened, saved)).toEqual([]);
  });

  test("saved after an edit it lacks nothing that losses() does not name", async () => {
    const opened = await open(name);
    const book = edited(opened.book);
    const { bytes, losses: named } = await saveFile(book, opened);
    const covered = new Set(
      named.flatMap(({ part, element, includes }) =>
        element === undefined
          ? [part]
          : [element, ...includes].map((one) => `${part} ${one}`),
      ),
    );
    const unnamed = missing(unzip(opened.original), unzip(bytes)).filter(
      (key) =>
        !covered.has(key) &&
        !covered.has(key.split(" ")[0]!) &&
        // A type belongs to its part, which is named itself.
        !key.startsWith("[Content_Types].xml "),
    );
    expect(unnamed).toEqual([]);
  });

  test("saved after an edit it is consistent: types, links, ids and positions", async () => {
    const opened = await open(name);
    expect(faults(unzip(await writeXlsx(edited(opened.book), opened)))).toEqual(
      [],
    );
  });
});

/** A value, a style, a column, a merge, a name and a sheet changed or added; the last sheet deleted where there are several. */
function edited(original: Book): Book {
  const book = structuredClone(original);
  const [first] = book.sheets;
  book.styles.push({
    font: { bold: true, color: "#00B050" },
    numberFormat: "0.000",
    fill: "#EEEEEE",
  });
  first!.cells[40] = {
    1: { value: "new text" },
    2: { value: 42, style: book.styles.length - 1 },
    3: { formula: "C41*2", value: 84 },
  };
  first!.columns[12] = { width: 33 };
  first!.merges.push("M40:N41");
  if (book.sheets.length > 2) book.sheets.pop();
  book.names = book.names.filter(
    ({ sheet }) =>
      sheet === undefined || book.sheets.some(({ id }) => id === sheet),
  );
  book.names.push({ name: "Brand_new", refersTo: "'Added one'!$A$1" });
  book.sheets.splice(1, 0, {
    id: "added",
    name: "Added one",
    visibility: "visible",
    showGridlines: false,
    cells: {
      0: { 0: { value: "H1" }, 1: { value: "H2" } },
      1: { 0: { value: 1 } },
    },
    columns: {},
    rows: {},
    merges: [],
    tables: [
      {
        name: "Added_table",
        ref: "A1:B3",
        headers: true,
        totals: false,
        columns: ["H1", "H2"],
        style: "TableStyleLight1",
      },
    ],
    validations: [],
    conditionalFormats: [
      {
        ref: "A2:A3",
        type: "expression",
        formulas: ["A2>0"],
        style: { fill: "#FFFF00" },
      },
    ],
  });
  book.customXml.push({
    id: "{00000000-0000-4000-8000-000000000001}",
    xml: '<p:plan xmlns:p="urn:x"/>',
  });
  return book;
}

/** Whatever makes Excel offer a repair, as far as it can be seen from outside. */
function faults(files: Files): string[] {
  const found: string[] = [];
  const types = text(files["[Content_Types].xml"]);
  const overrides = [...types.matchAll(/PartName="\/([^"]*)"/g)].map(
    (match) => match[1]!,
  );
  for (const path of overrides)
    if (files[path] === undefined) found.push(`type of a missing part ${path}`);
  if (new Set(overrides).size !== overrides.length)
    found.push("a part has two types");
  const defaults = [...types.matchAll(/Extension="([^"]*)"/gi)].map((match) =>
    match[1]!.toLowerCase(),
  );
  for (const path of Object.keys(files))
    if (
      path !== "[Content_Types].xml" &&
      !overrides.includes(path) &&
      !defaults.includes(path.split(".").at(-1)!.toLowerCase())
    )
      found.push(`no type for ${path}`);
  for (const [path, bytes] of Object.entries(files)) {
    if (!path.endsWith(".rels")) continue;
    const owner = path.replace("_rels/", "").replace(/\.rels$/, "");
    const ids = new Set<string>();
    for (const [tag] of text(bytes).matchAll(/<Relationship [^>]*>/g)) {
      const id = /\bId="([^"]*)"/.exec(tag)![1]!;
      if (ids.has(id)) found.push(`${path}: ${id} twice`);
      ids.add(id);
      if (/TargetMode="External"/.test(tag)) continue;
      const target = /Target="([^"]*)"/.exec(tag)![1]!;
      const full = target.startsWith("/")
        ? target.slice(1)
        : new URL(target, `http://x/${owner}`).pathname.slice(1);
      if (files[decodeURI(full)] === undefined)
        found.push(`${path}: ${id} leads to missing ${full}`);
    }
    for (const [, id] of text(files[owner] ?? new Uint8Array()).matchAll(
      /\br:(?:id|embed|pict)="([^"]+)"/g,
    ))
      if (!ids.has(id!)) found.push(`${owner} uses unknown ${id}`);
  }
  const workbook = text(files["xl/workbook.xml"]);
  const sheets = [...workbook.matchAll(/<sheet [^>]*>/g)].map(([tag]) => tag);
  const attribute = (tag: string, name: string) =>
    new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  for (const name of ["name", "sheetId", "r:id"])
    if (
      new Set(sheets.map((tag) => attribute(tag, name))).size !== sheets.length
    )
      found.push(`sheets share a ${name}`);
  for (const [, local] of workbook.matchAll(/localSheetId="(\d+)"/g))
    if (Number(local) >= sheets.length) found.push(`localSheetId ${local}`);
  const active = Number(/activeTab="(\d+)"/.exec(workbook)?.[1] ?? 0);
  if (active >= sheets.length) found.push(`activeTab ${active}`);
  const styles = text(files["xl/styles.xml"]);
  const xfs = [
    .../<cellXfs[^>]*>([\s\S]*)<\/cellXfs>/.exec(styles)![1]!.matchAll(/<xf /g),
  ].length;
  const dxfs = [
    ...(/<dxfs[^>]*>([\s\S]*)<\/dxfs>/.exec(styles)?.[1] ?? "").matchAll(
      /<dxf[ >/]/g,
    ),
  ].length;
  const strings = [...text(files["xl/sharedStrings.xml"]).matchAll(/<si[ >/]/g)]
    .length;
  for (const [path, bytes] of Object.entries(files)) {
    if (!/worksheets\/[^/]+\.xml$/.test(path)) continue;
    const xml = text(bytes);
    const order = [
      "sheetPr",
      "dimension",
      "sheetViews",
      "sheetFormatPr",
      "cols",
      "sheetData",
      "sheetProtection",
      "protectedRanges",
      "autoFilter",
      "mergeCells",
      "conditionalFormatting",
      "dataValidations",
      "hyperlinks",
      "printOptions",
      "pageMargins",
      "pageSetup",
      "headerFooter",
      "rowBreaks",
      "customProperties",
      "ignoredErrors",
      "drawing",
      "legacyDrawing",
      "tableParts",
      "extLst",
    ];
    const places = order
      .map((name) =>
        name === "extLst"
          ? xml.lastIndexOf("<extLst>")
          : xml.search(new RegExp(`<${name}[ >/]`)),
      )
      .filter((place) => place >= 0);
    if (places.some((place, index) => index > 0 && place < places[index - 1]!))
      found.push(`${path}: parts in the wrong order`);
    for (const [, s] of xml.matchAll(/<c [^>]*\bs="(\d+)"/g))
      if (Number(s) >= xfs) found.push(`${path}: style ${s}`);
    for (const [, d] of xml.matchAll(/dxfId="(\d+)"/g))
      if (Number(d) >= dxfs) found.push(`${path}: dxf ${d}`);
    for (const [, v] of xml.matchAll(/<c [^>]*t="s"[^>]*><v>(\d+)</g))
      if (Number(v) >= strings) found.push(`${path}: string ${v}`);
    const rows = [...xml.matchAll(/<row [^>]*\br="(\d+)"/g)].map((match) =>
      Number(match[1]),
    );
    if (rows.some((row, index) => index > 0 && row <= rows[index - 1]!))
      found.push(`${path}: rows out of order`);
    const columns = [...xml.matchAll(/<col [^>]*>/g)].map(([tag]) => [
      Number(attribute(tag, "min")),
      Number(attribute(tag, "max")),
    ]);
    if (
      columns.some(
        ([min], index) => index > 0 && min! <= columns[index - 1]![1]!,
      )
    )
      found.push(`${path}: columns overlap`);
  }
  const tableIds = Object.keys(files)
    .filter((path) => /tables\/[^/]+\.xml$/.test(path))
    .map((path) => /<table [^>]*?\bid="(\d+)"/.exec(text(files[path]))![1]);
  if (new Set(tableIds).size !== tableIds.length)
    found.push("tables share an id");
  return found;
}

test("an edit changes what it changes and leaves the rest of its sheet as it was", async () => {
  const opened = await open("everything.xlsx");
  const again = await readXlsx(await writeXlsx(edited(opened.book), opened), {
    functionNames,
  });
  const [was, now] = [opened.book.sheets[0]!, again.book.sheets[0]!];
  expect(now.cells[40]![1]!.value).toBe("new text");
  expect(again.book.styles[now.cells[40]![2]!.style!]).toMatchObject({
    font: { bold: true, color: "#00B050" },
    numberFormat: "0.000",
    fill: "#EEEEEE",
  });
  expect({
    ...now,
    cells: { ...now.cells, 40: undefined },
    columns: { ...now.columns, 12: undefined },
    merges: [],
  }).toEqual({
    ...was,
    cells: { ...was.cells, 40: undefined },
    columns: { ...was.columns, 12: undefined },
    merges: [],
  });
  expect(again.book.sheets.map(({ name }) => name)).toEqual([
    "Budget",
    "Added one",
    "Lead data",
    "Lists",
    "Secret",
  ]);
  expect(again.book.names).toEqual(expect.arrayContaining(opened.book.names));
});

test("a deleted text does not travel on in the file", async () => {
  const opened = await open("everything.xlsx");
  opened.book.sheets[0]!.cells[10] = {};
  opened.book.sheets[0]!.cells[0]![0]!.value = "Other title";
  const saved = unzip(await writeXlsx(opened.book, opened));
  expect(
    Object.values(saved).some((bytes) =>
      text(bytes).includes("Budget 2027 &amp; &lt;plans"),
    ),
  ).toBe(false);
});

test("a renamed sheet is renamed in charts, text boxes, sparklines and print names", async () => {
  const opened = await open("everything.xlsx");
  opened.book.sheets[0]!.name = "It's new";
  opened.book.sheets[1]!.name = "Leads";
  const files = unzip(await writeXlsx(opened.book, opened));
  const chart = text(files["xl/charts/chart1.xml"]);
  expect(chart).toContain("<c:f>'It''s new'!$B$3:$E$3</c:f>");
  expect(chart).toContain("<c:f>Leads!$D$2:$D$21</c:f>");
  expect(text(files["xl/drawings/drawing1.xml"])).toContain(
    `textlink="'It''s new'!$A$1"`,
  );
  expect(text(files["xl/worksheets/sheet2.xml"])).toContain(
    "<xm:f>Leads!D2:D21</xm:f>",
  );
  expect(text(files["xl/workbook.xml"])).toContain("'It''s new'!$A$1:$E$14");
});

test("a shared formula is written out where one cell of it changes", async () => {
  const opened = await open("shared.xlsx");
  expect(opened.book.sheets[0]!.cells[3]![1]!.formula).toBe("A4*2+$A$1");
  opened.book.sheets[0]!.cells[0]![1]!.formula = "A1*3";
  const saved = await writeXlsx(opened.book, opened);
  const again = await readXlsx(saved);
  expect(
    [0, 1, 2, 3, 4].map((row) => again.book.sheets[0]!.cells[row]![1]!.formula),
  ).toEqual(["A1*3", "A2*2+$A$1", "A3*2+$A$1", "A4*2+$A$1", "A5*2+$A$1"]);
  expect(text(unzip(saved)["xl/worksheets/sheet1.xml"])).not.toContain(
    "shared",
  );
});

test("a writer's prefix on the main namespace reads as if there were none", async () => {
  const [prefixed, plain] = [
    await open("prefixed.xlsx"),
    await open("shared.xlsx"),
  ];
  expect(prefixed.book).toEqual(plain.book);
  const again = await readXlsx(await writeXlsx(prefixed.book, prefixed));
  expect(again.book).toEqual(plain.book);
});

test("custom functions in a file are read under their names and written as Excel stores them", async () => {
  const opened = await open("everything.xlsx");
  const cells = opened.book.sheets[0]!.cells;
  expect(cells[7]![3]!.formula).toBe(
    "FUNNEL.REQUIRED_MQLS(2000000,75000,0.2,0.25)",
  );
  expect(cells[8]![3]!.formula).toBe(
    '_xldudf_OTHER_THING(1)&"_xldudf_FUNNEL_REQUIRED_MQLS("',
  );
  cells[41] = { 0: { formula: "funnel.required_mqls(1,2,0.5,0.5)", value: 2 } };
  const sheet = text(
    unzip(await writeXlsx(opened.book, opened))["xl/worksheets/sheet1.xml"],
  );
  expect(sheet).toContain(
    "<f>_xldudf_FUNNEL_REQUIRED_MQLS(2000000,75000,0.2,0.25)</f><v>533.3333333333334</v>",
  );
  expect(sheet).toContain(
    "<f>_xldudf_FUNNEL_REQUIRED_MQLS(1,2,0.5,0.5)</f><v>2</v>",
  );
});

test("a custom function spelled as a user does is stored as Excel does: else it shows #NAME? there for ever", async () => {
  const opened = await readXlsx(
    await writeXlsx((await open("shared.xlsx")).book),
  );
  opened.book.sheets[0]!.cells[9] = {
    0: { formula: "FUNNEL.REQUIRED_MQLS(1,2,1,1)", value: 0.5 },
  };
  const plain = await writeXlsx(opened.book);
  expect(text(unzip(plain)["xl/worksheets/sheet1.xml"])).toContain(
    "<f>FUNNEL.REQUIRED_MQLS(",
  );
  const known = await readXlsx(plain, { functionNames });
  const saved = text(
    unzip(await writeXlsx(known.book, known))["xl/worksheets/sheet1.xml"],
  );
  expect(saved).toContain("<f>_xldudf_FUNNEL_REQUIRED_MQLS(1,2,1,1)</f>");
});

describeWithLibreOffice("in LibreOffice", () => {
  test("every saved file opens, and its cells hold what the original's hold there", async () => {
    const names = ["everything.xlsx", "libreoffice.xlsx", "shared.xlsx"];
    const opened = await Promise.all(names.map(open));
    const saved = await Promise.all(
      opened.map((one) => writeXlsx(one.book, one)),
    );
    const changed = await Promise.all(
      opened.map((one) => writeXlsx(edited(one.book), one)),
    );
    const all = await recalculate([
      ...opened.map(({ original }) => original),
      ...saved,
      ...changed,
    ]);
    names.forEach((_, index) => {
      const [before, after, edit] = [
        all[index]!,
        all[index + 3]!,
        all[index + 6]!,
      ];
      expect(after).toEqual(before);
      expect(edit["Added one"]).toEqual({ A1: "H1", B1: "H2", A2: 1 });
      expect(Object.values(edit)[0]).toEqual({
        ...Object.values(before)[0],
        B41: "new text",
        C41: 42,
        D41: 84,
      });
    });
    expect(
      Object.keys((await sheetValues(saved[0]!)).Budget!).length,
    ).toBeGreaterThan(40);
  });
});
