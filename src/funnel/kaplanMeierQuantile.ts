import { share } from "./checks";
import { curve } from "./cohort/curve";
import { dayCounts } from "./cohort/dayCounts";
import { FunnelError } from "./funnelError";

/**
 * The days by which given shares of a cohort had converted.
 *
 * Meaning: per share of `shares` the first day on which the Kaplan-Meier curve reached it, an error where it never did.
 * Shape: `days` after entry, each with the leads that `converted` on it and that are `open` at that age; shares 0 to 1.
 * Method: first day with at least that share converted; where the curve stays at exactly that share, the middle of the
 * flat stretch.
 * Source: the rule of quantile.survfit in R's package survival; J. D. Kalbfleisch, R. L. Prentice, "The Statistical
 * Analysis of Failure Time Data" (2002), 1.4.
 * Throws: value for negative days or counts, lists of different length or a share beyond 0 to 1; na without a lead.
 *
 * @example kaplanMeierQuantile([1, 2, 3, 4], [1, 1, 0, 1], [0, 0, 1, 0], [0.4, 0.5]) // [2, 3]
 */
export function kaplanMeierQuantile(
  days: readonly number[],
  converted: readonly number[],
  open: readonly number[],
  shares: readonly number[],
): (number | FunnelError)[] {
  const steps = curve(dayCounts(days, converted, open));
  const last = steps.days.length - 1;
  return shares.map((each, at) => {
    const left = 1 - share(`share ${at + 1}`, each);
    if (left === 1) return 0;
    const first = steps.open.findIndex((open) => open <= left + DUST);
    if (first < 0)
      return new FunnelError(
        "na",
        `share ${at + 1} has not been reached: the cohort has converted less in ${steps.days[last]!} days`,
      );
    const reached = steps.open[first]!;
    if (Math.abs(reached - left) > DUST) return steps.days[first]!;
    const next = steps.open.findIndex((open) => open < reached);
    return (steps.days[first]! + steps.days[next < 0 ? last : next]!) / 2;
  });
}

/** Shares closer than this are the same, as in R. */
const DUST = 1.5e-8;
