import { blendedRate as compute } from "../funnel";
import { spill } from "./cell";
import { maybe, number } from "./given";

/**
 * The rate of a young experiment, blended with what was believed before it.
 * @customfunction BLENDED_RATE
 * @helpurl https://localhost:3000/reference/BLENDED_RATE.html
 * @param converted How many have converted so far (count)
 * @param entered How many have entered so far; 0 gives the prior rate (count)
 * @param prior_rate Rate believed before, from history or a benchmark (rate, 8% or 0.08)
 * @param prior_weight How many leads that belief is worth (count)
 * @param [confidence] How sure a range shall be; no range when left out (fraction, above 0 and below 1)
 * @returns Rate; with a confidence also its lowest and highest plausible value, in a row (fractions).
 */
export function blendedRate(
  converted: any,
  entered: any,
  prior_rate: any,
  prior_weight: any,
  confidence?: any,
): any[][] {
  return spill(() => ({
    values: compute(
      number("converted", converted),
      number("entered", entered),
      number("prior_rate", prior_rate),
      number("prior_weight", prior_weight),
      maybe("confidence", confidence),
    ),
    orientation: "row",
  }));
}
