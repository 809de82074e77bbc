/** Cell values between the neutral book and Univer's cells. */
import { CellValueType } from "@univerjs/core";
import type { ICellData, Nullable } from "@univerjs/core";
import { isCellError, isErrorText } from "../../xlsx/book";
import type { BookCell, CellValue } from "../../xlsx/book";

/** What the book knows of a cell and Univer does not; it travels in the cell's `custom`, so it moves with the cell. */
export interface CellExtras {
  hyperlink?: BookCell["hyperlink"];
  /** Valid while the plain text is still `plain`. */
  rich?: { runs: unknown; plain: CellValue };
  /** Valid while the formula is still `formula`. */
  array?: { ref: string; dynamic: boolean; formula: string };
  /** The cell is an error without a formula; Univer computes it as the formula `=#N/A`. */
  constantError?: boolean;
  /** A formula that cannot be calculated here, with the result that the file has; valid while that still stands. */
  elsewhere?: { formula: string; value: CellValue };
}

export const extrasOf = (cell: Nullable<ICellData>): CellExtras =>
  (cell?.custom?.["book"] as CellExtras | undefined) ?? {};

export const withExtras = (extras: CellExtras): ICellData["custom"] =>
  Object.keys(extras).length === 0 ? null : { book: extras };

/** Texts that Univer would read as something else when it meets them again: kept as text by force. */
const looksLikeOther = (text: string): boolean =>
  text.startsWith("=") ||
  /^(true|false)$/i.test(text) ||
  (text.trim() !== "" && !Number.isNaN(Number(text.replace(/[,%$\s]/g, ""))));

/** The `v` and `t` of a cell that shows this value. */
export function toUniverValue(value: CellValue): Pick<ICellData, "v" | "t"> {
  if (value === null) return { v: null, t: null };
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean")
    return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (isCellError(value)) return { v: value.error, t: CellValueType.STRING };
  return {
    v: value,
    t: looksLikeOther(value)
      ? CellValueType.FORCE_STRING
      : CellValueType.STRING,
  };
}

/** `computed`: the cell has a formula or is spilled into, so that an error's text is an error. */
export function fromUniverValue(
  cell: Nullable<ICellData>,
  computed: boolean,
): CellValue {
  if (!cell) return null;
  if (cell.v === undefined || cell.v === null) {
    const text = cell.p?.body?.dataStream;
    return text === undefined ? null : text.replace(/\r\n$/, "");
  }
  if (cell.t === CellValueType.BOOLEAN)
    return (
      cell.v === 1 || cell.v === true || cell.v === "1" || cell.v === "TRUE"
    );
  if (computed && isErrorText(cell.v)) return { error: cell.v };
  if (cell.t === CellValueType.NUMBER) return Number(cell.v);
  return cell.v;
}

export const sameValue = (a: CellValue, b: CellValue): boolean =>
  isCellError(a) && isCellError(b) ? a.error === b.error : a === b;
