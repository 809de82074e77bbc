import { bookingsRange as compute } from "../funnel";
import { spill } from "./cell";
import { number } from "./given";
import { optionalList } from "./givenRanges";

/**
 * What bookings so many leads bring with bad luck, in the middle and with good luck.
 * @customfunction BOOKINGS_RANGE
 * @helpurl https://localhost:3000/reference/BOOKINGS_RANGE.html
 * @param volume Leads (count)
 * @param rate Share of leads that become deals (rate, 0 to 1)
 * @param rate_sample How many leads that rate was measured on, or is worth; blank when it is known exactly (count)
 * @param average_deal_size Contract value of an average deal (money)
 * @param deal_size_variation Standard deviation of deal sizes divided by their mean; blank when all are equal (share, 60% or 0.6)
 * @param [levels] Probabilities of staying at or below each amount, in a row or a column; 10%, 50% and 90% when left out (fractions, above 0 and below 1)
 * @returns Bookings at each level, laid out like the levels (money).
 */
export function bookingsRange(
  volume: any,
  rate: any,
  rate_sample: any,
  average_deal_size: any,
  deal_size_variation: any,
  levels?: any[][],
): any[][] {
  return spill(() => {
    const given = optionalList("levels", "level", levels);
    return {
      values: compute(
        number("volume", volume),
        number("rate", rate),
        number("rate_sample", rate_sample),
        number("average_deal_size", average_deal_size),
        number("deal_size_variation", deal_size_variation),
        given?.values,
      ),
      orientation: given?.orientation ?? "row",
    };
  });
}
