import { requiredInquiries as compute, ROUNDINGS } from "../funnel";
import { cell } from "./cell";
import { number, optional, word } from "./given";

/**
 * Inquiries needed to reach a bookings target.
 * @customfunction REQUIRED_INQUIRIES
 * @helpurl https://localhost:3000/reference/REQUIRED_INQUIRIES.html
 * @param bookings_target Bookings to reach (money)
 * @param average_deal_size Contract value of an average deal (money)
 * @param inquiry_to_mql Part of the inquiries that become MQLs (rate, 8% or 0.08)
 * @param mql_to_sql Part of the MQLs that sales accepts as SQLs (rate, 20% or 0.2)
 * @param sql_to_booking Part of the SQLs that become bookings (rate, 25% or 0.25)
 * @param [source_share] Part of the target that this source must bring; the whole when left out (share, 0 to 1)
 * @param [rounding] "none" when left out, "final" for the exact answer rounded up, "cascade" to round up at every stage (text)
 * @returns Inquiries (count).
 */
export function requiredInquiries(
  bookings_target: any,
  average_deal_size: any,
  inquiry_to_mql: any,
  mql_to_sql: any,
  sql_to_booking: any,
  source_share?: any,
  rounding?: any,
): number {
  return cell(() =>
    compute(
      number("bookings_target", bookings_target),
      number("average_deal_size", average_deal_size),
      number("inquiry_to_mql", inquiry_to_mql),
      number("mql_to_sql", mql_to_sql),
      number("sql_to_booking", sql_to_booking),
      optional("source_share", source_share, 1),
      word("rounding", rounding, ROUNDINGS),
    ),
  );
}
