/** How far cells and the ranges in their formulas are from where they were. */
import type { Moved } from "./lines";
import type { Mark } from "./marks";
import { addressOf, cellAt } from "./references";

export interface Displacement {
  rows: number;
  columns: number;
}

export const length = ({ rows, columns }: Displacement): number =>
  Math.abs(rows) + Math.abs(columns);

export function displacement(then: string, now: string): Displacement {
  const [from, to] = [cellAt(then), cellAt(now)];
  return { rows: to.row - from.row, columns: to.column - from.column };
}

/** Undefined beyond the sheet's edge. */
export function displaced(
  address: string,
  by: Displacement,
): string | undefined {
  const { row, column } = cellAt(address);
  const [down, right] = [row + by.rows, column + by.columns];
  return down < 0 || right < 0 ? undefined : addressOf(down, right);
}

/** A range as it would be in a copy of the formula so far away. */
export function displacedMark(mark: Mark, by: Displacement): Mark {
  if (mark.range === undefined) return mark;
  const [top, left, bottom, right] = mark.range.fixed;
  const moved = (
    line: number | undefined,
    isFixed: boolean,
    distance: number,
  ): number | undefined =>
    line === undefined || isFixed ? line : line + distance;
  return {
    ...mark,
    range: {
      ...mark.range,
      top: moved(mark.range.top, top, by.rows),
      bottom: moved(mark.range.bottom, bottom, by.rows),
      left: moved(mark.range.left, left, by.columns),
      right: moved(mark.range.right, right, by.columns),
    },
  };
}

export function spot(address: string): Moved["then"] {
  const { row, column } = cellAt(address);
  return { top: row, bottom: row, left: column, right: column };
}

/** The same but for where its ranges are: a range has kept its sheet, its $ and its kind, or is lost. */
export const isLike = (then: readonly Mark[], now: readonly Mark[]): boolean =>
  then.length === now.length &&
  then.every(({ text, sheet, range, isLost }, at) => {
    const twin = now[at]!;
    if (text !== twin.text) return false;
    if (range === undefined || twin.isLost)
      return range !== undefined || isLost === twin.isLost;
    return (
      twin.range !== undefined &&
      sheet === twin.sheet &&
      (range.top === undefined) === (twin.range.top === undefined) &&
      (range.left === undefined) === (twin.range.left === undefined) &&
      range.fixed.every((each, side) => each === twin.range!.fixed[side])
    );
  });
