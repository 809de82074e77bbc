import { allocateUnits as compute } from "../funnel";
import { spill } from "./cell";
import { number } from "./given";
import { curvesWith } from "./givenCurves";

/**
 * Whole units of one price, such as people, shared out among channels so that together they bring the most.
 * @customfunction ALLOCATE_UNITS
 * @helpurl https://localhost:3000/reference/ALLOCATE_UNITS.html
 * @param budget Money to spend (money)
 * @param unit_cost What one unit costs (money)
 * @param curves A line for each channel: curve, a, b and h as EXPECTED_RESULT takes them; h may be missing (table)
 * @returns Whole units for each line, in the direction of the lines (counts).
 */
export function allocateUnits(
  budget: any,
  unit_cost: any,
  curves: any[][],
): any[][] {
  return spill(() => {
    const given = curvesWith(curves);
    return {
      values: compute(
        number("budget", budget),
        number("unit_cost", unit_cost),
        given.curves,
      ),
      orientation: given.orientation,
    };
  });
}
