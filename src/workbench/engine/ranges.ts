/** Areas of the engine, ranges of Univer and addresses as text. */
import type { IRange } from "@univerjs/core";
import { areaName, maxColumns, maxRows, parseAreas } from "../address";
import type { Area } from "./engine";

export const toRange = (area: Area): IRange => ({
  startRow: area.row,
  startColumn: area.column,
  endRow: area.row + area.rows - 1,
  endColumn: area.column + area.columns - 1,
});

/** Univer marks whole rows and columns by NaN. */
export function toArea(range: IRange): Area {
  const at = (value: number, whole: number): number =>
    Number.isNaN(value) ? whole : value;
  const [row, column] = [at(range.startRow, 0), at(range.startColumn, 0)];
  return {
    row,
    column,
    rows: at(range.endRow, maxRows - 1) - row + 1,
    columns: at(range.endColumn, maxColumns - 1) - column + 1,
  };
}

export const rangesOf = (ref: string): IRange[] => parseAreas(ref).map(toRange);
export const refOf = (ranges: IRange[]): string =>
  ranges.map((range) => areaName(toArea(range))).join(" ");

export function eachCell(
  area: Area,
  visit: (row: number, column: number, r: number, c: number) => void,
): void {
  for (let r = 0; r < area.rows; r++)
    for (let c = 0; c < area.columns; c++)
      visit(area.row + r, area.column + c, r, c);
}
