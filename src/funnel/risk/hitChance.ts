/**
 * The chance that deals in an uncertain number and of uncertain sizes reach a target.
 *
 * Method: summed over the number of deals: the chance of so many times the chance that so many are enough. From `enough`
 * deals on the second is 1 and what remains is a tail of the first; where the number of deals practically never lies,
 * nothing is summed.
 */
import type { DealCount } from "./dealCount";
import type { DealSum } from "./dealSum";
import { sumOfCounts } from "./sumOfCounts";

export function hitChance(deals: DealCount, sum: DealSum): number {
  const certain = deals.atLeast(sum.enough);
  const [fewest, most] = deals.range();
  const from = Math.max(sum.fewest, fewest);
  const to = Math.min(sum.enough - 1, most);
  if (from > to) return certain;
  const open = sumOfCounts(
    from,
    to,
    [0, deals.leads + 1],
    Math.min(sum.scale, deals.deviation),
    (count) => deals.likelihood(count) * sum.reached(count),
  );
  return Math.min(certain + open, 1);
}
