import { requiredDeals as compute, ROUNDINGS } from "../funnel";
import { cell } from "./cell";
import { number, optional, word } from "./given";

/**
 * Deals needed to reach a bookings target.
 * @customfunction REQUIRED_DEALS
 * @helpurl https://localhost:3000/reference/REQUIRED_DEALS.html
 * @param bookings_target Bookings to reach (money)
 * @param average_deal_size Contract value of an average deal (money)
 * @param [source_share] Part of the target that this source must bring; the whole when left out (share, 0 to 1)
 * @param [rounding] "none" when left out, "final" for the exact answer rounded up, "cascade" to round up at every stage (text)
 * @returns Deals (count).
 */
export function requiredDeals(
  bookings_target: any,
  average_deal_size: any,
  source_share?: any,
  rounding?: any,
): number {
  return cell(() =>
    compute(
      number("bookings_target", bookings_target),
      number("average_deal_size", average_deal_size),
      optional("source_share", source_share, 1),
      word("rounding", rounding, ROUNDINGS),
    ),
  );
}
