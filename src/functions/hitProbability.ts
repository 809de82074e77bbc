import { DEAL_MODELS, hitProbability as compute } from "../funnel";
import { cell } from "./cell";
import { number, word } from "./given";

/**
 * How likely so many leads are to bring at least the bookings target.
 * @customfunction HIT_PROBABILITY
 * @helpurl https://localhost:3000/reference/HIT_PROBABILITY.html
 * @param volume Leads (count)
 * @param rate Share of leads that become deals (rate, 0 to 1)
 * @param rate_sample How many leads that rate was measured on, or is worth; blank when it is known exactly (count)
 * @param average_deal_size Contract value of an average deal (money)
 * @param deal_size_variation Standard deviation of deal sizes divided by their mean; blank when all are equal (share, 60% or 0.6)
 * @param bookings_target Bookings to reach (money)
 * @param [deal_model] How deal sizes are spread: "gamma" when left out, "lognormal" for a few very large deals (text)
 * @returns Probability (share, 0 to 1).
 */
export function hitProbability(
  volume: any,
  rate: any,
  rate_sample: any,
  average_deal_size: any,
  deal_size_variation: any,
  bookings_target: any,
  deal_model?: any,
): number {
  return cell(() =>
    compute(
      number("volume", volume),
      number("rate", rate),
      number("rate_sample", rate_sample),
      number("average_deal_size", average_deal_size),
      number("deal_size_variation", deal_size_variation),
      number("bookings_target", bookings_target),
      word("deal_model", deal_model, DEAL_MODELS),
    ),
  );
}
