/**
 * Reads what Excel hands to a custom function. An empty cell arrives as null, "" or 0, depending on the version, and an
 * omitted argument as null: a blank is therefore a 0 wherever a number is demanded and the default wherever one exists.
 * Text and booleans are refused, never converted; rich values count by their plain value; errors pass through.
 */
import { FunnelError } from "../funnel";
import { choice } from "../funnel/checks";

/** As many cells as one whole column has. */
export const MOST_CELLS = 1_048_576;
/** Up to here each cell of a range counts; a longer one is a whole column, whose blank tail is not meant. */
export const LONGEST_LIST = 100;

/** An error that stood in a cell which the function was given. */
export class GivenError extends Error {
  constructor(
    name: string,
    /** As Excel writes it: "#N/A". */
    readonly code: string,
  ) {
    super(`${name} holds the error ${code} - correct that cell first`);
    this.name = "GivenError";
  }
}

export interface GivenList {
  values: number[];
  orientation: "row" | "column";
}

/** A number; a blank is 0. */
export function number(name: string, given: unknown): number {
  const value = plain(name, given);
  if (typeof value === "number") return value;
  if (isBlank(value)) return 0;
  throw new FunnelError(
    "value",
    `${name} must be a number; got ${told(value)} - enter a number such as 1200 or 25%`,
  );
}

/** A number that may be left out. */
export function optional(name: string, given: unknown, standard: number) {
  return isBlank(plain(name, given)) ? standard : number(name, given);
}

/** One of these words; a blank (0 in some versions) is the first. */
export function word<T extends string>(
  name: string,
  given: unknown,
  words: readonly T[],
): T {
  const value = plain(name, given);
  if (isBlank(value) || value === 0) return words[0]!;
  const text = typeof value === "string" ? value.trim() : told(value);
  return (
    words.find((each) => each === text.toLowerCase()) ??
    choice(name, text, words)
  );
}

/** The numbers of one row or one column; `item` is what one of them is called: "rate" makes "rate 2". */
export function list(name: string, item: string, given: unknown): GivenList {
  const rows = Array.isArray(given) ? given : [[given]];
  const first: unknown = rows[0];
  const width = Array.isArray(first) ? first.length : 1;
  const size = rows.length * width;
  if (size === 0)
    throw new FunnelError(
      "value",
      `${name} must be a range; got no cell - select the cells that hold the numbers`,
    );
  if (rows.length > 1 && width > 1)
    throw new FunnelError(
      "value",
      `${name} must be one row or one column; got ${rows.length} rows and ${width} columns - give a single row or column`,
    );
  if (size > MOST_CELLS)
    throw new FunnelError(
      "value",
      `${name} must be at most ${MOST_CELLS} cells; got ${size} - give the part that holds numbers`,
    );
  const orientation = rows.length > 1 ? "column" : "row";
  const at = (index: number): unknown => {
    const row: unknown = rows[orientation === "column" ? index : 0];
    if (!Array.isArray(row)) return row;
    return row[orientation === "column" ? 0 : index];
  };
  const length = meantLength(size, at);
  if (length === 0)
    throw new FunnelError(
      "na",
      `${name} is blank - give a range that holds at least one ${item}`,
    );
  const values = new Array<number>(length);
  for (let index = 0; index < length; index++)
    values[index] = number(`${item} ${index + 1}`, at(index));
  return { values, orientation };
}

function meantLength(size: number, at: (index: number) => unknown): number {
  if (size <= LONGEST_LIST) return size;
  let length = size;
  while (length > 0) {
    const value = at(length - 1);
    if (!isBlank(value) && value !== 0) break;
    length--;
  }
  return length;
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}

/** The plain value of a cell: rich values (a currency, a formatted number, an entity) carry theirs in `basicValue`. */
function plain(name: string, given: unknown): unknown {
  if (typeof given !== "object" || given === null) return given;
  if (Array.isArray(given)) {
    const [row] = given as unknown[];
    const single = Array.isArray(row) ? row.length === 1 : true;
    if (given.length === 1 && single)
      return plain(name, Array.isArray(row) ? row[0] : row);
    throw new FunnelError(
      "value",
      `${name} must be one cell; got a range - choose one of its cells`,
    );
  }
  const rich = given as Record<string, unknown>;
  if (rich.type === "Error" || rich.basicType === "Error")
    throw new GivenError(name, String(rich.code ?? rich.basicValue));
  const value = rich.basicValue;
  return value === undefined || typeof value === "object" ? given : value;
}

function told(value: unknown): string {
  if (typeof value === "string") {
    const text = value.length > 40 ? `${value.slice(0, 40)}…` : value;
    return `the text "${text}"`;
  }
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") return String(value);
  return "a value without a number";
}
