import { refuse } from "./checks";
import { FunnelError } from "./funnelError";
import type { Segment } from "./rates/betaBinomial";
import { observed } from "./rates/observed";
import { likeliestPool } from "./rates/likeliestPool";

export const MOST_SEGMENTS = 1000;

/**
 * Rates of segments, each drawn towards the rate of all as far as its own leads say too little.
 *
 * Meaning: [pooled mean, its weight in leads, then the rate of each segment]. The weight is an error of its own where the
 * segments differ no more than chance does: then each has the rate of all. A weight of 0 leaves each its own rate.
 * Shape: counts per segment, whole or fractional, `converted` at most `entered`; at most 1,000 segments. A segment
 * without leads has the pooled mean.
 * Method: empirical Bayes: the mean and weight of a beta distribution of true rates by maximum likelihood of the
 * beta-binomial, then (weight x mean + converted) / (weight + entered).
 * Source: D. M. Kleinman, "Proportions with extraneous variance", JASA 68 (1973), 46-54; G. Casella, "An introduction to
 * empirical Bayes data analysis", American Statistician 39 (1985), 83-87.
 * Throws: value for negative counts, more converted than entered or lists of different length; na when nothing entered.
 *
 * @example pooledRates([2, 2], [20, 20])[3] // 0.1
 */
export function pooledRates(
  converted: readonly number[],
  entered: readonly number[],
): (number | FunnelError)[] {
  if (converted.length !== entered.length)
    refuse(
      `converted and entered must have the same number of cells; got ${converted.length} and ${entered.length} - select ranges of the same length`,
    );
  if (converted.length > MOST_SEGMENTS)
    refuse(
      `converted must be at most ${MOST_SEGMENTS} cells; got ${converted.length} - add small segments up first`,
    );
  const segments = converted
    .map((some, at) => ({ some, all: entered[at]!, suffix: ` ${at + 1}` }))
    .filter(({ some, all }) => some !== 0 || all !== 0)
    .map(({ some, all, suffix }): Segment => {
      observed(some, all, suffix);
      return { converted: some, missed: all - some, entered: all };
    });
  if (segments.length === 0)
    throw new FunnelError(
      "na",
      "entered is blank or 0 - enter how many leads entered each segment",
    );
  const [mean, weight] = likeliestPool(segments);
  const rates = converted.map((some, at) => {
    const all = entered[at]!;
    if (all === 0 || weight === Infinity) return mean;
    return (weight * mean + some) / (weight + all);
  });
  return [mean, weight === Infinity ? ALIKE : weight, ...rates];
}

const ALIKE = new FunnelError(
  "na",
  "the segments differ no more than chance does - each has the pooled rate, whatever the weight",
);
