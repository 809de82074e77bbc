import { cohortLag as compute } from "../funnel";
import { LAG_MODELS } from "../funnel/lag/lagModel";
import { spill } from "./cell";
import { number, word } from "./given";
import { leadDates } from "./givenCohort";
import { optionalList } from "./givenRanges";

/**
 * How many days conversions take, with the scale and the shape that LAG_SHARES and OPEN_FORECAST ask for.
 * @customfunction COHORT_LAG
 * @helpurl https://localhost:3000/reference/COHORT_LAG.html
 * @param entered_dates When each lead entered the stage, one row or column, up to 1,048,576 leads (dates)
 * @param converted_dates When it converted, in the same order; blank while it has not (dates)
 * @param as_of Day up to which the dates are known; what lies later counts as not yet happened (date)
 * @param [shares] Shares of the final conversions, above 0 and below 1; 50% and 90% when left out (shares)
 * @param [model] How long conversions take: weibull, exponential, lognormal or gengamma; weibull when left out (text)
 * @returns Laid out like the shares: the days for each of them, then scale and shape (for gengamma sigma and Q), and in words how much the cohort has shown (days, text).
 */
export function cohortLag(
  entered_dates: any[][],
  converted_dates: any[][],
  as_of: any,
  shares?: any[][],
  model?: any,
): any[][] {
  return spill(() => {
    const dates = leadDates(entered_dates, converted_dates);
    const asked = optionalList("shares", "share", shares);
    const { days, scaleDays, shape, reading } = compute(
      dates.entered,
      dates.converted,
      number("as_of", as_of),
      asked?.values,
      word("model", model, LAG_MODELS),
    );
    return {
      values: [...days, scaleDays, ...shape, reading],
      orientation: asked?.orientation ?? "row",
    };
  });
}
