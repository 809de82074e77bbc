import { calibrateCurve as compute, CURVES } from "../funnel";
import { spill } from "./cell";
import { chosen, number } from "./given";

/**
 * The curve through two known points: what a channel brought at two different spends.
 * @customfunction CALIBRATE_CURVE
 * @helpurl https://localhost:3000/reference/CALIBRATE_CURVE.html
 * @param curve "power", "log", "exp" or "hill" (text)
 * @param spend_1 One spend (money)
 * @param result_1 What it brought (results)
 * @param spend_2 Another spend (money)
 * @param result_2 What that brought (results)
 * @returns a and b of the curve, in a row; hill with h = 1 (results, money).
 */
export function calibrateCurve(
  curve: any,
  spend_1: any,
  result_1: any,
  spend_2: any,
  result_2: any,
): any[][] {
  return spill(() => ({
    values: compute(
      chosen("curve", curve, CURVES),
      number("spend_1", spend_1),
      number("result_1", result_1),
      number("spend_2", spend_2),
      number("result_2", result_2),
    ),
    orientation: "row",
  }));
}
