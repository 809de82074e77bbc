import { amount, amountsOf, refuse, shown } from "./checks";
import { FunnelError } from "./funnelError";
import { quotas } from "./shares/quotas";

/**
 * Whole units shared out in proportion to weights, adding up exactly.
 *
 * Meaning: each item's whole number of units; the sum is `total`.
 * Shape: `total` a whole number from 0 to 2^53 - 1; `weights` 0 or more in any unit; one whole number per weight.
 * Method: largest remainder (Hamilton): everyone gets the whole part of the quota, the units left go to the largest
 * fractional parts, ties to the earlier item. Weights are taken as the decimals people see (15 digits) and the quotas
 * are exact integers, so that a tie is a tie and not the dust of binary arithmetic.
 * Source: M. Balinski, H. P. Young, "Fair Representation" (1982), chapter 3.
 * Throws: value for a total that is negative or not whole, or a negative weight; div0 when no weight is above 0.
 *
 * @example apportion(34, [0.5, 0.3, 0.2]) // [17, 10, 7]
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  amount("total", total);
  if (!Number.isSafeInteger(total))
    refuse(
      `total must be a whole number of at most 15 digits; got ${shown(total)} - round it first`,
    );
  amountsOf("weight", weights);
  if (!weights.some((weight) => weight > 0))
    throw new FunnelError(
      "div0",
      "weights are blank or 0 - enter a weight above 0 for at least one item",
    );

  const { units, rests } = quotas(total, weights);
  const left = total - units.reduce((all, unit) => all + unit, 0);
  if (left === 0) return units;
  // Sorting keeps the order of equals: ties go to the earlier item.
  const order = rests.map((_, at) => at);
  order.sort((a, b) => {
    const one = rests[a]!;
    const other = rests[b]!;
    return one > other ? -1 : one < other ? 1 : 0;
  });
  for (let place = 0; place < left; place++) units[order[place]!]! += 1;
  return units;
}
