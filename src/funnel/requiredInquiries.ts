import { requiredVolumes, type Rounding } from "./requiredVolumes";

/**
 * Base inquiries needed for a bookings target.
 *
 * Meaning: deals / sqlToBooking / mqlToSql / inquiryToMql.
 * Shape: money in one currency; rates and share are fractions 0-1; the result is a count, fractional unless rounded.
 * Method, source and failures: `requiredVolumes` with three rates.
 *
 * @example requiredInquiries(1_000_000, 30_000, 0.08, 0.35, 0.22, 1, "final") // 5412
 */
export function requiredInquiries(
  bookingsTarget: number,
  averageDealSize: number,
  inquiryToMql: number,
  mqlToSql: number,
  sqlToBooking: number,
  sourceShare = 1,
  rounding: Rounding = "none",
): number {
  return requiredVolumes(
    bookingsTarget,
    averageDealSize,
    [inquiryToMql, mqlToSql, sqlToBooking],
    sourceShare,
    rounding,
    ["inquiry_to_mql", "mql_to_sql", "sql_to_booking"],
  )[0]!;
}
