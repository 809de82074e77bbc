import { requiredVolumes, type Rounding } from "./requiredVolumes";

/**
 * SQLs (first-stage opportunities) needed for a bookings target.
 *
 * Meaning: deals / sqlToBooking.
 * Shape: money in one currency; rate and share are fractions 0-1; the result is a count, fractional unless rounded.
 * Method, source and failures: `requiredVolumes` with one rate.
 *
 * @example requiredSqls(2_000_000, 75_000, 0.25) // 106.66666666666667
 */
export function requiredSqls(
  bookingsTarget: number,
  averageDealSize: number,
  sqlToBooking: number,
  sourceShare = 1,
  rounding: Rounding = "none",
): number {
  return requiredVolumes(
    bookingsTarget,
    averageDealSize,
    [sqlToBooking],
    sourceShare,
    rounding,
    ["sql_to_booking"],
  )[0]!;
}
