import { GAP_METHODS, gapSegments } from "../funnel";
import { spill } from "./cell";
import { word } from "./given";
import { gap } from "./givenGap";

/**
 * Why actual bookings differ from plan: what volume, each rate and the deal size add to the gap. The parts add up to the gap.
 * @customfunction GAP_DRIVERS
 * @helpurl https://localhost:3000/reference/GAP_DRIVERS.html
 * @param plan Planned volume, rates and deal size, in a row or a column; or a row of them for each segment (count, shares, money)
 * @param actual The same drivers as they came; a blank is taken as planned (count, shares, money)
 * @param [method] How to share the gap: "shapley" whatever the order, "lmdi" by logarithms, "sequential" in the order given; "shapley" when left out (text)
 * @returns What each driver adds to the gap, laid out like the plan; of several segments the sum, in a row (money).
 */
export function gapDrivers(
  plan: any[][],
  actual: any[][],
  method?: any,
): any[][] {
  return spill(() => {
    const given = gap(plan, actual);
    const way = word("method", method, GAP_METHODS);
    return {
      values: gapSegments(given.plan, given.actual, way),
      orientation: given.orientation,
    };
  });
}
