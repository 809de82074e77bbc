import { gapSegments } from "../funnel";
import { ownerTotals } from "../funnel/gap/ownerTotals";
import { table } from "./cell";
import { ownedGap } from "./givenGap";

/**
 * Which team adds how much to the gap between actual and planned bookings. The parts add up to the gap.
 * @customfunction GAP_BY_OWNER
 * @helpurl https://localhost:3000/reference/GAP_BY_OWNER.html
 * @param plan Planned volume, rates and deal size, in a row or a column; or a row of them for each segment (count, shares, money)
 * @param actual The same drivers as they came; a blank is taken as planned (count, shares, money)
 * @param owners Who answers for each driver, such as marketing, shared, sales, timing (text)
 * @returns A row for each owner: the name and what its drivers add to the gap (text, money).
 */
export function gapByOwner(
  plan: any[][],
  actual: any[][],
  owners: any[][],
): any[][] {
  return table(() => {
    const given = ownedGap(plan, actual, owners);
    return ownerTotals(gapSegments(given.plan, given.actual), given.owners);
  });
}
