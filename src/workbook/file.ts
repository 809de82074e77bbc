/**
 * A plan as a workbook of its own, without a host: the same sheets, names, protection, marks and record that an
 * insertion leaves, so that the task pane finds, checks and removes the plan once the file is open.
 */
import type { Blueprint } from "../template/model";
import { writeXlsx } from "../xlsx";
import type { Book, CellStyle } from "../xlsx/book";
import { local, onSheet } from "./address";
import { bookSheet } from "./bookSheet";
import { identityOf, writeIdentity } from "./identity";

/** Fills in what the formulas of a book come to. */
export type Calculate = (book: Book) => Promise<Book>;

/** The plan's sheets and nothing else, formulas without results. */
export function planBook(blueprint: Blueprint): Book {
  const { plan, sheets, names } = blueprint;
  const styles: CellStyle[] = [{}];
  const known = new Map<string, number>();
  const style = (look: CellStyle): number => {
    const key = JSON.stringify(look);
    const index = known.get(key) ?? styles.push(look) - 1;
    known.set(key, index);
    return index;
  };
  const titles = new Map(sheets.map(({ id, title }) => [id, title]));
  return {
    sheets: sheets.map((sheet) => bookSheet(sheet, plan.id, style)),
    names: names.map(({ name, sheet, ref, comment }) => ({
      name,
      refersTo: onSheet(titles.get(sheet) ?? sheet, ref),
      comment,
    })),
    styles,
    customXml: [
      {
        id: RECORD_ID,
        xml: writeIdentity(identityOf(blueprint, "complete")),
      },
    ],
    ...(sheets[0] && { activeSheet: sheets[0].id }),
  };
}

/** A part's id is unique within its workbook, and the record is the only part of a new one. */
const RECORD_ID = "{6E2B7C1A-55D0-4C1B-9A53-0F8E3D41B7A2}";

export interface PlanFile {
  /** The .xlsx file. */
  bytes: Uint8Array;
  /** How many checks the plan has, and the labels of those that it does not pass; absent without results. */
  checks?: { count: number; failed: string[] };
}

/**
 * The same plan gives the same bytes. Without `calculate` the file holds formulas only: Excel and LibreOffice compute
 * them when they open it, a preview shows blanks.
 */
export async function planFile(
  blueprint: Blueprint,
  calculate?: Calculate,
): Promise<PlanFile> {
  const book = planBook(blueprint);
  const write = (one: Book): Promise<Uint8Array> =>
    writeXlsx(one, undefined, { functionNames: ownFunctions(blueprint) });
  if (!calculate) return { bytes: await write(book) };
  const results = withResults(book, await calculate(book));
  const checks = blueprint.checks.filter(({ id }) => id !== "total");
  const failed = checks.filter(({ sheet, address }) => {
    const { row, column } = local(address);
    const found = results.sheets.find(({ id }) => id === sheet);
    return found?.cells[row]?.[column]?.value !== 1;
  });
  return {
    bytes: await write(results),
    checks: {
      count: checks.length,
      failed: failed.map(({ label }) => label),
    },
  };
}

/** Full names of the add-in's functions that the plan calls; a file spells them in its own way. */
const ownFunctions = ({ sheets }: Blueprint): string[] => [
  ...new Set(
    sheets.flatMap(({ cells }) =>
      cells.flatMap(({ formula = "" }) => formula.match(OWN_FUNCTION) ?? []),
    ),
  ),
];
const OWN_FUNCTION = /\bFUNNEL\.[A-Z][A-Z0-9_]*(?=\()/g;

/** Of a calculated book only the results count: what an engine does to looks and texts stays out of the file. */
function withResults(book: Book, calculated: Book): Book {
  const results = new Map(
    calculated.sheets.map((sheet) => [sheet.name, sheet]),
  );
  return {
    ...book,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      cells: Object.fromEntries(
        Object.entries(sheet.cells).map(([row, cells]) => [
          row,
          Object.fromEntries(
            Object.entries(cells).map(([column, cell]) => {
              const value =
                cell.formula === undefined
                  ? undefined
                  : results.get(sheet.name)?.cells[Number(row)]?.[
                      Number(column)
                    ]?.value;
              return [column, value == null ? cell : { ...cell, value }];
            }),
          ),
        ]),
      ),
    })),
  };
}
