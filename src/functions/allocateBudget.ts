import { allocateBudget as compute } from "../funnel";
import { spill } from "./cell";
import { number } from "./given";
import { curvesWith } from "./givenCurves";

/**
 * A budget split among channels so that together they bring the most: the next unit of money brings the same everywhere.
 * @customfunction ALLOCATE_BUDGET
 * @helpurl https://localhost:3000/reference/ALLOCATE_BUDGET.html
 * @param budget Money to spend (money)
 * @param curves A line for each channel: curve, a, b and h as EXPECTED_RESULT takes them; h may be missing (table)
 * @param [floors] Least spend of each line (money)
 * @param [caps] Most spend of each line; a blank or 0 is no cap (money)
 * @returns The spend of each line, then what the caps leave over, in the direction of the lines (money).
 */
export function allocateBudget(
  budget: any,
  curves: any[][],
  floors?: any[][],
  caps?: any[][],
): any[][] {
  return spill(() => {
    const given = curvesWith(
      curves,
      ["floors", "floor", floors],
      ["caps", "cap", caps],
    );
    const [least, most] = given.beside;
    const { spends, unallocated } = compute(
      number("budget", budget),
      given.curves,
      least,
      // A blank cap may arrive as 0.
      most?.map((cap) => (cap === 0 ? null : cap)),
    );
    return {
      values: [...spends, unallocated],
      orientation: given.orientation,
    };
  });
}
