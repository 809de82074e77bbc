/**
 * The chance that open deals, each won or lost with its own probability, bring at least a goal.
 *
 * Shape: `values` and `goal` above 0 in any unit, `probabilities` above 0 and at most 1.
 * Method: all possible sums of the smaller deals, as far as they can be kept apart; then of the larger ones; then for each
 * of these the chance that the smaller ones bring what is missing. Exact for 34 deals whatever their values, and for any
 * number of deals whose sums repeat. Beyond that by the characteristic function, where that dies out; else sums of the
 * larger deals are drawn together, which leaves some six digits after the point.
 * Source: E. Horowitz, S. Sahni, "Computing partitions with applications to the knapsack problem", Journal of the ACM 21
 * (1974), 277-292.
 */
import { drawnTogether } from "./drawnTogether";
import { noSum, withDeal, type Sums } from "./pipelineSums";
import { smoothChance } from "./smoothChance";

export interface OpenDeal {
  value: number;
  probability: number;
}

/** So many sums are kept apart, and so many handled in all. */
const [MOST, MOST_IN_ALL] = [150_000, 1e7];
/** Sums are drawn together to as many as can be handled quickly, though not fewer than these. */
const [QUICKLY, FEWEST] = [5e6, 1000];

export function chanceOfGoal(deals: readonly OpenDeal[], goal: number): number {
  const order = [...deals].sort((a, b) => a.value - b.value);
  let small = noSum();
  let taken = 0;
  for (let handled = 0; taken < order.length; taken++) {
    const { value, probability } = order[taken]!;
    const next = withDeal(small, value, probability, goal);
    handled += next.count;
    if (next.count > MOST || handled > MOST_IN_ALL) break;
    small = next;
  }
  const large = order.slice(taken).reverse();
  if (large.length === 0) return Math.min(small.reached, 1);
  const smooth =
    large.length > MOST_EXACT ? smoothChance(deals, goal) : undefined;
  return smooth ?? together(largeSums(large, total(order), goal), small, goal);
}

/** The smaller deals then hold at least as many as this, and two such halves are exact. */
const MOST_EXACT = 17;

const total = (deals: readonly OpenDeal[]): number =>
  deals.reduce((all, { value }) => all + value, 0);

function largeSums(
  deals: readonly OpenDeal[],
  all: number,
  goal: number,
): Sums {
  const few = Math.min(MOST, Math.max(FEWEST, QUICKLY / deals.length));
  let [sums, left] = [noSum(), all];
  for (const { value, probability } of deals) {
    left -= value;
    // Rounding in `left` must not drop a sum that just gets there.
    const least = goal - left - 1e-9 * goal;
    sums = withDeal(sums, value, probability, goal, least);
    if (sums.count > MOST) sums = drawnTogether(sums, Math.floor(few / 4));
  }
  return sums;
}

function together(large: Sums, small: Sums, goal: number): number {
  let chance = large.reached;
  let other = small.reached;
  let from = small.count;
  for (let at = 0; at < large.count; at++) {
    while (from > 0 && large.at[at]! + small.at[from - 1]! >= goal)
      other += small.chance[--from]!;
    chance += large.chance[at]! * other;
  }
  return Math.min(chance, 1);
}
