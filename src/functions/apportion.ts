import { apportion as compute } from "../funnel";
import { spill } from "./cell";
import { number } from "./given";
import { list } from "./givenRanges";

/**
 * Whole units shared out in proportion to weights, adding up exactly.
 * @customfunction APPORTION
 * @helpurl https://localhost:3000/reference/APPORTION.html
 * @param total Whole units to share out (count)
 * @param weights Weight of each item, in a row or a column (weights, 0 or more)
 * @returns One whole number per weight, laid out like the weights (counts).
 */
export function apportion(total: any, weights: any[][]): any[][] {
  return spill(() => {
    const units = number("total", total);
    const { values, orientation } = list("weights", "weight", weights);
    return { values: compute(units, values), orientation };
  });
}
