import { requiredVolumes as compute, ROUNDINGS } from "../funnel";
import { spill } from "./cell";
import { number, optional, word } from "./given";
import { list } from "./givenRanges";

/**
 * Count needed at every stage to reach a bookings target, deals last.
 * @customfunction REQUIRED_VOLUMES
 * @helpurl https://localhost:3000/reference/REQUIRED_VOLUMES.html
 * @param bookings_target Bookings to reach (money)
 * @param average_deal_size Contract value of an average deal (money)
 * @param rates Conversion rate of each step, first to last, in a row or a column (rates, 25% or 0.25)
 * @param [source_share] Part of the target that this source must bring; the whole when left out (share, 0 to 1)
 * @param [rounding] "none" when left out, "final" for the exact answers rounded up, "cascade" to round up at every stage (text)
 * @returns One count per stage, deals last, laid out like the rates (counts).
 */
export function requiredVolumes(
  bookings_target: any,
  average_deal_size: any,
  rates: any[][],
  source_share?: any,
  rounding?: any,
): any[][] {
  return spill(() => {
    const target = number("bookings_target", bookings_target);
    const size = number("average_deal_size", average_deal_size);
    const { values, orientation } = list("rates", "rate", rates);
    const share = optional("source_share", source_share, 1);
    return {
      values: compute(
        target,
        size,
        values,
        share,
        word("rounding", rounding, ROUNDINGS),
      ),
      orientation,
    };
  });
}
