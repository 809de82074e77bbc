import { requiredSqls as compute, ROUNDINGS } from "../funnel";
import { cell } from "./cell";
import { number, optional, word } from "./given";

/**
 * SQLs (first-stage opportunities) needed to reach a bookings target.
 * @customfunction REQUIRED_SQLS
 * @helpurl https://localhost:3000/reference/REQUIRED_SQLS.html
 * @param bookings_target Bookings to reach (money)
 * @param average_deal_size Contract value of an average deal (money)
 * @param sql_to_booking Part of the SQLs that become bookings (rate, 25% or 0.25)
 * @param [source_share] Part of the target that this source must bring; the whole when left out (share, 0 to 1)
 * @param [rounding] "none" when left out, "final" for the exact answer rounded up, "cascade" to round up at every stage (text)
 * @returns SQLs (count).
 */
export function requiredSqls(
  bookings_target: any,
  average_deal_size: any,
  sql_to_booking: any,
  source_share?: any,
  rounding?: any,
): number {
  return cell(() =>
    compute(
      number("bookings_target", bookings_target),
      number("average_deal_size", average_deal_size),
      number("sql_to_booking", sql_to_booking),
      optional("source_share", source_share, 1),
      word("rounding", rounding, ROUNDINGS),
    ),
  );
}
