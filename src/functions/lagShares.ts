import { ARRIVALS, LAG_MODELS, lagShares as compute } from "../funnel";
import { spill } from "./cell";
import { number, word } from "./given";
import { list } from "./givenRanges";

/**
 * Part of the eventual conversions that comes 0, 1, 2 ... periods after the period in which leads arrive.
 * @customfunction LAG_SHARES
 * @helpurl https://localhost:3000/reference/LAG_SHARES.html
 * @param scale_days Scale of the lag as COHORT_LAG gives it; mean days for exponential, median days for lognormal (days)
 * @param shape Shape of the lag as COHORT_LAG gives it; 1 for exponential, two cells (sigma and Q) for gengamma (number)
 * @param period_days Length of a period; 30.4375 for a month, 7 for a week (days)
 * @param periods How many shares to give (count)
 * @param [arrival] "start" when left out: leads arrive as a period begins; "even": evenly during it (text)
 * @param [model] "weibull" when left out, "exponential", "lognormal" or "gengamma" (text)
 * @returns One share per period, in a row; what comes still later is left out (shares).
 */
export function lagShares(
  scale_days: any,
  shape: any[][],
  period_days: any,
  periods: any,
  arrival?: any,
  model?: any,
): any[][] {
  return spill(() => ({
    values: compute(
      number("scale_days", scale_days),
      list("shape", "shape", shape).values,
      number("period_days", period_days),
      number("periods", periods),
      word("arrival", arrival, ARRIVALS),
      word("model", model, LAG_MODELS),
    ),
    orientation: "row",
  }));
}
