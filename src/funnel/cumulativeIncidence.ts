import { curve, stepAt } from "./cohort/curve";
import { dayCounts } from "./cohort/dayCounts";

/**
 * Shares of a cohort converted and lost by given days, where a lost lead can no longer convert.
 *
 * Meaning: two rows, one number per day of `at`: share converted, share lost.
 * Shape: `days` after entry, each with the leads that `converted` on it, were `lost` on it and are `open` at that age.
 * Method: Aalen-Johansen. Counting lost leads as open would overstate the conversions.
 * Source: O. O. Aalen, S. Johansen, Scandinavian Journal of Statistics 5 (1978), 141-150.
 * Throws: value for negative days or counts, or lists of different length; na without a lead.
 *
 * @example cumulativeIncidence([1, 2], [1, 1], [1, 0], [0, 2], [1, 2]) // [[0.2, 0.4], [0.2, 0.2]]
 */
export function cumulativeIncidence(
  days: readonly number[],
  converted: readonly number[],
  lost: readonly number[],
  open: readonly number[],
  at: readonly number[],
): number[][] {
  const steps = curve(dayCounts(days, converted, open, lost));
  const found = at.map((day) => stepAt(steps, day));
  return [steps.converted, steps.lost].map((shares) =>
    found.map((step) => shares[step] ?? 0),
  );
}
