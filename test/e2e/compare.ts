/**
 * What differs between two workbooks, cell by cell and piece by piece. Selection and style numbering do not count, and
 * the result of a formula may differ in the last of its 15 digits, as it does between any two spreadsheet programs.
 */
import type { Book, BookCell, BookSheet } from "../../src/xlsx";
import { addressOf, parseArea } from "../../src/xlsx/address";
import { same } from "../../src/xlsx/same";

export function differences(
  before: Book,
  after: Book,
  /** False for files whose stored results are those of another program, or none. */
  results = true,
): string[] {
  const found: string[] = [];
  const compare = (what: string, left: unknown, right: unknown): void => {
    if (!same(left, right))
      found.push(
        `${what}: ${JSON.stringify(left)} became ${JSON.stringify(right)}`,
      );
  };
  const titles = (book: Book) => book.sheets.map(({ name }) => name);
  compare("sheets", titles(before), titles(after));
  compare("names", byName(before), byName(after));
  compare(
    "custom XML",
    before.customXml.map(({ xml }) => xml).sort(),
    after.customXml.map(({ xml }) => xml).sort(),
  );
  for (const left of before.sheets) {
    const right = after.sheets.find(({ name }) => name === left.name);
    if (right === undefined) continue;
    const spilled = spills(left);
    const addresses = new Set([...places(left), ...places(right)]);
    for (const [row, column] of [...addresses].map(
      (key) => key.split("/").map(Number) as [number, number],
    )) {
      if (!results && spilled(row, column)) continue;
      compare(
        `${left.name}!${addressOf(row, column)}`,
        dissolved(
          before,
          settled(
            left.cells[row]?.[column],
            right.cells[row]?.[column],
            results,
          ),
        ),
        dissolved(after, right.cells[row]?.[column]),
      );
    }
    const rest = ({ id, cells, columns, rows, ...others }: BookSheet) => others;
    compare(`${left.name} as a sheet`, rest(left), rest(right));
    compare(`${left.name} columns`, sizes(left.columns), sizes(right.columns));
    compare(`${left.name} rows`, sizes(left.rows), sizes(right.rows));
  }
  return found;
}

/** Whether a cell without a formula of its own is filled by an array formula beside it. */
function spills({ cells }: BookSheet) {
  const areas = Object.values(cells)
    .flatMap((line) => Object.values(line))
    .map(({ array }) =>
      array === undefined ? undefined : parseArea(array.ref),
    )
    .filter((area) => area !== undefined);
  return (row: number, column: number): boolean =>
    cells[row]?.[column]?.formula === undefined &&
    areas.some(
      ({ top, left, bottom, right }) =>
        row >= top && row <= bottom && column >= left && column <= right,
    );
}

const byName = ({ names, sheets }: Book) =>
  names
    .map((name) => ({
      ...name,
      sheet: sheets.find(({ id }) => id === name.sheet)?.name,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

const RESULT_TOLERANCE = 1e-12;

/** The earlier cell, with the later result where the formula is the same and its results agree. */
function settled(
  left: BookCell | undefined,
  right: BookCell | undefined,
  results: boolean,
) {
  const before = left?.value;
  const after = right?.value;
  if (left?.formula === undefined || left.formula !== right?.formula)
    return left;
  const agree =
    !results ||
    (typeof before === "number" &&
      typeof after === "number" &&
      Math.abs(before - after) <= RESULT_TOLERANCE * Math.abs(before));
  return agree ? { ...left, value: after } : left;
}

const places = ({ cells }: BookSheet): string[] =>
  Object.entries(cells).flatMap(([row, line]) =>
    Object.keys(line).map((column) => `${row}/${column}`),
  );

/** The cell with its style in full; a blank cell without a style of its own is no cell. */
function dissolved(book: Book, cell: BookCell | undefined) {
  const { style, value, ...rest } = cell ?? {};
  const look = book.styles[style ?? 0] ?? {};
  return { ...rest, value: value ?? null, look };
}

/** Sizes without styles, which the cells show; entries that say nothing do not count. */
const sizes = (
  entries: Record<
    number,
    { width?: number; height?: number; hidden?: boolean }
  >,
) =>
  Object.entries(entries)
    .map(([at, { width, height, hidden }]) => ({
      at,
      width,
      height,
      hidden: hidden === true,
    }))
    .filter(
      ({ width, height, hidden }) =>
        width !== undefined || height !== undefined || hidden,
    );
