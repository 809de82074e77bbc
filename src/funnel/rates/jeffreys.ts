/**
 * The limits between which a rate lies with a given confidence, after `converted` of `entered` did.
 *
 * Shape: 0 <= converted <= entered, both may be fractional, entered above 0; confidence between 0 and 1.
 * Method: equal-tailed quantiles of Beta(converted + 1/2, entered - converted + 1/2), the belief that Jeffreys' prior
 * leaves; 0 and 1 themselves where nobody or everybody converted.
 * Source: L. D. Brown, T. T. Cai, A. DasGupta, "Interval Estimation for a Binomial Proportion", Statistical Science 16
 * (2001), 101-133.
 */
import { betaInverse, betaUpperInverse } from "../special";

export function jeffreysLimits(
  converted: number,
  entered: number,
  confidence: number,
): [low: number, high: number] {
  const outside = (1 - confidence) / 2;
  const [a, b] = [converted + 0.5, entered - converted + 0.5];
  return [
    converted === 0 ? 0 : betaInverse(a, b, outside),
    converted === entered ? 1 : betaUpperInverse(a, b, outside),
  ];
}
