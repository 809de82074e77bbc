/** The worked example of Funnel Targets, number for number, in the workbench's engine and in LibreOffice. */
import { address } from "../../src/template/address";
import { quoteSheet } from "../../src/template/names";
import type { SheetId } from "../../src/template/model";
import { emptyBook, emptySheet, type Book } from "../../src/xlsx/book";
import { writeXlsx } from "../../src/xlsx";
import {
  WORKED_ROWS,
  workedBlueprint as blueprint,
  wrongCells,
} from "../fixtures/workedExample";
import {
  describeWithLibreOffice,
  libreOfficeValues,
  sheetValues,
  type SheetValues,
} from "../libreoffice/harness";
import type { Computed } from "../template/evaluate";
import { block } from "../template/read";
import { createHeadlessEngine } from "./headless";

const titleOf = (id: SheetId): string =>
  blueprint.sheets.find((sheet) => sheet.id === id)!.title;

/** The blueprint's cells and names, and nothing computed. */
function uncomputed(): Book {
  const sheets = blueprint.sheets.map(({ id, title, cells }) => {
    const sheet = emptySheet(id, title);
    for (const { row, column, value, formula } of cells)
      (sheet.cells[row] ??= {})[column] =
        formula === undefined ? { value } : { formula: formula.slice(1) };
    return sheet;
  });
  const names = blueprint.names.map(({ name, sheet, ref }) => ({
    name,
    refersTo: `${quoteSheet(titleOf(sheet))}!${ref}`,
  }));
  return { ...emptyBook(), sheets, names, activeSheet: sheets[0]!.id };
}

function expectTheExample(values: SheetValues): void {
  const value = (sheet: string, at: string): Computed =>
    (values[titleOf(sheet as SheetId)]?.[at] as Computed) ?? null;
  const rows = block(
    blueprint,
    { value, named: () => null, row: () => [] },
    "funnel_targets",
    "Core: net new customers",
  );
  expect(
    WORKED_ROWS.flatMap((stated) => wrongCells(stated, rows.get(stated[0])!)),
  ).toEqual([]);
  // LibreOffice gives a truth back as one where the cell has no number format.
  const checks = blueprint.checks.map(({ sheet, address: at }) =>
    Number(value(sheet, at)),
  );
  expect(new Set(checks)).toEqual(new Set([1]));
}

test("in the workbench's engine", async () => {
  const engine = await createHeadlessEngine();
  await engine.open(uncomputed());
  await engine.calculate("full");
  const values: SheetValues = {};
  for (const sheet of engine.book().sheets) {
    const found: SheetValues[string] = (values[sheet.name] = {});
    for (const [row, cells] of Object.entries(sheet.cells))
      for (const [column, { value }] of Object.entries(cells))
        if (value !== undefined && value !== null)
          found[address(Number(row), Number(column))] = value;
  }
  expectTheExample(values);
}, 60_000);

describeWithLibreOffice("without the add-in", () => {
  test("in LibreOffice, from a file that holds no result of ours", async () => {
    const bytes = await writeXlsx(uncomputed());
    const stored = (await sheetValues(bytes))[titleOf("funnel_targets")]!;
    expect(Object.values(stored)).not.toContain(110.4);
    expectTheExample(await libreOfficeValues(bytes));
  }, 60_000);
});
