import { amount, divisor, result, share } from "./checks";

/**
 * Money that the pipeline turns into bookings in a day.
 *
 * Meaning: opportunities x winRate x averageDealSize / cycleDays.
 * Shape: open opportunities (count), a fraction, money, days from opening to winning; money a day.
 * Method: arithmetic.
 * Source: definition, common in sales operations; by Little's law the flow through a pipeline is its content over the time
 * in it (J. Little, "A Proof for the Queuing Formula L = λW", Operations Research 9, 1961).
 * Throws: value for a negative amount or a rate that is no fraction; div0 for a cycle of 0 days; num when too large.
 *
 * @example salesVelocity(80, 0.25, 30_000, 60) // 10_000
 */
export function salesVelocity(
  opportunities: number,
  winRate: number,
  averageDealSize: number,
  cycleDays: number,
): number {
  amount("opportunities", opportunities);
  share("win_rate", winRate);
  amount("average_deal_size", averageDealSize);
  divisor(
    "cycle_days",
    cycleDays,
    "the days from opening a deal to winning it",
  );
  return result((opportunities * winRate * averageDealSize) / cycleDays);
}
