import { requiredVolumes, type Rounding } from "./requiredVolumes";

/**
 * MQLs needed for a bookings target.
 *
 * Meaning: deals / sqlToBooking / mqlToSql.
 * Shape: money in one currency; rates and share are fractions 0-1; the result is a count, fractional unless rounded.
 * Method, source and failures: `requiredVolumes` with two rates.
 *
 * @example requiredMqls(2_000_000, 75_000, 0.2, 0.25, 1, "final") // 534
 */
export function requiredMqls(
  bookingsTarget: number,
  averageDealSize: number,
  mqlToSql: number,
  sqlToBooking: number,
  sourceShare = 1,
  rounding: Rounding = "none",
): number {
  return requiredVolumes(
    bookingsTarget,
    averageDealSize,
    [mqlToSql, sqlToBooking],
    sourceShare,
    rounding,
    ["mql_to_sql", "sql_to_booking"],
  )[0]!;
}
