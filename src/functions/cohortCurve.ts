import { cohortCurve as compute } from "../funnel";
import { table } from "./cell";
import { number, optional } from "./given";
import { leadDates } from "./givenCohort";
import { laidAlong, list } from "./givenRanges";

/**
 * The share of leads that has converted by certain days after entry, counting young leads only as long as they were followed.
 * @customfunction COHORT_CURVE
 * @helpurl https://localhost:3000/reference/COHORT_CURVE.html
 * @param entered_dates When each lead entered the stage, one row or column, up to 1,048,576 leads (dates)
 * @param converted_dates When it converted, in the same order; blank while it has not (dates)
 * @param as_of Day up to which the dates are known; what lies later counts as not yet happened (date)
 * @param at_days Days after entry to show, such as 7, 30 and 90 (days)
 * @param [confidence] How sure the limits are meant to be; 80% when left out (share)
 * @param [lost_dates] When a lead was disqualified, in the same order; blank while it is open. Such leads never convert (dates)
 * @returns For each day its share converted, low, high, and in words how many leads it rests on; a row per day if the days are a column (rates, text).
 */
export function cohortCurve(
  entered_dates: any[][],
  converted_dates: any[][],
  as_of: any,
  at_days: any[][],
  confidence?: any,
  lost_dates?: any[][],
): any[][] {
  return table(() => {
    const dates = leadDates(entered_dates, converted_dates, lost_dates);
    const { values, orientation } = list("at_days", "day", at_days);
    const lines = compute(
      dates.entered,
      dates.converted,
      number("as_of", as_of),
      values,
      optional("confidence", confidence, 0.8),
      dates.lost,
    );
    return laidAlong(orientation, lines);
  });
}
