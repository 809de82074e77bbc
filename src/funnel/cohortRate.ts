import { datedCohort } from "./cohort/datedCohort";
import { toldRate, type CohortRate } from "./cohort/toldRate";
import type { LagModelName } from "./lag/lagModel";

/**
 * The rate that a cohort of leads will have reached when nobody converts any more.
 *
 * Meaning: rate, lower and upper limit, maturity and a reading in words. Where the data cannot tell, the upper limit is 1,
 * or with lost dates all that is not lost, and the reading says so.
 * Shape: serial dates, one per lead, 0 where a lead has not converted or is not lost; `priorRate` a belief about the rate,
 * worth `priorWeight` leads.
 * Method: mixture cure model by maximum likelihood, limits by profile likelihood. Lost leads are known never to convert
 * and hold a probability of their own, day by day free; leads that converted on the day of entry count.
 * Source: as cohortFit; M. G. Larson, G. E. Dinse, Applied Statistics 34 (1985), 201-211.
 * Throws: value for numbers that are no dates and lists of different length; na with fewer than 3 conversions.
 *
 * @example cohortRate([46000, 46000, 46000, 46000], [46001, 46002, 46003, 0], 46400).rate.toFixed(4) // "0.7500"
 */
export function cohortRate(
  enteredDates: readonly number[],
  convertedDates: readonly number[],
  asOf: number,
  confidence = 0.8,
  lostDates?: readonly number[],
  model: LagModelName = "weibull",
  priorRate = 0,
  priorWeight = 0,
): CohortRate {
  const cohort = datedCohort(
    { entered: enteredDates, converted: convertedDates, lost: lostDates },
    asOf,
  );
  return toldRate(cohort, confidence, model, priorRate, priorWeight);
}
