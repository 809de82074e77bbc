/** What is known of a workbook when its FUNNEL formulas are made portable, and what is to be written into it. */
import type { PortableRecord } from "./record";

/** Errors are texts as Excel writes them ("#N/A"); a blank cell is null or "". */
export type CellValue = number | string | boolean | null;

/** A cell that holds a formula. A result that covers several cells is told at its first cell. */
export interface FormulaCell {
  sheet: string;
  /** "B5" */
  address: string;
  /** As Excel or a file gives it, with "=". */
  formula: string;
  /** Rows of the result; one row of one value unless it spills or was entered as an array formula. */
  values: CellValue[][];
  /** Entered as an array formula, with Ctrl+Shift+Enter. */
  isArray?: boolean;
}

export interface Size {
  rows: number;
  columns: number;
}

/** A reference whose size its text does not tell, or whose blank end must be known. */
export interface AskedReference {
  kind: "name" | "table" | "spill" | "range";
  /** As written: "Plan!Rates", "Table1[Share]", "B5#", "A:A". */
  text: string;
  /** The cell whose formula holds it. */
  sheet: string;
  address: string;
}

/**
 * Of a name, a table's part or a spilled range: its size, a constant being one cell. `filled` is the part that ends with
 * the last row and the last column holding anything but blanks and zeros; all of it when left out. A plain range is only
 * asked for when it is longer than 100 cells. Undefined for what is no range, or not known yet.
 */
export type LookUp = (
  reference: AskedReference,
) => (Size & { filled?: Size }) | undefined;

/** A function as functions.json lists it. */
export interface PortableFunction {
  id: string;
  parameters: readonly {
    name: string;
    dimensionality?: "scalar" | "matrix";
  }[];
}

export interface SheetName {
  name: string;
  /** The host's own id, which survives renaming. */
  id?: string;
}

export interface Place {
  sheet: string;
  address: string;
}

/** A name that refers to one cell, or the first cell of its range. */
export interface NamedCell extends Place {
  name: string;
}

export interface Area extends Place, Size {}

/** What a cell and the rest of its area are to hold. */
export interface Change extends Area {
  /** The formula until now. */
  original: string;
  /** It was entered as an array formula over this area. */
  wasArray?: boolean;
  /** The values until now. */
  before: CellValue[][];
  /** The plain formula; array-entered over the whole area when `isArray`. */
  formula?: string;
  isArray?: boolean;
  /** Or the values that stand for it, texts to be written as texts, and why there is no formula. */
  values?: CellValue[][];
  reason?: string;
}

/** A cell that stays as it is. */
export interface Left extends Place {
  formula: string;
  reason: string;
}

export interface Portable {
  changes: Change[];
  left: Left[];
  /** For the way back; those of earlier runs included. */
  record: PortableRecord;
  /** What the look-up did not know: answer these, call again, and fewer formulas are frozen. */
  unanswered: AskedReference[];
}

/** Why a formula cannot be written without the add-in, in one sentence. */
export class NotPortable extends Error {
  override readonly name = "NotPortable";
}
