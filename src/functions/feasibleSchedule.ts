import { feasibleSchedule as compute } from "../funnel";
import { table } from "./cell";
import { number } from "./given";
import { list, optionalList, orientationOf } from "./givenRanges";

/**
 * The volumes that come closest to the bookings wanted, none of them negative, and what is missing in each period.
 * @customfunction FEASIBLE_SCHEDULE
 * @helpurl https://localhost:3000/reference/FEASIBLE_SCHEDULE.html
 * @param bookings_by_period Bookings to reach in each period, in a row or a column (money)
 * @param average_deal_size Contract value of an average deal (money)
 * @param rate Part of the volume that becomes bookings (rate, 25% or 0.25)
 * @param lag_shares Part of the conversions that comes 0, 1, 2 ... periods after creation, in a row or a column (shares, sum 1)
 * @param [past_volumes] Volumes of the periods just before the first, the latest last; none when left out (counts)
 * @returns Beside each period's bookings the volume to create and the bookings missing; negative where more come than wanted (counts, money).
 */
export function feasibleSchedule(
  bookings_by_period: any[][],
  average_deal_size: any,
  rate: any,
  lag_shares: any[][],
  past_volumes?: any[][],
): any[][] {
  return table(() => {
    const bookings = list("bookings_by_period", "bookings", bookings_by_period);
    const shares = list("lag_shares", "lag share", lag_shares);
    const [volumes, shortfalls] = compute(
      bookings.values,
      number("average_deal_size", average_deal_size),
      number("rate", rate),
      shares.values,
      optionalList("past_volumes", "past volume", past_volumes)?.values,
    );
    return orientationOf(bookings, shares) === "row"
      ? [volumes, shortfalls]
      : volumes.map((volume, at) => [volume, shortfalls[at]!]);
  });
}
