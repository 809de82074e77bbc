/** References as numbers; rows and columns count from 0. */
import { parseA1Ref, stringifyA1Ref, toCol } from "@borgar/fx";
import type { Place, Size } from "./model";

export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

export interface Range {
  /** Empty for the formula's own sheet; a workbook's name may stand before the sheet's. */
  context: string[];
  /** Undefined for a whole column or row. */
  top: number | undefined;
  left: number | undefined;
  bottom: number | undefined;
  right: number | undefined;
  /** Which of the four are fixed with "$", in that order. */
  fixed: readonly [boolean, boolean, boolean, boolean];
}

/** Undefined for anything but one plain range: a name, several sheets, a range that leaves blanks out (A.:.A). */
export function rangeOf(text: string): Range | undefined {
  const found = parseA1Ref(text);
  if (!found || !("range" in found)) return undefined;
  const { context = [], range } = found;
  if (range.trim != null || context.at(-1)?.includes(":")) return undefined;
  return {
    context,
    top: range.top ?? undefined,
    left: range.left ?? undefined,
    bottom: range.bottom ?? undefined,
    right: range.right ?? undefined,
    fixed: [
      range.$top === true,
      range.$left === true,
      range.$bottom === true,
      range.$right === true,
    ],
  };
}

export function rangeText(range: Range): string {
  const { context, top, left, bottom, right, fixed } = range;
  return stringifyA1Ref({
    context,
    range: {
      top: top ?? null,
      left: left ?? null,
      bottom: bottom ?? null,
      right: right ?? null,
      $top: fixed[0],
      $left: fixed[1],
      $bottom: fixed[2],
      $right: fixed[3],
    },
  });
}

export const sizeOfRange = ({ top, left, bottom, right }: Range): Size => ({
  rows:
    top === undefined || bottom === undefined ? MOST_ROWS : bottom - top + 1,
  columns:
    left === undefined || right === undefined ? MOST_COLUMNS : right - left + 1,
});

export const cellCount = ({ rows, columns }: Size): number => rows * columns;

export const sameSize = (one: Size, other: Size): boolean =>
  one.rows === other.rows && one.columns === other.columns;

/** "3 x 1 cells" */
export const sizeText = (size: Size): string =>
  cellCount(size) === 1 ? "1 cell" : `${size.rows} x ${size.columns} cells`;

export function cellAt(address: string): { row: number; column: number } {
  const range = rangeOf(address);
  if (range?.top === undefined || range.left === undefined)
    throw new Error(`"${address}" is no cell`);
  return { row: range.top, column: range.left };
}

export const addressOf = (row: number, column: number): string =>
  `${toCol(column)}${row + 1}`;

/** Sheet names and addresses compare without regard to case. */
export const placeKey = ({ sheet, address }: Place): string =>
  `${address.toUpperCase()}!${sheet.toUpperCase()}`;
