import { amount, divisor, margin, result } from "./checks";

/**
 * Return on marketing investment: what a unit of money spent brings on top of itself.
 *
 * Meaning: (bookings x contributionMargin - spend) / spend; 0 is money back, 1.5 is 2.5 times the spend.
 * Shape: bookings and spend in money; margin a fraction from -1 to 1; the result is a ratio.
 * Method: arithmetic.
 * Source: definition (P. Farris et al., "Marketing Metrics", chapter 10); the cases in the tests come from exact fractions.
 * Throws: value for a negative amount or a margin beyond -1 to 1; div0 for a spend of 0; num when the result is too large.
 *
 * @example romi(600_000, 0.75, 180_000) // 1.5
 */
export function romi(
  bookings: number,
  contributionMargin: number,
  spend: number,
): number {
  amount("bookings", bookings);
  margin("contribution_margin", contributionMargin);
  divisor("spend", spend, "the money spent on marketing");
  return result((bookings * contributionMargin - spend) / spend);
}
