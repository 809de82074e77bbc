/**
 * Reads a table of response curves: a line for each channel with curve, a, b and, where wanted, h. Lines may be rows or
 * columns. A blank line is a channel that brings nothing, so that results stay beside their lines.
 */
import { CURVES, FunnelError, type Curve } from "../funnel";
import { choice, refuse } from "../funnel/checks";
import { number, plain } from "./given";
import {
  isLeftOut,
  labelled,
  rectangle,
  type GivenList,
  type Range,
} from "./givenRanges";

export interface GivenCurves {
  curves: Curve[];
  /** Which way the lines follow one another: the results do so too. */
  orientation: "row" | "column";
  /** The lists beside the lines, undefined where left out. */
  beside: (number[] | undefined)[];
}

export function curvesWith(given: unknown, ...beside: Range[]): GivenCurves {
  const all = rectangle("curves", given);
  const isAcross = runsAcross(all);
  const cells = (place: number): unknown[][] | undefined =>
    isAcross
      ? all[place] && [all[place]]
      : place < all[0]!.length
        ? all.map((row) => [row[place]])
        : undefined;
  const width = isAcross ? all.length : all[0]!.length;
  if (width < 3 || width > 4)
    refuse(
      `curves must have 3 or 4 ${isAcross ? "rows" : "columns"}: curve, a, b and h; got ${width} - select one line for each channel`,
    );
  const present = beside.filter(([, , each]) => !isLeftOut(each));
  const { labels, lists } = labelled(["curves", "line", cells(0)], ...present);
  if (labels.values.every((name) => name === ""))
    throw new FunnelError(
      "na",
      "curves are blank - give a line with curve, a and b for each channel",
    );
  const [a, b, h] = ["a", "b", "h"].map((name, place) => {
    const line = cells(place + 1);
    return (at: number) =>
      number(
        `${name} of line ${at + 1}`,
        isAcross ? line?.[0]![at] : line?.[at]![0],
      );
  });
  const curves = labels.values.map((name, at): Curve => {
    const numbers = [a!(at), b!(at), h!(at)] as const;
    if (name === "" && numbers.every((each) => each === 0))
      return ["power", 0, 1];
    return [
      choice(`curve of line ${at + 1}`, name.toLowerCase(), CURVES),
      ...numbers,
    ] as const;
  });
  const found: (GivenList | undefined)[] = beside.map((range) =>
    present.includes(range) ? lists[present.indexOf(range)] : undefined,
  );
  return {
    curves,
    orientation: isAcross ? "row" : "column",
    beside: found.map((each) => each?.values),
  };
}

/** Whether the names of the curves stand side by side; one line alone tells by its shape. */
function runsAcross(all: unknown[][]): boolean {
  const named = (cells: unknown[]) =>
    cells.filter(
      (each) => typeof plain("curves", each) === "string" && each !== "",
    ).length;
  const [across, down] = [named(all[0]!), named(all.map(([first]) => first))];
  return all[0]!.length === 1 || across > down;
}
