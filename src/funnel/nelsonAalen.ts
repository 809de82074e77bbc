import { curve, stepAt } from "./cohort/curve";
import { dayCounts } from "./cohort/dayCounts";

/**
 * Cumulative hazard of conversion by given days.
 *
 * Meaning: the sum, over the days so far, of conversions divided by the leads that could still convert.
 * Shape: `days` after entry, each with the leads that `converted` on it and that are `open` at that age.
 * Method: Nelson-Aalen.
 * Source: W. Nelson, Technometrics 14 (1972), 945-966; O. O. Aalen, Annals of Statistics 6 (1978), 701-726.
 * Throws: value for negative days or counts, or lists of different length; na without a lead.
 *
 * @example nelsonAalen([5, 8, 12], [2, 2, 0], [2, 1, 1], [5, 8, 12]) // [0.25, 0.75, 0.75]
 */
export function nelsonAalen(
  days: readonly number[],
  converted: readonly number[],
  open: readonly number[],
  at: readonly number[],
): number[] {
  const counts = dayCounts(days, converted, open);
  const steps = curve(counts);
  let hazard = 0;
  const hazards = Array.from(
    steps.followed,
    (leads, step) => (hazard += counts.converted[step]! / leads),
  );
  return at.map((day) => hazards[stepAt(steps, day)] ?? 0);
}
