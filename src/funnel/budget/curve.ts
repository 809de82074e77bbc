/** Response curves: how many results (SQLs) a spend brings. The four shapes, their slopes, and the way back from a slope. */
import { amount, choice, notZero, refuse, shown } from "../checks";
import { hillSpend } from "./hillSpend";

export const CURVES = ["power", "log", "exp", "hill"] as const;
export type CurveName = (typeof CURVES)[number];

/** Its name and numbers, as a line of a table holds them; h is for "hill" alone. */
export type Curve = readonly [
  curve: CurveName,
  a: number,
  b: number,
  h?: number,
];

/** A curve that can be computed with. Slopes are logarithms: those of a used-up channel are too small for a number. */
export interface Response {
  result: (spend: number) => number;
  logSlope: (spend: number) => number;
  /** The largest spend with that slope. */
  spend: (logSlope: number) => number;
  /** Up to here each further unit of money brings more than the one before; 0 unless the curve is S-shaped. */
  inflection: number;
}

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

const SHAPES: Record<CurveName, (a: number, b: number, h: number) => Response> =
  {
    power: (a, b) => ({
      result: (x) => a * x ** b,
      logSlope: (x) =>
        Math.log(a) + Math.log(b) + (b < 1 ? (b - 1) * Math.log(x) : 0),
      spend: (slope) => Math.exp((Math.log(a) + Math.log(b) - slope) / (1 - b)),
      inflection: 0,
    }),
    log: (a, b) => ({
      result: (x) => a * Math.log1p(x / b),
      logSlope: (x) => Math.log(a) - Math.log(b) - Math.log1p(x / b),
      spend: (slope) => b * Math.expm1(Math.log(a) - Math.log(b) - slope),
      inflection: 0,
    }),
    exp: (a, b) => ({
      result: (x) => -a * Math.expm1(-x / b),
      logSlope: (x) => Math.log(a) - Math.log(b) - x / b,
      spend: (slope) => b * (Math.log(a) - Math.log(b) - slope),
      inflection: 0,
    }),
    hill: (a, b, h) => {
      const bend = Math.log(b);
      const top = Math.log(a) - bend + Math.log(h);
      return {
        result: (x) => a / (1 + (b / x) ** h),
        logSlope: (x) => {
          const v = Math.log(x) - bend;
          return top + (h === 1 ? 0 : (h - 1) * v) - 2 * softplus(h * v);
        },
        spend: (slope) => b * hillSpend(top - slope, h),
        inflection: h > 1 ? b * ((h - 1) / (h + 1)) ** (1 / h) : 0,
      };
    },
  };

/** ln(1 + e^t) without overflow. */
function softplus(t: number): number {
  return t > 0 ? t + Math.log1p(Math.exp(-t)) : Math.log1p(Math.exp(t));
}
