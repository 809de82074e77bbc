/**
 * Reads what Excel hands to a custom function. An empty cell arrives as null, "" or 0, depending on the version, and an
 * omitted argument as null: a blank is therefore a 0 wherever a number is demanded and the default wherever one exists.
 * Text and booleans are refused, never converted; rich values count by their plain value; errors pass through.
 */
import { FunnelError } from "../funnel";
import { choice } from "../funnel/checks";

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

/** A number; a blank is 0. */
export function number(name: string, given: unknown): number {
  const value = plain(name, given);
  if (typeof value === "number") return value;
  if (isBlank(value)) return 0;
  const [kind, example] = DATE.test(name)
    ? ["date", "31-Mar-2027"]
    : ["number", "1200 or 25%"];
  throw new FunnelError(
    "value",
    `${name} must be a ${kind}; got ${told(value)} - enter a ${kind} such as ${example}`,
  );
}

/** What Excel holds as a number and people write otherwise: booking_date, entered date 5, holiday 2, as_of. */
const DATE =
  /(^|[_ ])dates?( \d+)?$|^(as_of|created|responded|start|end|utc|holiday \d+)$/;

/** A number that may be left out. */
export function optional(name: string, given: unknown, standard: number) {
  return isBlank(plain(name, given)) ? standard : number(name, given);
}

/** A number, or undefined where it is left out. */
export function maybe(name: string, given: unknown): number | undefined {
  return isBlank(plain(name, given)) ? undefined : number(name, given);
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
    words.find((each) => each.toLowerCase() === text.toLowerCase()) ??
    choice(name, text, words)
  );
}

/** One of these words, which may not be left out. */
export function chosen<T extends string>(
  name: string,
  given: unknown,
  words: readonly T[],
): T {
  const value = plain(name, given);
  return isBlank(value) || value === 0
    ? choice(name, "", words)
    : word(name, given, words);
}

/** A text without spaces around it; a number counts as its digits, a blank (0 in some versions) as "". */
export function text(name: string, given: unknown): string {
  const value = plain(name, given);
  if (isBlank(value) || value === 0) return "";
  if (typeof value === "string") return value.trim();
  if (typeof value === "number") return String(value);
  throw new FunnelError(
    "value",
    `${name} must be a text; got ${told(value)} - enter a text`,
  );
}

export function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}

/** The plain value of a cell: rich values (a currency, a formatted number, an entity) carry theirs in `basicValue`. */
export function plain(name: string, given: unknown): unknown {
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
