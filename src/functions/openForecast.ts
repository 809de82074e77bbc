import { LAG_MODELS, openForecast as compute } from "../funnel";
import { spill } from "./cell";
import { number, word } from "./given";
import { list, lists } from "./givenRanges";

/**
 * Conversions still to come in each of the next periods from leads that are open now.
 * @customfunction OPEN_FORECAST
 * @helpurl https://localhost:3000/reference/OPEN_FORECAST.html
 * @param open_counts Open leads, one count for each age, in a row or a column (counts)
 * @param ages_days Days since those leads were created (days, 0 or more)
 * @param rate Part of all leads that converts in the end, as COHORT_RATE gives it (rate, 25% or 0.25)
 * @param scale_days Scale of the lag as COHORT_LAG gives it; mean days for exponential, median days for lognormal (days)
 * @param shape Shape of the lag as COHORT_LAG gives it; 1 for exponential, two cells (sigma and Q) for gengamma (number)
 * @param period_days Length of a period; 30.4375 for a month, 7 for a week (days)
 * @param periods How many periods to show (count)
 * @param [model] "weibull" when left out, "exponential", "lognormal" or "gengamma" (text)
 * @returns One count per period from now on, laid out like the open leads (counts).
 */
export function openForecast(
  open_counts: any[][],
  ages_days: any[][],
  rate: any,
  scale_days: any,
  shape: any[][],
  period_days: any,
  periods: any,
  model?: any,
): any[][] {
  return spill(() => {
    const [counts, ages] = lists(
      ["open_counts", "open count", open_counts],
      ["ages_days", "age", ages_days],
    );
    return {
      values: compute(
        counts!.values,
        ages!.values,
        number("rate", rate),
        number("scale_days", scale_days),
        list("shape", "shape", shape).values,
        number("period_days", period_days),
        number("periods", periods),
        word("model", model, LAG_MODELS),
      ),
      orientation: counts!.orientation,
    };
  });
}
