import { result } from "./checks";
import { datedCohort } from "./cohort/datedCohort";
import { fittedLag } from "./cohort/fittedLag";
import { isTold, maturity, question } from "./cohort/finalRate";
import { lagReading } from "./cohort/reading";
import { bestFit } from "./cohort/fit";
import type { LagModelName } from "./lag/lagModel";
import { confidenceLevel } from "./rates/confidence";

export interface CohortLag {
  /** One number of days per share. */
  days: number[];
  scaleDays: number;
  /** One number, for gengamma sigma and Q. */
  shape: number[];
  reading: string;
}

/**
 * How many days it takes until given shares of a cohort's final conversions have happened.
 *
 * Meaning: days per share, and the scale and shape of the lag as lagShares and openForecast take them.
 * Shape: serial dates, one per lead, 0 where a lead has not converted; `shares` above 0 and below 1.
 * Method: the lag of cohortFit, which leaves room for the conversions still to come: the lags seen so far are too short,
 * because the long ones of young leads have not been seen yet.
 * Source: as cohortFit.
 * Throws: value for numbers that are no dates, lists of different length or shares that cannot be; na with fewer than 3
 * conversions.
 *
 * @example cohortLag([46000, 46000, 46000], [46010, 46010, 46010], 46030, [0.5]).days[0].toFixed(0) // "10"
 */
export function cohortLag(
  enteredDates: readonly number[],
  convertedDates: readonly number[],
  asOf: number,
  shares: readonly number[] = [0.5, 0.9],
  model: LagModelName = "weibull",
): CohortLag {
  shares.forEach((share, at) => confidenceLevel(`share ${at + 1}`, share));
  const cohort = datedCohort(
    { entered: enteredDates, converted: convertedDates },
    asOf,
  );
  const asked = question(cohort, model);
  const fit = bestFit(asked);
  const { scaleDays, shape, model: lag } = fittedLag(model, fit.lag);
  return {
    days: shares.map((share) => result(lag.quantile(share))),
    ...{ scaleDays: result(scaleDays), shape },
    reading: lagReading(
      { maturity: maturity(asked, fit), isTold: isTold(asked, fit) },
      cohort.leftOut,
    ),
  };
}
