/** What a value means when it is written to a cell: Excel reads a text as if somebody had typed it. */
import { isTextFormat, parseValue } from "numfmt";
import { parse, tokenize } from "@borgar/fx";
import { movedFormula } from "../references";
import type { CellInput } from "../engine/engine";
import { HostFault, invalidArgument } from "./fault";

export const formulaLimit = 8192;
const textLimit = 32_767;

const errors = [
  "#DIV/0!",
  "#N/A",
  "#NAME?",
  "#NULL!",
  "#NUM!",
  "#REF!",
  "#VALUE!",
];

export interface ReadInput {
  input: CellInput;
  /** What typing this gives a cell without a format: "0%" for "5%". */
  format?: string;
}

interface Place {
  row: number;
  column: number;
}

/**
 * What begins with a sign and is no number is a formula, as if it were typed; "-- none --" is then refused.
 * `origin` is set where one formula goes to many cells: it was written for that cell, relative references move along.
 */
export function readInput(
  value: unknown,
  numberFormat: string,
  place: Place,
  origin?: Place,
): ReadInput {
  if (value === null) return { input: undefined };
  if (typeof value === "number" || typeof value === "boolean")
    return { input: value };
  if (typeof value !== "string")
    throw invalidArgument(
      `A cell takes a number, a text or true and false; got ${JSON.stringify(value)}.`,
    );
  if (value === "") return { input: null };
  if (isTextFormat(numberFormat)) return text(value);
  if (value.startsWith("'")) return text(value.slice(1));
  if (value.startsWith("=") && value.length > 1) {
    checkFormula(value);
    return { input: origin ? movedFormula(value, origin, place) : value };
  }
  const upper = value.trim().toUpperCase();
  if (errors.includes(upper)) return { input: `=${upper}` };
  const read = parseValue(value);
  if (!read && /^[+\-@]./.test(value))
    return readInput(`=${value}`, numberFormat, place, origin);
  if (!read || value.trim() === "") return text(value);
  const typed: ReadInput = { input: read.v as number | boolean };
  if (read.z && numberFormat === "General") typed.format = read.z;
  return typed;
}

/** Behind an apostrophe where the engine would otherwise take it for a formula or for another apostrophe. */
function text(value: string): ReadInput {
  if (value.length > textLimit)
    throw invalidArgument(
      `A cell holds at most ${textLimit} characters; got ${value.length}.`,
    );
  return { input: /^['=]/.test(value) ? `'${value}` : value };
}

/** Refuses what Excel's formula bar would refuse. */
export function checkFormula(formula: string): void {
  if (formula.length > formulaLimit)
    throw new HostFault(
      "FormulaLengthExceedsLimit",
      `A formula has at most ${formulaLimit} characters; got ${formula.length}.`,
    );
  try {
    parse(tokenize(formula, { mergeRefs: true }));
  } catch {
    const shown = formula.length > 80 ? `${formula.slice(0, 80)}…` : formula;
    throw invalidArgument(`This is not a formula that Excel reads: ${shown}`);
  }
}
