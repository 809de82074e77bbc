import { expectedVolumes as compute } from "../funnel";
import { spill } from "./cell";
import { number } from "./given";
import { list } from "./givenRanges";

/**
 * Count to expect after every step of the funnel, deals last.
 * @customfunction EXPECTED_VOLUMES
 * @helpurl https://localhost:3000/reference/EXPECTED_VOLUMES.html
 * @param volume Units that enter the first step (count)
 * @param rates Conversion rate of each step, first to last, in a row or a column (rates, 25% or 0.25)
 * @returns One count per rate, laid out like the rates (counts).
 */
export function expectedVolumes(volume: any, rates: any[][]): any[][] {
  return spill(() => {
    const entering = number("volume", volume);
    const { values, orientation } = list("rates", "rate", rates);
    return { values: compute(entering, values), orientation };
  });
}
