/** Computes a blueprint with a formula engine that nobody here wrote (excelts), for the tests of the template. */
import { Workbook } from "@cj-tech-master/excelts";
import { calculateFormulas } from "@cj-tech-master/excelts/formula";
import { address } from "../../src/template/address";
import type { Blueprint, Scalar } from "../../src/template/model";
import { quoteSheet } from "../../src/template/names";

/** excelts 10.2.0 keeps this many parsed formulas and leaves the cells of the others empty. */
const ENGINE_LIMIT = 10_000;

export type Computed = number | string | boolean | { error: string } | null;

export interface Evaluated {
  /** By sheet id and address. */
  value(sheet: string, at: string): Computed;
  /** The single cell that a name leads to. */
  named(name: string): Computed;
  /** A row of cells that a name leads to. */
  row(name: string): Computed[];
}

/** What to put into cells before computing: by input id, or by "sheet!address" for a cell that somebody typed over. */
export type Changes = Record<
  string,
  Scalar | boolean | null | { formula: string }
>;

export function evaluate(
  blueprint: Blueprint,
  changes: Changes = {},
  others: Record<string, Record<string, Scalar>> = {},
): Evaluated {
  const formulas = new Set(
    blueprint.sheets.flatMap(({ cells }) =>
      cells.map(({ formula }) => formula),
    ),
  ).size;
  if (formulas > ENGINE_LIMIT)
    throw new Error(
      `excelts forgets formulas beyond ${ENGINE_LIMIT}; this plan has ${formulas}.`,
    );
  const book = new Workbook();
  for (const [title, cells] of Object.entries(others)) {
    const sheet = book.addWorksheet(title);
    for (const [at, value] of Object.entries(cells))
      sheet.getCell(at).value = value;
  }
  const used = new Set<string>();
  const change = (key: string | undefined): Changes[string] | undefined => {
    if (key === undefined || !(key in changes)) return undefined;
    used.add(key);
    return changes[key];
  };
  for (const spec of blueprint.sheets) {
    const sheet = book.addWorksheet(spec.title);
    for (const cell of spec.cells) {
      const at = address(cell.row, cell.column);
      const changed = change(cell.input) ?? change(`${spec.id}!${at}`);
      const isChanged =
        (cell.input !== undefined && cell.input in changes) ||
        `${spec.id}!${at}` in changes;
      const content = isChanged
        ? changed
        : cell.formula !== undefined
          ? { formula: cell.formula }
          : cell.value;
      if (content === undefined || content === null) continue;
      sheet.getCell(at).value =
        typeof content === "object"
          ? { formula: content.formula.slice(1) }
          : content;
    }
  }
  const unknown = Object.keys(changes).filter(
    (key) => changes[key] !== null && !used.has(key),
  );
  if (unknown.length > 0)
    throw new Error(`No cell is called ${unknown.join(", ")}.`);
  for (const { name, sheet, ref } of blueprint.names)
    book.definedNames.add(
      `${quoteSheet(titleOf(blueprint, sheet))}!${ref}`,
      name,
    );
  book.registerFunction("SUMIF", sumIf, { minArity: 2, maxArity: 3 });
  calculateFormulas(book);

  const read = (sheet: string, at: string): Computed => {
    const { formula, result, value } = book
      .getWorksheet(titleOf(blueprint, sheet))!
      .getCell(at);
    const found: unknown = formula ? result : value;
    if (found === undefined || found === null) return null;
    return found as Computed;
  };
  const find = (name: string) => {
    const entry = blueprint.names.find((one) => one.name === name);
    if (!entry) throw new Error(`No name is called ${name}.`);
    return entry;
  };
  return {
    value: read,
    named: (name) => read(find(name).sheet, find(name).ref.replace(/\$/g, "")),
    row: (name) => {
      const { sheet, ref } = find(name);
      const [from, to] = ref
        .split(":")
        .map((part) => /\$([A-Z]+)\$(\d+)/.exec(part)!) as [
        RegExpExecArray,
        RegExpExecArray,
      ];
      const spec = blueprint.sheets.find(({ id }) => id === sheet)!;
      const row = Number(from[2]) - 1;
      return spec.cells
        .filter(
          (cell) => cell.row === row && within(cell.column, from[1]!, to[1]!),
        )
        .map((cell) => read(sheet, address(cell.row, cell.column)));
    },
  };
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
const within = (column: number, from: string, to: string): boolean =>
  column + 1 >= columnNumber(from) && column + 1 <= columnNumber(to);

const titleOf = (blueprint: Blueprint, id: string): string =>
  blueprint.sheets.find((sheet) => sheet.id === id)!.title;

/** Values inside excelts: 1 is a number, 5 an array. */
interface EngineNumber {
  kind: 1;
  value: number;
}
interface EngineArray {
  kind: 5;
  rows: { kind: number; value: unknown }[][];
  height: number;
  width: number;
}

/**
 * SUMIF with an array of numbers as criterion gives an array in Excel, LibreOffice and Univer; excelts 10.2.0 looks at
 * the first number only. The template calls SUMIF in this one way.
 */
function sumIf(args: unknown[]): EngineArray {
  const [keys, wanted, amounts] = args as EngineArray[];
  const lists = [keys!, amounts!].map(
    ({ rows }) => rows.flat() as EngineNumber[],
  );
  const sumOf = (key: unknown): EngineNumber => ({
    kind: 1,
    value: lists[0]!.reduce(
      (sum, one, at) =>
        one.value === key ? sum + (lists[1]![at]!.value || 0) : sum,
      0,
    ),
  });
  const { height, width } = wanted!;
  return {
    kind: 5,
    rows: wanted!.rows.map((row) => row.map(({ value }) => sumOf(value))),
    height,
    width,
  };
}
