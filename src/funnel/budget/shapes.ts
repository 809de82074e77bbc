/** The four shapes of response curves: their results, their slopes, and the way back from a slope to a spend. */
import type { CurveName } from "./curve";
import { hillSpend } from "./hillSpend";

/** A curve that can be computed with. Slopes are logarithms: those of a used-up channel are too small for a number. */
export interface Response {
  result: (spend: number) => number;
  logSlope: (spend: number) => number;
  /** The largest spend with that slope. */
  spend: (logSlope: number) => number;
  /** Up to here each further unit of money brings more than the one before; 0 unless the curve is S-shaped. */
  inflection: number;
}

export const SHAPES: Record<
  CurveName,
  (a: number, b: number, h: number) => Response
> = {
  power: (a, b) => ({
    result: (x) => a * x ** b,
    logSlope: (x) =>
      Math.log(a) + Math.log(b) + (b < 1 ? (b - 1) * Math.log(x) : 0),
    spend: (slope) => Math.exp((Math.log(a) + Math.log(b) - slope) / (1 - b)),
    inflection: 0,
  }),
  log: (a, b) => ({
    result: (x) => a * Math.log1p(x / b),
    logSlope: (x) => Math.log(a) - Math.log(x + b),
    spend: (slope) => grown(b, Math.log(a) - Math.log(b) - slope),
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
      spend: (slope) =>
        h === 1
          ? grown(b, (top - slope) / 2)
          : Math.exp(bend + hillSpend(top - slope, h)),
      inflection: h > 1 ? b * ((h - 1) / (h + 1)) ** (1 / h) : 0,
    };
  },
};

/** b (e^t - 1), also where e^t alone is too large for a number. */
function grown(b: number, t: number): number {
  return t < 700 ? b * Math.expm1(t) : Math.exp(Math.log(b) + t);
}

/** ln(1 + e^t) without overflow. */
function softplus(t: number): number {
  return t > 0 ? t + Math.log1p(Math.exp(-t)) : Math.log1p(Math.exp(t));
}
