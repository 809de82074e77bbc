import { choice } from "./checks";
import { dayCounts } from "./cohort/dayCounts";
import { finalRate, question } from "./cohort/finalRate";
import { fittedLag } from "./cohort/fittedLag";
import { priorOf } from "./cohort/prior";
import { waldLimits } from "./cohort/waldLimits";
import type { LagModelName } from "./lag/lagModel";

/**
 * The rate that a cohort reaches in the end, and how long its conversions take, from counts by day.
 *
 * Meaning: final rate, its limits, median and 90th percentile of the lag in days, log-likelihood, and maturity, the share
 * of the final conversions that have happened. The upper limit is 1 where the data cannot tell.
 * Shape: `days` after entry, each with the leads that `converted` on it and that are `open` at that age; `priorRate` a
 * belief about the rate worth `priorWeight` leads.
 * Method: mixture of leads that convert in the end and leads that never do, by maximum likelihood on whole days: a
 * difference of d days is a lag between d - 1/2 and d + 1/2. Limits by profile likelihood, or on the logit scale from the
 * curvature ("wald"), which hides that data cannot tell.
 * Source: J. W. Boag, JRSS B 11 (1949), 15-53; V. T. Farewell, Biometrics 38 (1982), 1041-1046; R. A. Maller, X. Zhou,
 * "Survival Analysis with Long-Term Survivors" (1996).
 * Throws: value for arguments that cannot be; na with fewer than 3 conversions.
 *
 * @example cohortFit([0, 1, 2, 3], [5, 3, 2, 1], [0, 0, 0, 0]).rate // 1
 */
export function cohortFit(
  days: readonly number[],
  converted: readonly number[],
  open: readonly number[],
  model: LagModelName = "weibull",
  confidence = 0.8,
  interval: "profile" | "wald" = "profile",
  priorRate = 0,
  priorWeight = 0,
): CohortFit {
  choice("interval", interval, ["profile", "wald"]);
  const counts = dayCounts(days, converted, open);
  const asked = question(counts, model, priorOf(priorRate, priorWeight));
  const found = finalRate(asked, confidence);
  const { fit, rate, maturity } = found;
  const lag = fittedLag(model, fit.lag).model;
  const [low, high] =
    interval === "wald"
      ? waldLimits(asked, fit, confidence)
      : [found.low, found.high];
  return {
    ...{ rate, low, high, maturity, logLikelihood: fit.value },
    medianDays: lag.quantile(0.5),
    p90Days: lag.quantile(0.9),
  };
}

export interface CohortFit {
  rate: number;
  low: number;
  high: number;
  medianDays: number;
  p90Days: number;
  logLikelihood: number;
  maturity: number;
}
