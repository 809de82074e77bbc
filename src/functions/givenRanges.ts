/**
 * Reads the ranges that Excel hands to a custom function, as matrices; a single cell may stand where a range may. Columns
 * of a million rows come this way, so nothing is built for a cell unless it is refused.
 */
import { FunnelError } from "../funnel";
import { refuse } from "../funnel/checks";
import { isBlank, number, text } from "./given";

/** As many cells as one whole column has. */
export const MOST_CELLS = 1_048_576;
/** Up to here each cell of a range counts; a longer one is a whole column, whose blank tail is not meant. */
export const LONGEST_LIST = 100;

type Orientation = "row" | "column";

export interface GivenList {
  values: number[];
  orientation: Orientation;
}

export interface GivenTexts {
  values: string[];
  orientation: Orientation;
}

export interface GivenCells {
  cells: unknown[];
  orientation: Orientation;
}

/** A range and its words: the argument's name, what one of its cells is called ("rate" makes "rate 2"), what was given. */
export type Range = readonly [name: string, item: string, given: unknown];

/** The numbers of one row or one column; blanks are 0. */
export function list(name: string, item: string, given: unknown): GivenList {
  const line = lineOf(name, given);
  const length = meantLength(line);
  if (length === 0) throw allBlank(name, item);
  return numbers({ item, line, length });
}

/** The same, or undefined where the argument is left out. */
export function optionalList(
  name: string,
  item: string,
  given: unknown,
): GivenList | undefined {
  return isLeftOut(given) ? undefined : list(name, item, given);
}

/** The way a result runs: that of the first range, or where that is a single cell of the next one that is longer. */
export function orientationOf(...given: GivenList[]): Orientation {
  const longer = given.find(({ values }) => values.length > 1);
  return longer?.orientation ?? "row";
}

/** Lists that belong together, cell by cell: all of one length, a blank tail counted only where it is blank in all. */
export function lists(...ranges: Range[]): GivenList[] {
  return together(ranges).map(numbers);
}

/** The same where the first holds texts; blanks are "". */
export function labelled(
  label: Range,
  ...ranges: Range[]
): { labels: GivenTexts; lists: GivenList[] } {
  const [own, ...others] = together([label, ...ranges]);
  return { labels: words(own!), lists: others.map(numbers) };
}

/** The cells of lists that belong together, as they were handed over. */
export function cellsTogether(...ranges: Range[]): GivenCells[] {
  return together(ranges).map(({ line, length }) => ({
    cells: Array.from({ length }, (_, index) => line.at(index)),
    orientation: line.orientation,
  }));
}

/** The texts of one row or one column; blanks are "". */
export function texts(name: string, item: string, given: unknown): GivenTexts {
  return words(together([[name, item, given]])[0]!);
}

/** Rows of any cells, all of one width, without the blank rows at the end of a long range. */
export function rows(name: string, given: unknown): unknown[][] {
  const all = rectangle(name, given);
  let length = all.length;
  if (length > LONGEST_LIST)
    while (length > 0 && all[length - 1]!.every(isEmpty)) length--;
  if (length === 0) throw allBlank(name, "row");
  return all.slice(0, length);
}

/** The same with all its rows, for a table that belongs with other ranges. */
export function rectangle(name: string, given: unknown): unknown[][] {
  const all = (Array.isArray(given) ? given : [[given]]).map((row: unknown) =>
    Array.isArray(row) ? (row as unknown[]) : [row],
  );
  const width = all[0]?.length ?? 0;
  if (width === 0) throw noCell(name);
  const ragged = all.findIndex((row) => row.length !== width);
  if (ragged >= 0)
    refuse(
      `${name} must have rows of one width; got ${width} and ${all[ragged]!.length} cells - select one rectangle`,
    );
  if (all.length > MOST_CELLS) throw tooLong(name, all.length);
  return all;
}

/** Rows of numbers; a refused cell is "plan 2, 3": row 2, column 3. */
export function table(name: string, given: unknown): number[][] {
  return rows(name, given).map((row, at) =>
    row.map((each, column) => number(`${name} ${at + 1}, ${column + 1}`, each)),
  );
}

/** Lines of a result, one for each cell of a list: rows for a column and for one cell, columns side by side for a row. */
export function laidAlong<T>(
  orientation: Orientation,
  lines: readonly (readonly T[])[],
): (readonly T[])[] {
  return orientation === "column" || lines.length === 1
    ? [...lines]
    : lines[0]!.map((_, at) => lines.map((line) => line[at]!));
}

/** An omitted range arrives as null; a blank cell may be given for it too. */
export function isLeftOut(given: unknown): boolean {
  if (!Array.isArray(given)) return isBlank(given);
  const [row] = given as unknown[];
  if (given.length !== 1) return false;
  return Array.isArray(row)
    ? row.length === 1 && isBlank(row[0])
    : isBlank(row);
}

interface Line {
  size: number;
  orientation: Orientation;
  at: (index: number) => unknown;
}

/** A line of cells, as far as it is meant. */
interface Stretch {
  item: string;
  line: Line;
  length: number;
}

function together(ranges: readonly Range[]): Stretch[] {
  const lines = ranges.map(([name, , given]) => lineOf(name, given));
  const lengths = lines.map(meantLength);
  const length = Math.max(...lengths);
  if (length === 0) throw allBlank(ranges[0]![0], ranges[0]![1]);
  const other = lines.findIndex(({ size }) => size < length);
  // Two whole columns end where the longer one's entries end; shorter ranges must match as they are.
  const isUneven = lines.some(({ size }) => size !== lines[0]!.size);
  if (
    other >= 0 ||
    (isUneven && lines.some(({ size }) => size <= LONGEST_LIST))
  )
    refuse(
      `${joined(ranges.map(([name]) => name))} must have the same number of cells; got ${joined(lines.map(({ size }) => String(size)))} - select ranges of the same length`,
    );
  return ranges.map(([, item], at) => ({ item, line: lines[at]!, length }));
}

const joined = (parts: string[]): string =>
  `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

function words({ item, line, length }: Stretch): GivenTexts {
  const values = Array.from({ length }, (_, at) =>
    text(`${item} ${at + 1}`, line.at(at)),
  );
  return { values, orientation: line.orientation };
}

function numbers({ item, line, length }: Stretch): GivenList {
  const values = new Array<number>(length);
  for (let index = 0; index < length; index++) {
    const value = line.at(index);
    values[index] =
      typeof value === "number" && Number.isFinite(value)
        ? value
        : number(`${item} ${index + 1}`, value);
  }
  return { values, orientation: line.orientation };
}

function lineOf(name: string, given: unknown): Line {
  const all: unknown[] = Array.isArray(given) ? given : [[given]];
  const [first] = all;
  const width = Array.isArray(first) ? first.length : 1;
  const size = all.length * width;
  if (size === 0) throw noCell(name);
  if (all.length > 1 && width > 1)
    refuse(
      `${name} must be one row or one column; got ${all.length} rows and ${width} columns - give a single row or column`,
    );
  if (size > MOST_CELLS) throw tooLong(name, size);
  if (all.length === 1)
    return {
      size,
      orientation: "row",
      at: (index) =>
        Array.isArray(first) ? (first as unknown[])[index] : first,
    };
  return {
    size,
    orientation: "column",
    at: (index) => {
      const row = all[index];
      return Array.isArray(row) ? (row as unknown[])[0] : row;
    },
  };
}

function meantLength({ size, at }: Line): number {
  let length = size;
  if (size > LONGEST_LIST)
    while (length > 0 && isEmpty(at(length - 1))) length--;
  return length;
}

const isEmpty = (value: unknown): boolean => isBlank(value) || value === 0;

const noCell = (name: string): FunnelError =>
  new FunnelError(
    "value",
    `${name} must be a range; got no cell - select the cells that hold the numbers`,
  );

const tooLong = (name: string, size: number): FunnelError =>
  new FunnelError(
    "value",
    `${name} must be at most ${MOST_CELLS} cells; got ${size} - give the part that holds numbers`,
  );

const allBlank = (name: string, item: string): FunnelError =>
  new FunnelError(
    "na",
    `${name} is blank - give a range that holds at least one ${item}`,
  );
