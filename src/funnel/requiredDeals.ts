import { requiredVolumes, type Rounding } from "./requiredVolumes";

/**
 * Deals needed for a bookings target.
 *
 * Meaning: bookingsTarget x sourceShare / averageDealSize.
 * Shape: target and deal size in one currency, share a fraction 0-1; the result is a count, fractional unless rounded.
 * Method, source and failures: `requiredVolumes` without a rate.
 *
 * @example requiredDeals(2_000_000, 75_000, 1, "final") // 27
 */
export function requiredDeals(
  bookingsTarget: number,
  averageDealSize: number,
  sourceShare = 1,
  rounding: Rounding = "none",
): number {
  return requiredVolumes(
    bookingsTarget,
    averageDealSize,
    [],
    sourceShare,
    rounding,
  )[0]!;
}
