import { RATE_METHODS, rateRange as compute } from "../funnel";
import { spill } from "./cell";
import { number, optional, word } from "./given";

/**
 * The range in which the true conversion rate lies, as far as so few leads can tell.
 * @customfunction RATE_RANGE
 * @helpurl https://localhost:3000/reference/RATE_RANGE.html
 * @param converted How many converted (count)
 * @param entered How many entered the stage (count)
 * @param [confidence] How sure the range shall be; 80% when left out (fraction, above 0 and below 1)
 * @param [method] "wilson" when left out, "jeffreys", "exact", "midp", "agresti-coull" or "wilson-cc" (text)
 * @returns Lowest and highest plausible rate, in a row (fractions).
 */
export function rateRange(
  converted: any,
  entered: any,
  confidence?: any,
  method?: any,
): any[][] {
  return spill(() => ({
    values: compute(
      number("converted", converted),
      number("entered", entered),
      optional("confidence", confidence, 0.8),
      word("method", method, RATE_METHODS),
    ),
    orientation: "row",
  }));
}
