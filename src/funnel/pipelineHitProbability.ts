import { ceilGuard } from "./ceilGuard";
import { amount, finiteNumber, refuse, share } from "./checks";
import { chanceOfGoal } from "./risk/chanceOfGoal";
import { wholeUnits } from "./risk/wholeUnits";

const MOST_DEALS = 10_000;

/**
 * The probability that the deals which are open now reach the target.
 *
 * Meaning: each deal is won whole or lost, independently of the others, with its own probability; unlike the weighted
 * pipeline this says how sure the total is.
 * Shape: `dealValues` in money, 0 or more; `winProbabilities` fractions 0-1, one for each deal; the target in money, met
 * already when it is 0 or less.
 * Method: dynamic programme over all sums that are possible, in the unit of the values: exact; beyond 100,000 different
 * sums neighbours are drawn together.
 * Source: R. E. Bellman, "Dynamic Programming" (1957); the cases in the tests come from enumeration of all outcomes.
 * Throws: value for negative values, probabilities outside 0-1, lists of unequal length or more than 10,000 deals.
 *
 * @example pipelineHitProbability([50, 30, 20, 80], [0.5, 0.6, 0.9, 0.2], 100) // 0.412
 */
export function pipelineHitProbability(
  dealValues: readonly number[],
  winProbabilities: readonly number[],
  bookingsTarget: number,
): number {
  const count = dealValues.length;
  if (winProbabilities.length !== count)
    refuse(
      `deal_values and win_probabilities must have the same number of deals; got ${count} and ${winProbabilities.length} - give a probability for every deal`,
    );
  if (count > MOST_DEALS)
    refuse(
      `deal_values must be at most ${MOST_DEALS} deals; got ${count} - add up the smallest ones`,
    );
  dealValues.forEach((each, at) => amount(`deal value ${at + 1}`, each));
  winProbabilities.forEach((each, at) =>
    share(`win probability ${at + 1}`, each),
  );
  if (finiteNumber("bookings_target", bookingsTarget) <= 0) return 1;
  // A deal beyond the target is worth no more than one that just meets it.
  const open = dealValues
    .map((value, at) => ({
      value: Math.min(value, bookingsTarget),
      probability: winProbabilities[at]!,
    }))
    .filter(({ value, probability }) => value > 0 && probability > 0);
  const whole = wholeUnits(open.map(({ value }) => value));
  if (whole === undefined)
    // Sums of thirds may fall short of a tie by their last binary digits.
    return chanceOfGoal(open, bookingsTarget * (1 - 1e-12));
  const counted = open.map(({ probability }, at) => ({
    value: whole.counts[at]!,
    probability,
  }));
  // Half a unit before the least sum that counts: the same for exact sums, fair to those that are drawn together.
  return chanceOfGoal(counted, ceilGuard(bookingsTarget / whole.unit) - 0.5);
}
