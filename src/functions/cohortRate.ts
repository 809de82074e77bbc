import { cohortRate as compute } from "../funnel";
import { LAG_MODELS } from "../funnel/lag/lagModel";
import { spill } from "./cell";
import { number, optional, word } from "./given";
import { leadDates } from "./givenCohort";

/**
 * The conversion rate that leads will have reached in the end, although the youngest have had little time so far.
 * @customfunction COHORT_RATE
 * @helpurl https://localhost:3000/reference/COHORT_RATE.html
 * @param entered_dates When each lead entered the stage, one row or column, up to 1,048,576 leads (dates)
 * @param converted_dates When it converted, in the same order; blank while it has not (dates)
 * @param as_of Day up to which the dates are known; what lies later counts as not yet happened (date)
 * @param [confidence] How sure the limits are meant to be; 80% when left out (share)
 * @param [lost_dates] When a lead was disqualified, in the same order; blank while it is open. Such leads never convert (dates)
 * @param [model] How long conversions take: weibull, exponential, lognormal or gengamma; weibull when left out (text)
 * @param [prior_rate] The rate you expect, for young cohorts; none when left out (rate, 0 to 1)
 * @param [prior_weight] How many leads that belief is worth (leads)
 * @returns In a row: final rate, low, high, maturity (share of the final conversions that have happened), and in words what the figures mean, such as that the data cannot tell (rates, text).
 */
export function cohortRate(
  entered_dates: any[][],
  converted_dates: any[][],
  as_of: any,
  confidence?: any,
  lost_dates?: any[][],
  model?: any,
  prior_rate?: any,
  prior_weight?: any,
): any[][] {
  return spill(() => {
    const dates = leadDates(entered_dates, converted_dates, lost_dates);
    const { rate, low, high, maturity, reading } = compute(
      dates.entered,
      dates.converted,
      number("as_of", as_of),
      optional("confidence", confidence, 0.8),
      dates.lost,
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
