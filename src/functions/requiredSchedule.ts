import { requiredSchedule as compute } from "../funnel";
import { spill } from "./cell";
import { number } from "./given";
import { list } from "./givenRanges";

/**
 * Volume to create in each period, so that the bookings come one lag later.
 * @customfunction REQUIRED_SCHEDULE
 * @helpurl https://localhost:3000/reference/REQUIRED_SCHEDULE.html
 * @param bookings_by_period Bookings to reach in each period, in a row or a column; start it earlier with blank periods to see what must exist before the plan (money)
 * @param average_deal_size Contract value of an average deal (money)
 * @param rate Part of the volume that becomes bookings (rate, 25% or 0.25)
 * @param lag_periods Mean time from creation to booking; 1.5 is one and a half periods (periods, 0 or more)
 * @returns One count per period, laid out like the bookings; #N/A where the bookings would fall after the last period (counts).
 */
export function requiredSchedule(
  bookings_by_period: any[][],
  average_deal_size: any,
  rate: any,
  lag_periods: any,
): any[][] {
  return spill(() => {
    const bookings = list("bookings_by_period", "bookings", bookings_by_period);
    return {
      values: compute(
        bookings.values,
        number("average_deal_size", average_deal_size),
        number("rate", rate),
        number("lag_periods", lag_periods),
      ),
      orientation: bookings.orientation,
    };
  });
}
