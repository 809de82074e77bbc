import { earliestVolume as compute } from "../funnel";
import { cell } from "./cell";
import { number } from "./given";
import { list, optionalList } from "./givenRanges";

/**
 * The least volume in all that meets the deals wanted up to each period, created as early as capacity allows.
 * @customfunction EARLIEST_VOLUME
 * @helpurl https://localhost:3000/reference/EARLIEST_VOLUME.html
 * @param deals_by_period Deals wanted in each period, in a row or a column (counts)
 * @param rate Part of the volume that becomes deals (rate, 25% or 0.25)
 * @param lag_shares Part of the conversions that comes 0, 1, 2 ... periods after creation, in a row or a column (shares, sum 1)
 * @param past_volumes Volumes of the periods just before the first, the latest last; may be blank (counts)
 * @param capacity Most volume that can be created in one period; blank or 0 for no limit (count)
 * @returns Volume over all periods together (count).
 */
export function earliestVolume(
  deals_by_period: any[][],
  rate: any,
  lag_shares: any[][],
  past_volumes: any[][],
  capacity: any,
): number {
  return cell(() =>
    compute(
      list("deals_by_period", "deals", deals_by_period).values,
      number("rate", rate),
      list("lag_shares", "lag share", lag_shares).values,
      optionalList("past_volumes", "past volume", past_volumes)?.values,
      // A blank cell arrives as 0 in some versions.
      number("capacity", capacity) || Infinity,
    ),
  );
}
