import { gapDrivers } from "./gapDrivers";
import { ownerTotals } from "./gap/ownerTotals";

/**
 * What each team adds to the gap between actual and planned bookings.
 *
 * Meaning: the terms of `gapDrivers` (Shapley) added up by owner. Drivers that two teams share may be owned by "shared",
 * the maturity of a young cohort by "timing": then neither team is blamed for it.
 * Shape: `plan`, `actual` and `owners` one item per driver; names differ neither by capitals nor by spaces; one pair per
 * owner in the order of first appearance, blank names together as "(no owner)". The amounts add up to the gap.
 * Method: addition.
 * Source: as `gapDrivers`; the cases in the tests come from exact fractions.
 * Throws: as `gapDrivers`; value when the owners do not match the drivers.
 *
 * @example gapByOwner([100, 0.5], [120, 0.4], ["Marketing", "sales"]) // [["Marketing", 9], ["sales", -11]]
 */
export function gapByOwner(
  plan: readonly number[],
  actual: readonly (number | null)[],
  owners: readonly string[],
): [owner: string, contribution: number][] {
  return ownerTotals(gapDrivers(plan, actual), owners);
}
