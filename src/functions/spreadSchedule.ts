import { spreadSchedule as compute } from "../funnel";
import { spill } from "./cell";
import { number } from "./given";
import { list, orientationOf } from "./givenRanges";

/**
 * Volume to create in each period, every period's bookings spread backwards over the time that conversions take.
 * @customfunction SPREAD_SCHEDULE
 * @helpurl https://localhost:3000/reference/SPREAD_SCHEDULE.html
 * @param bookings_by_period Bookings to reach in each period, in a row or a column (money)
 * @param average_deal_size Contract value of an average deal (money)
 * @param rate Part of the volume that becomes bookings (rate, 25% or 0.25)
 * @param lag_shares Part of the conversions that comes 0, 1, 2 ... periods after creation, in a row or a column (shares, sum 1)
 * @returns One count per period, laid out like the bookings; the first stands as many periods before the first bookings as there are lag shares less one (counts).
 */
export function spreadSchedule(
  bookings_by_period: any[][],
  average_deal_size: any,
  rate: any,
  lag_shares: any[][],
): any[][] {
  return spill(() => {
    const bookings = list("bookings_by_period", "bookings", bookings_by_period);
    const shares = list("lag_shares", "lag share", lag_shares);
    return {
      values: compute(
        bookings.values,
        number("average_deal_size", average_deal_size),
        number("rate", rate),
        shares.values,
      ),
      orientation: orientationOf(bookings, shares),
    };
  });
}
