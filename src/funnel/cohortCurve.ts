import { curveRows, type CurveRow } from "./cohort/curveRows";
import { datedCohort } from "./cohort/datedCohort";

/**
 * Share of a cohort that has converted by given days after entry.
 *
 * Meaning: per day of `atDays` the share, its lower and its upper limit, and in words how many leads were followed so long
 * and which rows were left out. Limits are "" while the share is 0 and once it is 1; beyond the oldest lead each of the
 * three is an error.
 * Shape: serial dates, one per lead, 0 where a lead has not converted or is not lost; `confidence` between 0 and 1.
 * Method: Kaplan-Meier, and Aalen-Johansen with lost dates; Greenwood's variance, limits on the log-log scale. Leads that
 * converted on the day of entry count; a conversion or loss after `asOf` has not happened yet.
 * Source: E. L. Kaplan, P. Meier, JASA 53 (1958), 457-481; O. O. Aalen, S. Johansen, Scandinavian Journal of Statistics 5
 * (1978), 141-150; A. Allignol, M. Schumacher, J. Beyersmann, Biometrical Journal 52 (2010), 126-137.
 * Throws: value for numbers that are no dates, negative days or lists of different length; na without a lead.
 *
 * @example cohortCurve([46000, 46000], [46010, 0], 46030, [10])[0][0] // 0.5
 */
export function cohortCurve(
  enteredDates: readonly number[],
  convertedDates: readonly number[],
  asOf: number,
  atDays: readonly number[],
  confidence = 0.8,
  lostDates?: readonly number[],
): CurveRow[] {
  const cohort = datedCohort(
    { entered: enteredDates, converted: convertedDates, lost: lostDates },
    asOf,
  );
  return curveRows(cohort, atDays, confidence, cohort.leftOut);
}
