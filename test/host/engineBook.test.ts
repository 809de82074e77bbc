/** A book goes into the engine and comes back as it was. */
import { emptySheet } from "../../src/xlsx/book";
import type { Book } from "../../src/xlsx/book";
import type { UniverEngine } from "../../src/workbench/engine/univer";
import { richBook } from "../fixtures/richBook";
import { createHeadlessEngine } from "./headless";

let engine: UniverEngine;
beforeAll(async () => {
  engine = await createHeadlessEngine();
});
afterAll(() => engine.dispose());

const cellBook = (cells: Book["sheets"][0]["cells"]): Book => ({
  sheets: [{ ...emptySheet("a", "Plan"), cells }],
  names: [],
  styles: [{}],
  customXml: [],
  activeSheet: "a",
});

test("everything a book can say survives opening", async () => {
  const book = typeof richBook === "function" ? richBook() : richBook;
  const before = structuredClone(book);
  await engine.open(book);
  expect(engine.book()).toEqual(before);
});

test("what only the file knows is carried through", async () => {
  const sheet = emptySheet("a", "Plan");
  sheet.cells = {
    0: {
      0: { value: "Item", style: 1 },
      1: { value: "Two runs", rich: [{ text: "Two " }, { text: "runs" }] },
    },
    1: { 0: { value: 1 } },
  };
  sheet.tables = [
    {
      name: "Items",
      ref: "A1:A2",
      headers: true,
      totals: false,
      columns: ["Item"],
      style: "TableStyleMedium2",
      source: { id: 7 },
    },
  ];
  sheet.validations = [
    {
      ref: "B1 B3:B4",
      type: "list",
      formulas: [],
      list: ["Low", "High"],
      allowBlank: true,
      source: { x: 1 },
    },
  ];
  sheet.conditionalFormats = [
    { ref: "A1:A9", type: "iconSet", formulas: [], source: { kept: true } },
    {
      ref: "B1:B9",
      type: "cellIs",
      operator: "between",
      formulas: ["1", "$A$2"],
      style: { fill: "#FF0000", source: "dxf" },
      priority: 2,
      source: { kept: 2 },
    },
  ];
  sheet.protection = { options: { allowSort: true }, source: { hash: "abc" } };
  const book: Book = {
    ...cellBook({}),
    sheets: [sheet],
    styles: [{}, { font: { bold: true }, locked: false, source: { theme: 4 } }],
    readOnly: true,
  };
  await engine.open(structuredClone(book));
  expect(engine.book()).toEqual(book);
});

test("a user's change keeps what the file knows of the style", async () => {
  await engine.open({
    ...cellBook({ 0: { 0: { value: 1, style: 1 } } }),
    styles: [{}, { numberFormat: "0%", locked: false, source: { theme: 4 } }],
  });
  engine.services.api
    .getActiveWorkbook()
    ?.getActiveSheet()
    .getRange("A1")
    .setFontWeight("bold");
  expect(
    engine.styles("a", { row: 0, column: 0, rows: 1, columns: 1 })[0]?.[0],
  ).toEqual({
    numberFormat: "0%",
    locked: false,
    source: { theme: 4 },
    font: { bold: true },
  });
});

test("stored results are shown until something recalculates them", async () => {
  await engine.open(
    cellBook({
      0: { 0: { value: 2 } },
      1: { 0: { formula: "A1*3", value: 999 } },
      2: { 0: { formula: "A1*5" } },
    }),
  );
  const shown = (): unknown[] =>
    engine
      .read("a", { row: 0, column: 0, rows: 3, columns: 1 })
      .map(([cell]) => cell?.value);
  expect(shown()).toEqual([2, 999, 10]);
  await engine.calculate("full");
  expect(shown()).toEqual([2, 6, 10]);
});

test("exact widths and heights come back, and change with a user's drag", async () => {
  const book = cellBook({});
  book.sheets[0]!.columns = { 0: { width: 10.5 }, 2: { width: 13.7109375 } };
  book.sheets[0]!.rows = { 0: { height: 33.4 } };
  await engine.open(structuredClone(book));
  expect(engine.book()).toEqual(book);
  engine.services.api
    .getActiveWorkbook()
    ?.getActiveSheet()
    .setColumnWidth(0, 64);
  expect(engine.columnWidth("a", 0)).toBe(9.140625);
});

test("books opened one after another do not mix", async () => {
  const of = (value: number): Book =>
    cellBook({ 0: { 0: { value }, 1: { formula: "A1*2" } } });
  for (const value of [3, 5]) {
    await engine.open(of(value));
    expect(
      engine.read("a", { row: 0, column: 1, rows: 1, columns: 1 })[0]?.[0]
        ?.value,
    ).toBe(value * 2);
  }
});

test("formulas that read only other workbooks keep the results of the file, and what reads them is right", async () => {
  const sheet = emptySheet("s1", "Links");
  sheet.cells = {
    0: {
      0: { formula: "[1]Sheet1!$A$1*2", value: 10 },
      1: { formula: "A1+1", value: 11 },
      2: { formula: "'[2]It''s'!B2&\"[x]\"", value: "y[x]" },
      3: { formula: "SUM([1]Sheet1!A:A,[1]!Rate,1E3)", value: 7 },
      4: { formula: "A1+[1]Sheet1!$A$1", value: 15 },
    },
  };
  const engine = await createHeadlessEngine();
  await engine.open({
    sheets: [sheet],
    names: [],
    styles: [{}],
    customXml: [],
  });
  await engine.calculate("full");
  const cells = engine.book().sheets[0]!.cells[0]!;
  for (const column of [0, 1, 2, 3])
    expect(cells[column]).toMatchObject(sheet.cells[0]![column]!);
  // What depends on this workbook, too, cannot be known: an error rather than a number that is out of date.
  expect(cells[4]!.value).toHaveProperty("error");
  engine.write("s1", { row: 0, column: 0, rows: 1, columns: 1 }, [[5]]);
  await engine.calculate();
  expect(engine.book().sheets[0]!.cells[0]).toMatchObject({
    0: { value: 5 },
    1: { value: 6 },
  });
  expect(engine.book().sheets[0]!.cells[0]![0]!.formula).toBeUndefined();
});
