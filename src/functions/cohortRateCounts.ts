import { cohortRateCounts as compute } from "../funnel";
import { LAG_MODELS } from "../funnel/lag/lagModel";
import { spill } from "./cell";
import { optional, word } from "./given";
import { columns } from "./givenCohort";

/**
 * The conversion rate that leads will have reached in the end, from counts by day, such as those of COUNTIFS.
 * @customfunction COHORT_RATE_COUNTS
 * @helpurl https://localhost:3000/reference/COHORT_RATE_COUNTS.html
 * @param days Whole days after entry, 0 for the same day, in a row or a column (days)
 * @param converted Leads that converted so many days after they entered (count)
 * @param open Leads that are that old and have not converted (count)
 * @param [confidence] How sure the limits are meant to be; 80% when left out (share)
 * @param [model] How long conversions take: weibull, exponential, lognormal or gengamma; weibull when left out (text)
 * @param [prior_rate] The rate you expect, for young cohorts; none when left out (rate, 0 to 1)
 * @param [prior_weight] How many leads that belief is worth (leads)
 * @returns In a row: final rate, low, high, maturity (share of the final conversions that have happened), and in words what the figures mean, such as that the data cannot tell (rates, text).
 */
export function cohortRateCounts(
  days: any[][],
  converted: any[][],
  open: any[][],
  confidence?: any,
  model?: any,
  prior_rate?: any,
  prior_weight?: any,
): any[][] {
  return spill(() => {
    const [at = [], won = [], left = []] = columns([
      ["days", "day", days],
      ["converted", "converted", converted],
      ["open", "open", open],
    ]);
    const { rate, low, high, maturity, reading } = compute(
      at,
      won,
      left,
      optional("confidence", confidence, 0.8),
      word("model", model, LAG_MODELS),
      optional("prior_rate", prior_rate, 0),
      optional("prior_weight", prior_weight, 0),
    );
    return {
      values: [rate, low, high, maturity, reading],
      orientation: "row",
    };
  });
}
