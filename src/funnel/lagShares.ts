import { choice, finiteNumber, refuse, shown } from "./checks";
import { givenLagModel } from "./lag/givenLagModel";
import { LAG_MODELS, type LagModelName } from "./lag/lagModel";
import { evenShare, sharesBetween } from "./lag/lagPeriods";
import { periodCount } from "./timing/periods";

export const ARRIVALS = ["start", "even"] as const;
export type Arrival = (typeof ARRIVALS)[number];

/**
 * Share of the eventual conversions that comes 0, 1, 2 ... periods after the period in which the leads arrive.
 *
 * Meaning: "start" has all leads arrive as the first period begins, "even" evenly inside it. What converts after the last
 * period is not in the result, so the shares add up to less than 1.
 * Shape: `scaleDays` and `shape` as COHORT_LAG gives them: Weibull scale and shape; exponential mean days and 1; lognormal
 * median days and sigma; gengamma exp(mu) and [sigma, Q]. `periodDays` above 0; `periods` shares.
 * Method: differences of the distribution; for even arrival their average over the period, by Gauss and Legendre's rule.
 * Source: J. D. Kalbfleisch, R. L. Prentice, "The Statistical Analysis of Failure Time Data" (2002), 2.2; the cases in the
 * tests come from SciPy.
 * Throws: value for parameters that the model does not have.
 *
 * @example lagShares(30, 1, 30, 2, "start", "exponential") // [1 - Math.exp(-1), Math.exp(-1) - Math.exp(-2)]
 */
export function lagShares(
  scaleDays: number,
  shape: number | readonly number[],
  periodDays: number,
  periods: number,
  arrival: Arrival = "start",
  model: LagModelName = "weibull",
): number[] {
  choice("model", model, LAG_MODELS);
  choice("arrival", arrival, ARRIVALS);
  const lag = givenLagModel(model, scaleDays, [shape].flat());
  periodLength(periodDays);
  const ends = Array.from(
    { length: periodCount(periods) + 1 },
    (_, at) => at * periodDays,
  );
  return arrival === "start"
    ? sharesBetween(lag, ends)
    : ends.slice(1).map((_, later) => evenShare(lag, periodDays, later));
}

export function periodLength(days: number): number {
  if (finiteNumber("period_days", days) <= 0)
    refuse(
      `period_days must be above 0; got ${shown(days)} - enter 30.4375 for months, 7 for weeks`,
    );
  return days;
}
