import { cohortCurveCounts as compute } from "../funnel";
import { table } from "./cell";
import { optional } from "./given";
import { columns } from "./givenCohort";
import { laidAlong, list } from "./givenRanges";

/**
 * The share of leads that has converted by certain days after entry, from counts by day, such as those of COUNTIFS.
 * @customfunction COHORT_CURVE_COUNTS
 * @helpurl https://localhost:3000/reference/COHORT_CURVE_COUNTS.html
 * @param days Days after entry, 0 for the same day, in a row or a column (days)
 * @param converted Leads that converted so many days after they entered (count)
 * @param open Leads that are that old and have not converted (count)
 * @param at_days Days after entry to show, such as 7, 30 and 90 (days)
 * @param [confidence] How sure the limits are meant to be; 80% when left out (share)
 * @param [lost] Leads that were disqualified so many days after they entered (count)
 * @returns For each day its share converted, low, high, and in words how many leads it rests on; a row per day if the days are a column (rates, text).
 */
export function cohortCurveCounts(
  days: any[][],
  converted: any[][],
  open: any[][],
  at_days: any[][],
  confidence?: any,
  lost?: any[][],
): any[][] {
  return table(() => {
    const [at = [], won = [], left = [], gone] = columns(
      [
        ["days", "day", days],
        ["converted", "converted", converted],
        ["open", "open", open],
      ],
      ["lost", "lost", lost],
    );
    const { values, orientation } = list("at_days", "day", at_days);
    const sure = optional("confidence", confidence, 0.8);
    const lines = compute(at, won, left, values, sure, gone);
    return laidAlong(orientation, lines);
  });
}
