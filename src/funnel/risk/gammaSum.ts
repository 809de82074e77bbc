/**
 * The sum of deals whose sizes follow a gamma distribution, or are all equal.
 *
 * Shape: `target` and `mean` in money, above 0; `variation` = standard deviation / mean; `most` the largest count asked for.
 * Method: k gamma deals are gamma again with k times the shape, so that P(sum >= target) is the upper incomplete gamma
 * function: exact, nothing simulated.
 * Source: S. A. Klugman, H. H. Panjer, G. E. Willmot, "Loss Models" (2012), 9.3.
 */
import { ceilGuard } from "../ceilGuard";
import { gammaTails } from "../special";
import { dealsFor, NEVER, type DealSum } from "./dealSum";
import { firstWhole } from "./firstWhole";

/** Sizes that vary less are equal: a millionth. */
export const EQUAL = 1e-6;

export function gammaSum(
  target: number,
  mean: number,
  variation: number,
  most: number,
): DealSum {
  const needed = dealsFor(target, mean);
  if (variation < EQUAL) {
    const enough = ceilGuard(needed);
    return {
      reached: (deals) => (deals < enough ? 0 : 1),
      fewest: enough,
      enough,
      scale: 1,
    };
  }
  const shape = 1 / variation / variation;
  const tails = (deals: number) => gammaTails(deals * shape, needed * shape);
  const near = Math.ceil(needed);
  return {
    reached: (deals) => tails(deals).upper,
    fewest: firstWhole(1, most, (deals) => tails(deals).upper > NEVER, near),
    enough: firstWhole(1, most, (deals) => tails(deals).lower < NEVER, near),
    scale: variation * Math.sqrt(needed),
  };
}
