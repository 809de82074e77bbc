import { CURVES, expectedResult as compute } from "../funnel";
import { cell } from "./cell";
import { chosen, number } from "./given";

/**
 * Results (SQLs, say) to expect from a spend on a channel whose returns diminish.
 * @customfunction EXPECTED_RESULT
 * @helpurl https://localhost:3000/reference/EXPECTED_RESULT.html
 * @param spend What is spent on the channel in the period (money)
 * @param curve "power", "log", "exp" or "hill" (text)
 * @param a Height of the curve: the most it can bring for exp and hill (results)
 * @param b Spend at which the curve bends; for power the exponent, at most 1 (money)
 * @param [h] For hill: steepness; 1 when left out or 0, S-shaped above 1 (number)
 * @returns Results (count).
 */
export function expectedResult(
  spend: any,
  curve: any,
  a: any,
  b: any,
  h?: any,
): number {
  return cell(() =>
    compute(
      number("spend", spend),
      chosen("curve", curve, CURVES),
      number("a", a),
      number("b", b),
      number("h", h),
    ),
  );
}
