import { safeVolumeForBookings as compute } from "../funnel";
import { cell } from "./cell";
import { number, optional } from "./given";

/**
 * How many leads it takes to meet the bookings target with the confidence you want: luck, an uncertain rate and deals of different size allowed for.
 * @customfunction SAFE_VOLUME_FOR_BOOKINGS
 * @helpurl https://localhost:3000/reference/SAFE_VOLUME_FOR_BOOKINGS.html
 * @param bookings_target Bookings to reach (money)
 * @param rate Share of leads that become deals (rate, 0 to 1)
 * @param rate_sample How many leads that rate was measured on, or is worth; blank when it is known exactly (count)
 * @param average_deal_size Contract value of an average deal (money)
 * @param deal_size_variation Standard deviation of deal sizes divided by their mean; blank when all are equal (share, 60% or 0.6)
 * @param [confidence] How sure to be; 80% when left out (fraction, above 0 and below 1)
 * @returns Whole leads (count).
 */
export function safeVolumeForBookings(
  bookings_target: any,
  rate: any,
  rate_sample: any,
  average_deal_size: any,
  deal_size_variation: any,
  confidence?: any,
): number {
  return cell(() =>
    compute(
      number("bookings_target", bookings_target),
      number("rate", rate),
      number("rate_sample", rate_sample),
      number("average_deal_size", average_deal_size),
      number("deal_size_variation", deal_size_variation),
      optional("confidence", confidence, 0.8),
    ),
  );
}
