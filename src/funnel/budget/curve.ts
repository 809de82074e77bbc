/** Response curves as people give them: how many results (SQLs) a spend on a channel brings. */
import { amount, choice, notZero, refuse, shown } from "../checks";
import { SHAPES, type Response } from "./shapes";

export type { Response } from "./shapes";

export const CURVES = ["power", "log", "exp", "hill"] as const;
export type CurveName = (typeof CURVES)[number];

/** Its name and numbers, as a line of a table holds them; h is for "hill" alone. */
export type Curve = readonly [
  curve: CurveName,
  a: number,
  b: number,
  h?: number,
];

/** Refuses numbers that make no curve; `line` ends the names in sentences: " of line 2". */
export function response([name, a, b, h = 1]: Curve, line = ""): Response {
  choice(`curve${line}`, name, CURVES);
  amount(`a${line}`, a);
  const remedy =
    name === "power"
      ? "the exponent, above 0 and at most 1"
      : "the spend at which the curve bends";
  notZero(`b${line}`, amount(`b${line}`, b), remedy);
  if (name === "power" && b > 1)
    refuse(
      `b${line} must be at most 1 for a power curve; got ${shown(b)} - enter an exponent such as 0.6`,
    );
  if (amount(`h${line}`, h) > 100)
    refuse(
      `h${line} must be at most 100; got ${shown(h)} - a steeper curve is a single step`,
    );
  // A blank h arrives as 0 in some versions.
  return SHAPES[name](a, b, h || 1);
}

/** Seconds for more. */
const MOST_CURVES = 10_000;

/** One response per line of a table. */
export function checkedCurves(curves: readonly Curve[]): Response[] {
  if (curves.length > MOST_CURVES)
    refuse(
      `curves must be at most ${MOST_CURVES} lines; got ${curves.length} - group the smallest channels`,
    );
  return curves.map((each, at) => response(each, ` of line ${at + 1}`));
}
