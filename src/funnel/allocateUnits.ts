import { checkedCurves, type Curve } from "./budget/curve";
import { bestUnits } from "./budget/units";
import { sharedUnits } from "./budget/sharedUnits";
import { amount, divisor, refuse, shown } from "./checks";

/** Steps of the exact search over S-shaped curves: a fraction of a second. */
const MOST_STEPS = 1e8;

/**
 * Whole units that cost the same, such as people, shared out so that together they bring the most.
 *
 * Meaning: how many units each channel gets; together at most what the budget buys. A unit that would bring nothing is not
 * bought.
 * Shape: money; one curve per channel as `expectedResult` takes it, of money; one whole number per channel.
 * Method: where returns diminish, one unit after the other goes where it brings the most (the first such channel), which is
 * optimal; it starts from the whole units of the best continuous split, so that millions of units take no longer. S-shaped
 * curves (hill with h above 1) by dynamic programming over the units, exact too.
 * Source: O. Gross (1956), "A class of discrete-type minimization problems", RAND RM-1644; B. L. Fox (1966), "Discrete
 * optimization via marginal analysis", Management Science 13.
 * Throws: div0 for a unit cost of 0; value for more units than can be searched among S-shaped curves, or than 15 digits;
 * otherwise as `expectedResult`.
 *
 * @example allocateUnits(50_000, 10_000, [["power", 2, 0.5], ["power", 1, 0.5]]) // [4, 1]
 */
export function allocateUnits(
  budget: number,
  unitCost: number,
  curves: readonly Curve[],
): number[] {
  amount("budget", budget);
  divisor("unit_cost", unitCost, "what one unit costs");
  const responses = checkedCurves(curves);
  const units = wholeUnits(budget / unitCost);
  const curved = responses.filter(({ inflection }) => inflection > 0).length;
  if (curved === 0) return bestUnits(responses, unitCost, units);
  const most = Math.floor(Math.sqrt(MOST_STEPS / curved));
  if (units > most)
    refuse(
      `budget must buy at most ${most} units where curves are S-shaped (h above 1); got ${units} - raise unit_cost or use ALLOCATE_BUDGET`,
    );
  return sharedUnits(responses, unitCost, units);
}

/** 0.3 / 0.1 is 3, whatever binary arithmetic says. */
function wholeUnits(exact: number): number {
  const near = Math.round(exact);
  const units =
    Math.abs(exact - near) <= 4 * Number.EPSILON * near
      ? near
      : Math.floor(exact);
  if (!Number.isSafeInteger(units))
    refuse(
      `budget must buy at most 15 digits of units; got ${shown(exact)} - raise unit_cost`,
    );
  return units;
}
