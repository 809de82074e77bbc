/** Our files in the eyes of another library (excelts), and texts and numbers through a whole file. */
import { Workbook } from "@cj-tech-master/excelts";
import fc from "fast-check";
import { emptyBook, readXlsx, writeXlsx } from "../../src/xlsx";
import { sampleBook } from "../../src/workbench/sample";
import { RICH_FUNCTIONS, richBook } from "../fixtures/richBook";

const read = async (bytes: Uint8Array): Promise<Workbook> => {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  return workbook;
};

test("another library reads the rich book's values, formulas, names, table, freeze and protection", async () => {
  const workbook = await read(
    await writeXlsx(richBook(), undefined, { functionNames: RICH_FUNCTIONS }),
  );
  const sheet = workbook.getWorksheet("Inputs 'n' more")!;
  expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
    ["Inputs 'n' more", "visible"],
    ["Log", "visible"],
    ["Hidden", "hidden"],
    ["Very hidden", "veryHidden"],
  ]);
  expect(sheet.getCell("A1").value).toBe("Plan 2027 <draft>");
  expect(sheet.getCell("A1").font).toMatchObject({
    name: "Georgia",
    size: 16,
    bold: true,
    italic: true,
    strike: true,
  });
  expect(sheet.getCell("B3").value).toBe(2_000_000);
  expect(sheet.getCell("B3").numFmt).toBe("#,##0.00");
  expect(sheet.getCell("C3").value).toMatchObject({
    formula: "B3*Uplift",
    result: 2_500_000,
  });
  expect(sheet.getCell("A7").value).toBe("00123");
  expect(sheet.getCell("A8").value).toMatchObject({
    formula: "_xldudf_FUNNEL_REQUIRED_MQLS(B3,75000,B4,25%)",
    result: 1066.6666666666667,
  });
  expect(sheet.getCell("F12").value).toBe(-0.1);
  expect(sheet.getCell("B4").dataValidation).toMatchObject({
    type: "decimal",
    formulae: [0, 1],
  });
  expect(sheet.views[0]).toMatchObject({
    state: "frozen",
    xSplit: 1,
    ySplit: 2,
  });
  expect(sheet.sheetProtection).toMatchObject({ sheet: true });
  expect(workbook.getWorksheet("Log")!.getTable("Leads")).toBeDefined();
  const names = workbook.definedNames.model.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      "Uplift",
      "Revenue",
      "Choices",
      "Scaled",
      "Greeting",
      "Rolling",
    ]),
  );
});

test("another library reads all 2,000 leads of the sample", async () => {
  const workbook = await read(await writeXlsx(sampleBook()));
  const log = workbook.getWorksheet("Lead Log")!;
  expect(log.getCell("A5").value).toBe("L-00001");
  expect(log.getCell("A2004").value).toBe("L-02000");
  expect(log.actualRowCount).toBe(2003);
});

test("every text, number and truth value comes back from a file as it was", async () => {
  const text = fc.oneof(
    fc.string({ maxLength: 20, unit: "binary" }),
    fc.constantFrom(
      "",
      " ",
      "\n",
      "00123",
      "1e5",
      "TRUE",
      "=A1",
      "'x",
      "#N/A",
      "_x0041_",
      " a  b ",
      "<&>\"'",
      "x".repeat(32_767),
    ),
  );
  const value = fc.oneof(
    text,
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(value, { minLength: 1, maxLength: 30 }),
      async (values) => {
        const book = emptyBook();
        values.forEach(
          (one, row) => (book.sheets[0]!.cells[row] = { 0: { value: one } }),
        );
        const again = await readXlsx(await writeXlsx(book));
        const back = values.map(
          (_, row) => again.book.sheets[0]!.cells[row]?.[0]?.value,
        );
        // A file knows no negative zero.
        expect(back).toEqual(
          values.map((one) => (Object.is(one, -0) ? 0 : one)),
        );
      },
    ),
    { numRuns: 60, seed: 4 },
  );
});

test("texts that look like something else carry Excel's mark for a leading apostrophe", async () => {
  const book = emptyBook();
  const texts = ["00123", "=A1", "-", "+1", "true", "plain", "12 Street"];
  texts.forEach(
    (one, row) => (book.sheets[0]!.cells[row] = { 0: { value: one } }),
  );
  const workbook = await read(await writeXlsx(book));
  const again = await readXlsx(await writeXlsx(book));
  expect(texts.map((_, row) => again.book.sheets[0]!.cells[row]![0])).toEqual(
    texts.map((value) => ({ value })),
  );
  expect(workbook.getWorksheet("Sheet1")!.getCell("A2").value).toBe("=A1");
});
