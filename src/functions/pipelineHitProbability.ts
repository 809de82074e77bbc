import { pipelineHitProbability as compute } from "../funnel";
import { cell } from "./cell";
import { number } from "./given";
import { lists } from "./givenRanges";

/**
 * How likely the deals that are open now are to reach the target, each with its own win probability.
 * @customfunction PIPELINE_HIT_PROBABILITY
 * @helpurl https://localhost:3000/reference/PIPELINE_HIT_PROBABILITY.html
 * @param deal_values Value of each open deal, in a row or a column (money)
 * @param win_probabilities Probability of winning each of them (shares, 0 to 1)
 * @param bookings_target Bookings still to be reached (money)
 * @returns Probability (share, 0 to 1).
 */
export function pipelineHitProbability(
  deal_values: any[][],
  win_probabilities: any[][],
  bookings_target: any,
): number {
  return cell(() => {
    const [values, probabilities] = lists(
      ["deal_values", "deal value", deal_values],
      ["win_probabilities", "win probability", win_probabilities],
    );
    return compute(
      values!.values,
      probabilities!.values,
      number("bookings_target", bookings_target),
    );
  });
}
