import { confidenceLevel } from "./rates/confidence";
import { chanceOfMore } from "./rates/chanceOfMore";
import { observed } from "./rates/observed";
import { wilsonLimits } from "./rates/wilson";
import { chiSquare1Quantile } from "./special";

/**
 * By how much the second of two rates is higher, and how sure that is.
 *
 * Meaning: [difference, low, high, probability that the second true rate is the higher one]; the difference in points as
 * a fraction, -1 to 1.
 * Shape: counts, whole or fractional, `converted` at most `entered`; `confidence` between 0 and 1.
 * Method: Newcombe's hybrid of the two Wilson ranges (his method 10); the probability under Jeffreys' posteriors.
 * Source: R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in
 * Medicine 17 (1998), 873-890.
 * Throws: value for negative counts, more converted than entered or a confidence outside 0-1; na when nothing entered.
 *
 * @example rateDifference(3, 12, 3, 12)[0] // 0
 */
export function rateDifference(
  converted1: number,
  entered1: number,
  converted2: number,
  entered2: number,
  confidence = 0.8,
): [difference: number, low: number, high: number, chance: number] {
  const rate1 = observed(converted1, entered1, "_1");
  const rate2 = observed(converted2, entered2, "_2");
  const z = Math.sqrt(
    chiSquare1Quantile(confidenceLevel("confidence", confidence)),
  );
  const [low1, high1] = wilsonLimits(converted1, entered1, z);
  const [low2, high2] = wilsonLimits(converted2, entered2, z);
  const difference = rate2 - rate1;
  return [
    difference,
    Math.max(difference - Math.hypot(rate2 - low2, high1 - rate1), -1),
    Math.min(difference + Math.hypot(high2 - rate2, rate1 - low1), 1),
    chanceOfMore(
      posterior(converted1, entered1),
      posterior(converted2, entered2),
    ),
  ];
}

const posterior = (converted: number, entered: number): [number, number] => [
  converted + 0.5,
  entered - converted + 0.5,
];
