/** Reads and runs a call such as `=FUNNEL.REQUIRED_MQLS(2000000, 75000, 20%, 25%)`, whose arguments are constants and dates. */
import * as faces from "../functions/faces";

export interface ExampleCall {
  id: string;
  /** As Excel hands them over: null for one left out, a matrix for an array constant. */
  args: unknown[];
}

export type CallResult =
  { value: unknown } | { error: string; sentence: string };

export function readCall(call: string): ExampleCall {
  const [, id, inner] = /^=FUNNEL\.([A-Z0-9._]+)\((.*)\)$/.exec(call) ?? [];
  if (id === undefined || inner === undefined)
    throw new Error(`This is not a call: ${call}`);
  return { id, args: pieces(inner, ",").map(argument) };
}

function argument(text: string): unknown {
  if (!/^\{.*\}$/.test(text)) return constant(text);
  return pieces(text.slice(1, -1), ";").map((row) =>
    pieces(row, ",").map(constant),
  );
}

/** DATE(2026,3,31)+TIME(16,30,0), the part after the date if there is any. */
const DATE =
  /^DATE\((\d+), *(\d+), *(\d+)\)(?:\+TIME\((\d+), *(\d+), *(\d+)\))?$/;

function constant(text: string): unknown {
  if (text === "") return null;
  if (/^".*"$/.test(text)) return text.slice(1, -1).replaceAll('""', '"');
  if (text === "TRUE" || text === "FALSE") return text === "TRUE";
  const date = DATE.exec(text);
  if (date !== null) {
    const [year, month, day, hour, minute, second] = date
      .slice(1)
      .map((part) => Number(part ?? 0));
    const seconds =
      Date.UTC(year!, month! - 1, day, hour, minute, second) / 1000;
    return seconds / 86_400 + 25_569;
  }
  const value = text.endsWith("%")
    ? Number(text.slice(0, -1)) / 100
    : Number(text);
  if (Number.isNaN(value)) throw new Error(`This is not a constant: ${text}`);
  return value;
}

/** Splits where the separator stands outside quotes, braces and parentheses. */
function pieces(text: string, separator: string): string[] {
  const found = [""];
  let depth = 0;
  let isQuoted = false;
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted;
    if (!isQuoted && "{(".includes(sign)) depth++;
    if (!isQuoted && "})".includes(sign)) depth--;
    if (sign === separator && !isQuoted && depth === 0) found.push("");
    else found[found.length - 1] += sign;
  }
  return found.map((piece) => piece.trim());
}

type Face = (...args: unknown[]) => unknown;

/** Runs the custom function with Excel's part played by the smallest runtime that carries an error's code and words. */
export function runCall({ id, args }: ExampleCall): CallResult {
  const name = id
    .toLowerCase()
    .replace(/[._]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const face = (faces as unknown as Record<string, Face | undefined>)[name];
  if (face === undefined) throw new Error(`There is no function ${id}.`);
  const globals = globalThis as Record<string, unknown>;
  const before = globals[RUNTIME];
  globals[RUNTIME] = { Error: ExcelError, ErrorCode };
  try {
    return { value: face(...args, ...missing(face.length - args.length)) };
  } catch (error) {
    if (!(error instanceof ExcelError)) throw error;
    return { error: error.code, sentence: error.message };
  } finally {
    globals[RUNTIME] = before;
  }
}

const RUNTIME = "CustomFunctions";

const missing = (count: number): null[] =>
  new Array<null>(Math.max(0, count)).fill(null);

const ErrorCode = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  divisionByZero: "#DIV/0!",
  invalidNumber: "#NUM!",
  nullReference: "#NULL!",
  invalidName: "#NAME?",
  invalidReference: "#REF!",
};

/** Also a cell of a spilled result. */
export class ExcelError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}
