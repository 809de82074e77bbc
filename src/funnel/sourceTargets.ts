import { amount, refuse, sharesOf, shown } from "./checks";
import { sum } from "./sum";

/**
 * A bookings target shared out among the sources that are to create it.
 *
 * Meaning: each source's part of the target.
 * Shape: target in money; `sourceShares` fractions 0-1 that add up to 1; one amount of money per source.
 * Method: target x share; the last source with a share takes what remains, so that the parts add up to the target.
 * Source: definition.
 * Throws: value for a negative target, a share outside 0-1, or shares that do not add up to 1 within 1e-9.
 *
 * @example sourceTargets(1_000_000, [0.5, 0.3, 0.2]) // [500000, 300000, 200000]
 */
export function sourceTargets(
  bookingsTarget: number,
  sourceShares: readonly number[],
): number[] {
  amount("bookings_target", bookingsTarget);
  sharesOf("share", sourceShares);
  const whole = sum(sourceShares);
  if (Math.abs(whole - 1) > 1e-9)
    refuse(
      `source_shares must add up to 1; got ${shown(whole)} - change a share so that together they make 100%`,
    );
  const parts = sourceShares.map((each) => bookingsTarget * each + 0);
  const last = parts.map((part) => part > 0).lastIndexOf(true);
  if (last >= 0) {
    parts[last] = 0;
    parts[last] = Math.max(0, bookingsTarget - sum(parts));
  }
  return parts;
}
