import { dayCounts } from "./cohort/dayCounts";
import { toldRate, type CohortRate } from "./cohort/toldRate";
import type { LagModelName } from "./lag/lagModel";

/**
 * The rate that a cohort of leads will have reached when nobody converts any more, from counts by day.
 *
 * Meaning: as cohortRate.
 * Shape: `days` after entry, each with the leads that `converted` on it and that are `open` at that age; any order, a day
 * may stand more than once.
 * Method, source: as cohortFit.
 * Throws: value for negative days or counts, or lists of different length; na with fewer than 3 conversions.
 *
 * @example cohortRateCounts([1, 2, 3, 400], [1, 1, 1, 0], [0, 0, 0, 1]).rate.toFixed(4) // "0.7500"
 */
export function cohortRateCounts(
  days: readonly number[],
  converted: readonly number[],
  open: readonly number[],
  confidence = 0.8,
  model: LagModelName = "weibull",
  priorRate = 0,
  priorWeight = 0,
): CohortRate {
  const counts = dayCounts(days, converted, open);
  return toldRate(counts, confidence, model, priorRate, priorWeight);
}
