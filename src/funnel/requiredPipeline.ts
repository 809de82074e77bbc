import { amount, rate, result, usableRate } from "./checks";
import { remainingTarget } from "./pipelineCoverage";

/**
 * Open pipeline needed to reach the rest of the target.
 *
 * Meaning: (bookingsTarget - wonSoFar) / winRate, 0 once the target is met.
 * Shape: money in one currency; `winRate` a fraction 0-1, by value rather than by count when large deals close less
 * often.
 * Method: division.
 * Source: definition; the cases in the tests come from exact rational arithmetic.
 * Throws: value for a negative amount or a win rate outside 0-1; na for a win rate of 0 while something remains; num
 * for a pipeline beyond the range of a number.
 *
 * @example requiredPipeline(1_500_000, 0.25, 500_000) // 4000000
 */
export function requiredPipeline(
  bookingsTarget: number,
  winRate: number,
  wonSoFar = 0,
): number {
  amount("bookings_target", bookingsTarget);
  rate("win_rate", winRate);
  const remaining = remainingTarget(bookingsTarget, wonSoFar);
  if (remaining === 0) return 0;
  return result(remaining / usableRate("win_rate", winRate));
}
