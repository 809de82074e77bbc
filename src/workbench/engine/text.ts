/** A value as the screen shows it under a number format. */
import { format } from "numfmt";
import { isCellError } from "../../xlsx/book";
import type { CellValue } from "../../xlsx/book";

export function shownText(value: CellValue, numberFormat = "General"): string {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return format(numberFormat, value, { throws: false });
}
