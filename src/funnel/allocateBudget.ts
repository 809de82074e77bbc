import { checkedCurves, type Curve } from "./budget/curve";
import { fill } from "./budget/fill";
import { piece } from "./budget/piece";
import { search } from "./budget/search";
import { amount, refuse, result, shown } from "./checks";
import { FunnelError } from "./funnelError";
import { sum } from "./sum";

export interface Allocation {
  /** Money for each channel. */
  spends: number[];
  /** What the caps leave over. */
  unallocated: number;
  /** What all channels bring together. */
  result: number;
}

/**
 * A budget split among channels so that together they bring the most.
 *
 * Meaning: money per channel and the rest that no channel may take; together the budget.
 * Shape: money; one curve per channel as `expectedResult` takes it; `floors` and `caps` in money, one per channel, null for
 * no cap. At most 10,000 channels.
 * Method: without S-shaped curves (hill with h above 1) money is poured so that every channel between its floor and its cap
 * has the same cost for one more result (`fill`); with them by branch and bound over such fillings (`search`).
 * Source: K. M. Bretthauer, B. Shetty (2002), "The nonlinear knapsack problem", European Journal of Operational Research
 * 138; M. Udell, S. Boyd (2013), "Maximizing a sum of sigmoids".
 * Throws: num when the floors exceed the budget; value for a floor above its cap, lists of different lengths, and what
 * `expectedResult` refuses.
 *
 * @example allocateBudget(90, [["power", 1, 0.5], ["power", 2, 0.5]], [20, 0], [null, 60]).spends // [30, 60]
 */
export function allocateBudget(
  budget: number,
  curves: readonly Curve[],
  floors: readonly number[] = curves.map(() => 0),
  caps: readonly (number | null)[] = curves.map(() => null),
): Allocation {
  amount("budget", budget);
  const responses = checkedCurves(curves);
  for (const [name, list] of Object.entries({ floors, caps }))
    if (list.length !== curves.length)
      refuse(
        `${name} must hold one amount for each of the ${curves.length} curves; got ${list.length}`,
      );
  floors.forEach((floor, at) => {
    amount(`floor ${at + 1}`, floor);
    const cap = caps[at] ?? Infinity;
    if (cap !== Infinity && amount(`cap ${at + 1}`, cap) < floor)
      refuse(
        `floor ${at + 1} must be at most its cap of ${shown(cap)}; got ${shown(floor)} - lower the floor or raise the cap`,
      );
  });
  const free = budget - sum(floors);
  if (free < -1e-12 * budget)
    throw new FunnelError(
      "num",
      `floors add up to more than the budget of ${shown(budget)} - lower them`,
    );
  const channels = responses.map((each, at) => {
    const floor = floors[at]!;
    // What brings nothing gets nothing beyond its floor.
    const room = curves[at]![1] > 0 ? Math.max(free, 0) : 0;
    return piece(each, floor, Math.min(caps[at] ?? Infinity, floor + room));
  });
  const spends = channels.some(
    ({ from, response }) => from < response.inflection,
  )
    ? search(channels, twinsOf(curves, floors, caps), budget)
    : fill(channels, budget);
  const rest = budget - sum(spends);
  return {
    spends,
    // Below the last digits of the budget there is no rest, only rounding.
    unallocated: rest > 1e-12 * budget ? rest : 0,
    result: result(
      sum(spends.map((spend, at) => responses[at]!.result(spend))),
    ),
  };
}

/** The same number for channels that are the same in everything. */
function twinsOf(...lists: (readonly unknown[])[]): number[] {
  const first = new Map<string, number>();
  return lists[0]!.map((_, at) => {
    const key = JSON.stringify(lists.map((list) => list[at]));
    const known = first.get(key) ?? at;
    first.set(key, known);
    return known;
  });
}
