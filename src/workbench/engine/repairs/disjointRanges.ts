/**
 * For every new validation rule Univer takes its cells away from all other rules: it cuts each of their ranges into a grid
 * and puts it together again, also where the two have no cell in common. Then nothing is to be done.
 */
import { Rectangle } from "@univerjs/core";
import type { IRange } from "@univerjs/core";

type Subtract = typeof Rectangle.subtractMulti & { isQuick?: boolean };

/** Whole rows and columns have no numbers for their ends: they count as meeting everything. */
const apart = (a: IRange, b: IRange): boolean =>
  a.endRow < b.startRow ||
  b.endRow < a.startRow ||
  a.endColumn < b.startColumn ||
  b.endColumn < a.startColumn;

export function installDisjointRanges(): void {
  const subtract: Subtract = Rectangle.subtractMulti.bind(Rectangle);
  if ((Rectangle.subtractMulti as Subtract).isQuick) return;
  const quick: Subtract = (from, taken) =>
    from.every((range) => taken.every((other) => apart(range, other)))
      ? from
      : subtract(from, taken);
  quick.isQuick = true;
  Rectangle.subtractMulti = quick;
}
