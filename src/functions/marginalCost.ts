import { CURVES, marginalCost as compute } from "../funnel";
import { cell } from "./cell";
import { chosen, number } from "./given";

/**
 * The cost of one more result at today's spend: where it is lowest, the next money works best.
 * @customfunction MARGINAL_COST
 * @helpurl https://localhost:3000/reference/MARGINAL_COST.html
 * @param spend What is spent on the channel in the period (money)
 * @param curve "power", "log", "exp" or "hill" (text)
 * @param a Height of the curve: the most it can bring for exp and hill (results)
 * @param b Spend at which the curve bends; for power the exponent, at most 1 (money)
 * @param [h] For hill: steepness; 1 when left out or 0, S-shaped above 1 (number)
 * @returns Money for one more result (money).
 */
export function marginalCost(
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
