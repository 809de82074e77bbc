/**
 * The way back: cells that still hold what was written get their FUNNEL formula again, wherever they and the cells that
 * they refer to have moved; cells that were edited meanwhile are kept and reported.
 */
import { Book } from "./book";
import { matchRun } from "./match";
import type {
  Area,
  CellValue,
  FormulaCell,
  NamedCell,
  Place,
  SheetName,
} from "./model";
import type { PortableRecord } from "./record";
import { placeKey } from "./references";

export interface BackInput {
  record: PortableRecord;
  /** The sheets as they are called now. */
  sheets: readonly SheetName[];
  /** All cells that hold formulas now, each with all the cells that its result covers. */
  cells: readonly FormulaCell[];
  /** What an area shows now. */
  valuesAt: (area: Area) => CellValue[][];
  /** Where the names that were told then refer to now. */
  names?: readonly NamedCell[];
}

/** Empty the area, then write the formula into its first cell, or over all of it when `isArray`. */
export interface Restored extends Area {
  formula: string;
  isArray?: boolean;
  /** Where it stood when it was made portable, if that was elsewhere. */
  movedFrom?: Place;
}

/** A cell that stays as it is. */
export interface Kept extends Place {
  original: string;
  /** The plain formula, or the values, that were written. */
  written: string;
  /** What stands there now. */
  now: string;
  reason: string;
}

export interface WayBack {
  restored: Restored[];
  kept: Kept[];
}

export function toFunctions(input: BackInput): WayBack {
  const restored: Restored[] = [];
  const kept: Kept[] = [];
  const book = new Book(input);
  // The last run first: what it wrote may stand where an earlier one had written.
  for (const run of [...input.record.runs].reverse()) {
    const taken = new Set(book.claimed);
    const found = matchRun(run, book);
    restored.push(...found.restored);
    kept.push(...found.kept.filter((each) => !taken.has(placeKey(each))));
  }
  return { restored, kept };
}
