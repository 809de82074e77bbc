import { notZero } from "./checks";
import { confidenceLevel, innerRate } from "./rates/confidence";
import { count, observed } from "./rates/observed";
import { betaInverse, betaUpperInverse } from "./special";

/** A belief so slight that its product with a rate would be 0. */
const SLIGHTEST = 1e-300;

/**
 * The rate of a young experiment, blended with what was believed before it.
 *
 * Meaning: [rate], or [rate, low, high] when a confidence is given; fractions 0-1. Without leads the prior rate.
 * Shape: counts, whole or fractional; `priorRate` between 0 and 1; `priorWeight` the number of leads the prior rate is
 * worth; `confidence` between 0 and 1.
 * Method: the mean and the equal-tailed quantiles of the posterior Beta(weight x prior + converted, weight x (1 - prior)
 * + entered - converted).
 * Source: A. Gelman and others, "Bayesian Data Analysis" (3rd edition, 2013), 2.4; the cases in the tests are mpmath's.
 * Throws: value for negative counts, more converted than entered, a prior rate or confidence outside 0-1; na without a
 * prior weight.
 *
 * @example blendedRate(3, 12, 0.05, 38) // [0.098]
 */
export function blendedRate(
  converted: number,
  entered: number,
  priorRate: number,
  priorWeight: number,
  confidence?: number,
): number[] {
  if (entered !== 0 || converted !== 0) observed(converted, entered);
  innerRate("prior_rate", priorRate);
  notZero(
    "prior_weight",
    count("prior_weight", priorWeight),
    "how many leads the prior rate is worth",
  );
  const a = Math.max(priorWeight * priorRate, SLIGHTEST) + converted;
  const rest = Math.max(priorWeight * (1 - priorRate), SLIGHTEST);
  const b = rest + (entered - converted);
  const mean = a / (priorWeight + entered);
  if (confidence === undefined) return [mean];
  const outside = (1 - confidenceLevel("confidence", confidence)) / 2;
  return [mean, betaInverse(a, b, outside), betaUpperInverse(a, b, outside)];
}
