import { expectedBookings as compute } from "../funnel";
import { cell } from "./cell";
import { number } from "./given";
import { list } from "./givenRanges";

/**
 * Bookings to expect from a volume that enters the funnel.
 * @customfunction EXPECTED_BOOKINGS
 * @helpurl https://localhost:3000/reference/EXPECTED_BOOKINGS.html
 * @param volume Units that enter the first step (count)
 * @param rates Conversion rate of each step, first to last, in a row or a column (rates, 25% or 0.25)
 * @param average_deal_size Contract value of an average deal (money)
 * @returns Bookings (money).
 */
export function expectedBookings(
  volume: any,
  rates: any[][],
  average_deal_size: any,
): number {
  return cell(() =>
    compute(
      number("volume", volume),
      list("rates", "rate", rates).values,
      number("average_deal_size", average_deal_size),
    ),
  );
}
