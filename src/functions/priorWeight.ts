import { priorWeight as compute } from "../funnel";
import { spill } from "./cell";
import { number, optional } from "./given";

/**
 * What the belief "the rate is between low and high" is worth in leads.
 * @customfunction PRIOR_WEIGHT
 * @helpurl https://localhost:3000/reference/PRIOR_WEIGHT.html
 * @param low Rate that is hardly too low (rate, 5% or 0.05)
 * @param high Rate that is hardly too high (rate, 15% or 0.15)
 * @param [confidence] How sure it is that the rate lies between them; 80% when left out (fraction, at least 1% and below 1)
 * @returns Mean of the belief and its weight in leads, in a row (rate and count).
 */
export function priorWeight(low: any, high: any, confidence?: any): any[][] {
  return spill(() => ({
    values: compute(
      number("low", low),
      number("high", high),
      optional("confidence", confidence, 0.8),
    ),
    orientation: "row",
  }));
}
