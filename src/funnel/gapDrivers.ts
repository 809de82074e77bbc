import { amount, choice, refuse, result } from "./checks";
import { lmdi } from "./gap/lmdi";
import { sequential } from "./gap/sequential";
import { shapley } from "./gap/shapley";

export const GAP_METHODS = ["shapley", "lmdi", "sequential"] as const;
export type GapMethod = (typeof GAP_METHODS)[number];

const SHARES = { shapley, lmdi, sequential };
const MOST_DRIVERS = 100;

/**
 * Why actual bookings differ from plan: what each driver adds to the gap.
 *
 * Meaning: bookings are the product of the drivers (volume, rates, deal size); the terms add up to the product of the
 * actuals less the product of the plan. An actual of null is taken as planned: where nothing arrived a rate is 0/0, and
 * without evidence nobody is blamed.
 * Shape: `plan` and `actual` hold the same drivers in the same order, 0 or more each; one term per driver, in the unit
 * of the product.
 * Method: "shapley", the mean over all orders of change, which depends on no order; "lmdi", shares of the logarithms;
 * "sequential", one driver after the other as they stand.
 * Source: L. S. Shapley, "A value for n-person games" (1953); B. W. Ang, Energy Policy 33 (2005), 867-871.
 * Throws: value for a negative driver, lists of unequal length, more than 100 drivers or an unknown method; num for a
 * gap beyond the range of a number.
 *
 * @example gapDrivers([1000, 0.1, 5000], [1200, 0.08, 5000]) // [90000, -110000, 0]
 */
export function gapDrivers(
  plan: readonly number[],
  actual: readonly (number | null)[],
  method: GapMethod = "shapley",
  /** What the sentences call a driver. */
  nameOf = (side: string, at: number) => `${side} ${at + 1}`,
): number[] {
  if (actual.length !== plan.length)
    refuse(
      `plan and actual must have the same number of drivers; got ${plan.length} and ${actual.length} - give both for every driver`,
    );
  if (plan.length > MOST_DRIVERS)
    refuse(
      `plan must have at most ${MOST_DRIVERS} drivers; got ${plan.length} - give volume, rates and deal size`,
    );
  plan.forEach((each, at) => amount(nameOf("plan", at), each));
  const reached = plan.map((planned, at) =>
    amount(nameOf("actual", at), actual[at] ?? planned),
  );
  const terms = SHARES[choice("method", method, GAP_METHODS)](plan, reached);
  return terms.map(result);
}
