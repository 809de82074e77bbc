/** Rows that the parts of Goals share. */
import type { InputDefinition } from "../model";
import {
  type CellSpec,
  type Context,
  inputCell,
  type RowSpec,
  unitText,
} from "../sheet";

export const WIDTHS = [40, 20, 20, 20, 20, 20, 18, 14, 14, 14, 14, 14];
export const WIDTH = WIDTHS.length;
const NOTE = 3;

export const columns = (
  texts: readonly string[],
  numbersFrom = 1,
  numbersTo = Infinity,
): RowSpec => ({
  cells: texts.map((value, column): CellSpec => ({
    column,
    role: column >= numbersFrom && column <= numbersTo ? "period" : "column",
    value,
  })),
});

export function inputLine(
  context: Context,
  { id, label, unit, hint }: Omit<InputDefinition, "sheet">,
): RowSpec {
  return {
    cells: [
      { column: 0, role: "label", value: label },
      { column: 1, role: "unit", value: unitText(context, unit) },
      inputCell(context, id, 2),
      { column: NOTE, role: "note", value: hint },
    ],
  };
}

/** A result with its unit before it and its meaning behind it. */
export const resultLine = (
  label: string,
  unit: string,
  cell: Pick<CellSpec, "key" | "format" | "formula">,
  note: string,
): RowSpec => ({
  cells: [
    { column: 0, role: "label", value: label },
    { column: 1, role: "unit", value: unit },
    { column: 2, role: "calc", ...cell },
    { column: NOTE, role: "note", value: note },
  ],
});
