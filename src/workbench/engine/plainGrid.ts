/** The plain engine's dealings with cells and rectangles, apart from any workbook. */
import { format as formatNumber } from "numfmt";
import { areaName, intersect, parseAreas, subtract } from "../address";
import { isCellError } from "../../xlsx/book";
import type {
  BookCell,
  BookSheet,
  CellStyle,
  CellValue,
} from "../../xlsx/book";
import type { Area, CellInput, StylePatch } from "./engine";

/** Of plain data; many times faster than structuredClone on the small things that are copied all the time. */
export function copy<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(copy) as T;
  const result: Record<string, unknown> = {};
  for (const key in value) result[key] = copy(value[key]);
  return result as T;
}

export function contentsOf(input: CellInput): BookCell {
  if (typeof input !== "string") return { value: input ?? null };
  if (input.startsWith("'")) return { value: input.slice(1) };
  return input.startsWith("=") && input.length > 1
    ? { formula: input.slice(1) }
    : { value: input };
}

export function shown(value: CellValue, numberFormat = "General"): string {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  return typeof value === "boolean"
    ? String(value).toUpperCase()
    : formatNumber(numberFormat, value, { throws: false });
}

export function grid<T>(
  area: Area,
  at: (row: number, column: number) => T,
): T[][] {
  return Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (__, c) =>
      at(area.row + r, area.column + c),
    ),
  );
}

export function each(
  area: Area,
  visit: (row: number, column: number, r: number, c: number) => void,
): void {
  for (let r = 0; r < area.rows; r++) {
    for (let c = 0; c < area.columns; c++)
      visit(area.row + r, area.column + c, r, c);
  }
}

export function eachCell(
  sheet: BookSheet,
  area: Area,
  visit: (cell: BookCell, row: number, column: number) => void,
): void {
  for (const row of Object.keys(sheet.cells).map(Number)) {
    if (row < area.row || row >= area.row + area.rows) continue;
    for (const column of Object.keys(sheet.cells[row] ?? {}).map(Number)) {
      const cell = sheet.cells[row]?.[column];
      if (cell && column >= area.column && column < area.column + area.columns)
        visit(cell, row, column);
    }
  }
}

export function checkShape(area: Area, values: unknown[][]): void {
  if (
    values.length === area.rows &&
    values.every((row) => row.length === area.columns)
  )
    return;
  throw new Error(
    `The values are not ${area.rows} rows of ${area.columns} columns, as ${areaName(area)} needs.`,
  );
}

export function merged(style: CellStyle, patch: StylePatch): CellStyle {
  const result = changed(style, patch);
  for (const key of ["font", "borders"] as const) {
    const inner = patch[key];
    if (inner) result[key] = changed(style[key] ?? {}, inner);
  }
  // The default format is no format.
  if (result["numberFormat"] === "General") delete result["numberFormat"];
  return result as CellStyle;
}

/** Absent members stay, null ones go. */
function changed(from: object, patch: object): Record<string, unknown> {
  const given = Object.entries(patch).filter(
    ([, value]) => value !== undefined,
  );
  const all = Object.entries({ ...from, ...Object.fromEntries(given) });
  return Object.fromEntries(all.filter(([, value]) => value !== null));
}

/** The rules with `area` cut out of their ranges; a rule that loses all of them goes. */
export function without<T extends { ref: string }>(
  rules: T[],
  area: Area,
): T[] {
  return rules.flatMap((rule) => {
    if (!parseAreas(rule.ref).some((part) => intersect(part, area)))
      return [rule];
    const left = parseAreas(rule.ref).flatMap((part) => subtract(part, area));
    return left.length === 0
      ? []
      : [{ ...rule, ref: left.map((part) => areaName(part)).join(" ") }];
  });
}
