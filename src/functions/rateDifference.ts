import { rateDifference as compute } from "../funnel";
import { spill } from "./cell";
import { number, optional } from "./given";

/**
 * By how much the second of two rates is higher, and how sure that is.
 * @customfunction RATE_DIFFERENCE
 * @helpurl https://localhost:3000/reference/RATE_DIFFERENCE.html
 * @param converted_1 How many converted in the first group (count)
 * @param entered_1 How many entered in the first group (count)
 * @param converted_2 How many converted in the second group (count)
 * @param entered_2 How many entered in the second group (count)
 * @param [confidence] How sure the range shall be; 80% when left out (fraction, above 0 and below 1)
 * @returns Difference, its lowest and highest plausible value, and the probability that the second is better, in a row (fractions).
 */
export function rateDifference(
  converted_1: any,
  entered_1: any,
  converted_2: any,
  entered_2: any,
  confidence?: any,
): any[][] {
  return spill(() => ({
    values: compute(
      number("converted_1", converted_1),
      number("entered_1", entered_1),
      number("converted_2", converted_2),
      number("entered_2", entered_2),
      optional("confidence", confidence, 0.8),
    ),
    orientation: "row",
  }));
}
