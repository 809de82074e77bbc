import { chainRange as compute } from "../funnel";
import { spill } from "./cell";
import { optional } from "./given";
import { lists } from "./givenRanges";

/**
 * The rate of a whole chain of stages, each counted on its own leads, with the range in which it lies.
 * @customfunction CHAIN_RANGE
 * @helpurl https://localhost:3000/reference/CHAIN_RANGE.html
 * @param converted How many converted at each stage, in a row or a column (counts)
 * @param entered How many entered each stage, laid out alike (counts)
 * @param [confidence] How sure the range shall be; 80% when left out (fraction, above 0 and below 1)
 * @returns Rate of the whole chain, its lowest and highest plausible value, laid out like the stages (fractions).
 */
export function chainRange(
  converted: any[][],
  entered: any[][],
  confidence?: any,
): any[][] {
  return spill(() => {
    const [some, all] = lists(
      ["converted", "converted", converted],
      ["entered", "entered", entered],
    );
    const level = optional("confidence", confidence, 0.8);
    return {
      values: compute(some!.values, all!.values, level),
      orientation: some!.orientation,
    };
  });
}
