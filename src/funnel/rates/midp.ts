/**
 * Mid-p limits of a rate: the exact limits with only half of the probability of the count itself in each tail.
 *
 * Shape: 0 <= converted <= entered, both may be fractional, entered above 0; confidence between 0 and 1.
 * Method: the root of the mean of two beta tails, which lies between the quantiles of both.
 * Source: H. O. Lancaster, "Significance tests in discrete distributions", JASA 56 (1961), 223-234; R. G. Newcombe,
 * Statistics in Medicine 17 (1998), 857-872, method 6.
 */
import {
  betaInverse,
  betaLower,
  betaUpper,
  betaUpperInverse,
  rootBetween,
} from "../special";

export function midpLimits(
  converted: number,
  entered: number,
  confidence: number,
): [low: number, high: number] {
  const outside = (1 - confidence) / 2;
  const missed = entered - converted;
  // All or none: half of the probability of the only count that far out is p^n / 2.
  const allOrNone = Math.log(2 * outside) / entered;
  if (converted === 0) return [0, 0 - Math.expm1(allOrNone)];
  if (missed === 0) return [Math.exp(allOrNone), 1];
  const atLeast = [converted, missed + 1] as const;
  const above = [converted + 1, missed] as const;
  const between = (
    tail: (a: number, b: number, x: number) => number,
    inverse: (a: number, b: number, p: number) => number,
  ): number =>
    rootBetween(
      (x) => (tail(...atLeast, x) + tail(...above, x)) / 2 / outside - 1,
      inverse(...atLeast, outside),
      inverse(...above, outside),
    );
  return [
    between(betaLower, betaInverse),
    between(betaUpper, betaUpperInverse),
  ];
}
