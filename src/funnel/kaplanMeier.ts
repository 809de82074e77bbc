import { curve, limits, stepAt } from "./cohort/curve";
import { dayCounts } from "./cohort/dayCounts";

/**
 * Share of a cohort converted by given days, where open leads count as long as they have been followed.
 *
 * Meaning: per day of `at` the share, its lower and its upper limit; limits are "" while the share is 0 and once it is 1.
 * Shape: `days` after entry, each with the leads that `converted` on it and that are `open` at that age; `confidence`
 * between 0 and 1.
 * Method: Kaplan-Meier with Greenwood's variance and limits on the log-log scale; conversions precede the end of
 * observation on the same day.
 * Source: E. L. Kaplan, P. Meier, JASA 53 (1958), 457-481; J. D. Kalbfleisch, R. L. Prentice, "The Statistical Analysis of
 * Failure Time Data" (2002), 1.4.
 * Throws: value for negative days or counts, or lists of different length; na without a lead.
 *
 * @example kaplanMeier([5, 8, 12], [2, 2, 0], [2, 1, 1], [5], 0.95) // [[0.25, 0.06910168290937247, 0.6851928862944812]]
 */
export function kaplanMeier(
  days: readonly number[],
  converted: readonly number[],
  open: readonly number[],
  at: readonly number[],
  confidence = 0.8,
): (number | string)[][] {
  const steps = curve(dayCounts(days, converted, open));
  return at.map((day) => {
    const step = stepAt(steps, day);
    const share = steps.converted[step] ?? 0;
    const variance = steps.variance[step] ?? 0;
    const [low, high] = limits(share, variance, confidence) ?? ["", ""];
    return [share, low, high];
  });
}
