import { curveRows, type CurveRow } from "./cohort/curveRows";
import { dayCounts } from "./cohort/dayCounts";

/**
 * Share of a cohort that has converted by given days after entry, from counts by day.
 *
 * Meaning: as cohortCurve.
 * Shape: `days` after entry, each with the leads that `converted` on it, that are `open` at that age and that were `lost`
 * on it; any order, a day may stand more than once.
 * Method, source: as cohortCurve.
 * Throws: value for negative days or counts, or lists of different length; na without a lead.
 *
 * @example cohortCurveCounts([5, 8, 12], [2, 2, 0], [2, 1, 1], [5])[0][0] // 0.25
 */
export function cohortCurveCounts(
  days: readonly number[],
  converted: readonly number[],
  open: readonly number[],
  atDays: readonly number[],
  confidence = 0.8,
  lost?: readonly number[],
): CurveRow[] {
  return curveRows(dayCounts(days, converted, open, lost), atDays, confidence);
}
