import { amount, result } from "./checks";
import { FunnelError } from "./funnelError";

/** What is still to be booked: the target less what is won, never below 0. Money. */
export function remainingTarget(
  bookingsTarget: number,
  wonSoFar: number,
): number {
  amount("bookings_target", bookingsTarget);
  amount("won_so_far", wonSoFar);
  return Math.max(bookingsTarget - wonSoFar, 0);
}

/**
 * How many times the open pipeline covers what is still to be booked.
 *
 * Meaning: openPipeline / (bookingsTarget - wonSoFar). Enough is 1 / win rate.
 * Shape: all in money of one currency; the result is a plain ratio ("3 times").
 * Method: division.
 * Source: definition; the cases in the tests come from exact rational arithmetic.
 * Throws: value for a negative amount; div0 when the target is met, so that nothing remains to cover.
 *
 * @example pipelineCoverage(3_200_000, 1_500_000, 400_000) // 2.909090909090909
 */
export function pipelineCoverage(
  openPipeline: number,
  bookingsTarget: number,
  wonSoFar = 0,
): number {
  amount("open_pipeline", openPipeline);
  const remaining = remainingTarget(bookingsTarget, wonSoFar);
  if (remaining === 0)
    throw new FunnelError(
      "div0",
      "bookings_target is 0 or already won - nothing remains to be covered",
    );
  return result(openPipeline / remaining);
}
