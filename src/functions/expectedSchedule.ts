import { expectedSchedule as compute } from "../funnel";
import { spill } from "./cell";
import { maybe, number } from "./given";
import { list, optionalList, orientationOf } from "./givenRanges";

/**
 * Bookings to expect in each period from the volumes created by period and the pipeline that is open already.
 * @customfunction EXPECTED_SCHEDULE
 * @helpurl https://localhost:3000/reference/EXPECTED_SCHEDULE.html
 * @param volumes_by_period Volume created in each period, in a row or a column (counts)
 * @param rate Part of the volume that becomes bookings (rate, 25% or 0.25)
 * @param lag_shares Part of the conversions that comes 0, 1, 2 ... periods after creation, in a row or a column (shares, sum 1)
 * @param average_deal_size Contract value of an average deal (money)
 * @param [opening_bookings] Bookings expected in each period from the pipeline that was open before the first; none when left out (money)
 * @param [periods] How many periods to show; as many as there are volumes when left out (count)
 * @returns Bookings by period, laid out like the volumes (money).
 */
export function expectedSchedule(
  volumes_by_period: any[][],
  rate: any,
  lag_shares: any[][],
  average_deal_size: any,
  opening_bookings?: any[][],
  periods?: any,
): any[][] {
  return spill(() => {
    const volumes = list("volumes_by_period", "volume", volumes_by_period);
    const shares = list("lag_shares", "lag share", lag_shares);
    return {
      values: compute(
        volumes.values,
        number("rate", rate),
        shares.values,
        number("average_deal_size", average_deal_size),
        optionalList("opening_bookings", "opening bookings", opening_bookings)
          ?.values,
        maybe("periods", periods),
      ),
      orientation: orientationOf(volumes, shares),
    };
  });
}
