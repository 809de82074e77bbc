import { choice } from "./checks";
import { confidenceLevel } from "./rates/confidence";
import { jeffreysLimits } from "./rates/jeffreys";
import { midpLimits } from "./rates/midp";
import { observed } from "./rates/observed";
import { wilsonLimits } from "./rates/wilson";
import { betaInverse, betaUpperInverse, chiSquare1Quantile } from "./special";

export const RATE_METHODS = [
  "wilson",
  "jeffreys",
  "exact",
  "midp",
  "agresti-coull",
  "wilson-cc",
] as const;

export type RateMethod = (typeof RATE_METHODS)[number];

/**
 * The range in which the true conversion rate lies, as far as so many leads can tell.
 *
 * Meaning: [low, high], fractions 0-1 that hold the true rate with `confidence`.
 * Shape: counts, whole or fractional, `converted` at most `entered`; `confidence` between 0 and 1.
 * Method: "wilson": the rates from which the observed one is at most z standard errors away; "jeffreys": quantiles of
 * Beta(converted + 1/2, rest + 1/2), 0 and 1 at the ends; "exact": Clopper and Pearson's beta quantiles, never too
 * narrow; "midp": the same with half of the probability of the count itself; "agresti-coull": the normal interval
 * after z^2 / 2 conversions and misses more; "wilson-cc": Wilson for half a conversion less and half a conversion more.
 * Source: L. D. Brown, T. T. Cai, A. DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16
 * (2001), 101-133; R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872.
 * Throws: value for negative counts, more converted than entered, a confidence outside 0-1 or an unknown method; na
 * when nothing entered.
 *
 * @example rateRange(0, 4, 0.75, "exact")[0] // 0
 */
export function rateRange(
  converted: number,
  entered: number,
  confidence = 0.8,
  method: RateMethod = "wilson",
): [low: number, high: number] {
  observed(converted, entered);
  confidenceLevel("confidence", confidence);
  choice("method", method, RATE_METHODS);
  const missed = entered - converted;
  const z = Math.sqrt(chiSquare1Quantile(confidence));
  if (method === "wilson") return wilsonLimits(converted, entered, z);
  if (method === "jeffreys")
    return jeffreysLimits(converted, entered, confidence);
  if (method === "midp") return midpLimits(converted, entered, confidence);
  if (method === "exact") {
    const outside = (1 - confidence) / 2;
    return [
      converted === 0 ? 0 : betaInverse(converted, missed + 1, outside),
      missed === 0 ? 1 : betaUpperInverse(converted + 1, missed, outside),
    ];
  }
  if (method === "wilson-cc") {
    // Less than half a conversion, or less than half a miss, leaves no limit on that side.
    const less = Math.max(converted - 0.5, 0);
    const more = Math.min(converted + 0.5, entered);
    const [low] = wilsonLimits(less, entered, z);
    return [low, wilsonLimits(more, entered, z)[1]];
  }
  const size = entered + z * z;
  const [part, rest] = [converted + (z * z) / 2, missed + (z * z) / 2];
  const half = (z / size) * Math.sqrt((part / size) * rest);
  return [Math.max(part / size - half, 0), Math.min(part / size + half, 1)];
}
