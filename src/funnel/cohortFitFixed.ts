import { rate as rateArgument, usableRate } from "./checks";
import { dayCounts } from "./cohort/dayCounts";
import { question } from "./cohort/finalRate";
import { freshFit } from "./cohort/lagFit";
import { fittedLag } from "./cohort/fittedLag";
import type { LagModelName } from "./lag/lagModel";

/**
 * How long a cohort's conversions take when the rate that it reaches in the end is known.
 *
 * Meaning: median of the lag in days, and the log-likelihood.
 * Shape: as cohortFit; `rate` above 0 and at most 1. With a rate of 1 everybody converts in the end.
 * Method: maximum likelihood on whole days, as cohortFit.
 * Source: as cohortFit; with a rate of 1 interval-censored survival regression.
 * Throws: value for arguments that cannot be; na with fewer than 3 conversions or a rate of 0.
 *
 * @example cohortFitFixed([7, 20], [500, 0], [0, 500], "weibull", 0.5).logLikelihood // 1000 * Math.log(0.5)
 */
export function cohortFitFixed(
  days: readonly number[],
  converted: readonly number[],
  open: readonly number[],
  model: LagModelName = "weibull",
  rate = 1,
): { medianDays: number; logLikelihood: number } {
  usableRate("rate", rateArgument("rate", rate));
  const asked = question(dayCounts(days, converted, open), model);
  const fit = freshFit(asked, Math.log(rate / (1 - rate)));
  return {
    medianDays: fittedLag(model, fit.lag).model.quantile(0.5),
    logLikelihood: fit.value,
  };
}
