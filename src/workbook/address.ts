/**
 * References as text, on the Excel reader of @borgar/fx. Rows and columns count from 0. Sheet names compare as Excel
 * compares them: without regard to case.
 */
import { toCol, parseA1Ref, stringifyA1Ref } from "@borgar/fx";

export interface Place {
  sheet: string;
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/**
 * The range that `text` names on a sheet of this workbook ("Budget!$C$14", with or without a leading "="); undefined
 * for anything else: a name, a formula, a whole column, another workbook, a reference without a sheet.
 */
export function place(text: string): Place | undefined {
  const reference = parseA1Ref(text.trim(), { allowTernary: false });
  if (!reference || !("range" in reference)) return undefined;
  const [sheet, ...more] = reference.context ?? [];
  if (sheet === undefined || more.length > 0 || sheet.includes(":"))
    return undefined;
  const { top, left, bottom, right } = reference.range;
  if (top == null || left == null || bottom == null || right == null)
    return undefined;
  return {
    sheet,
    row: top,
    column: left,
    rows: bottom - top + 1,
    columns: right - left + 1,
  };
}

/** The sheet that a defined name's formula leads to, if it is one plain reference. */
export function sheetOf(formula: string): string | undefined {
  const reference = parseA1Ref(formula.trim());
  const context = reference?.context ?? [];
  return context.length === 1 ? context[0] : undefined;
}

/** A reference to a deleted sheet or cell: `#REF!`, whatever the language of Excel calls it. */
export const leadsNowhere = (formula: string): boolean =>
  /#[A-Z\u00C0-\uFFFF]/.test(formula);

/** `Budget!$C$14`, the sheet quoted where it must be. */
export function cellLink(sheet: string, row: number, column: number): string {
  const side = { top: row, bottom: row, left: column, right: column };
  const fixed = { $top: true, $bottom: true, $left: true, $right: true };
  return stringifyA1Ref({ context: [sheet], range: { ...side, ...fixed } });
}

/** `'FY27 Checks'!C4` from a sheet's name and "C4" or "$C$4:$D$9". */
export function onSheet(sheet: string, address: string): string {
  const cell = stringifyA1Ref({
    context: [sheet],
    range: { top: 0, left: 0, bottom: 0, right: 0 },
  });
  return cell.slice(0, -"A1".length) + address;
}

/** "C5:D9" as it stands on its sheet; only for addresses that this project wrote itself. */
export function local(address: string): Omit<Place, "sheet"> {
  const found = place(`S!${address}`);
  if (!found)
    throw new Error(`"${address}" is not an address of one block of cells`);
  return {
    row: found.row,
    column: found.column,
    rows: found.rows,
    columns: found.columns,
  };
}

/** "A1" or "A1:B2" of a block. */
export function blockAddress(
  row: number,
  column: number,
  rows = 1,
  columns = 1,
): string {
  const first = columnName(column) + (row + 1);
  return rows === 1 && columns === 1
    ? first
    : `${first}:${columnName(column + columns - 1)}${row + rows}`;
}

export const columnName = (column: number): string => toCol(column);

export const sameName = (a: string, b: string): boolean => fold(a) === fold(b);

/** A key under which two spellings of one sheet or name meet; independent of the machine's language. */
export const fold = (name: string): string => name.toUpperCase();
