import { response, type CurveName } from "./budget/curve";
import { amount, result } from "./checks";

/**
 * Results to expect from a spend on a channel whose returns diminish.
 *
 * Meaning: the results (SQLs, say) that the spend brings.
 * Shape: spend and `b` in money (for "power" `b` is the exponent, at most 1), `a` in results (for "power" the results of a
 * spend of 1), `h` without unit, for "hill" alone; 0 counts as 1.
 * Method: power a x^b; log a ln(1 + x / b); exp a (1 - e^(-x / b)); hill a x^h / (x^h + b^h), S-shaped when h is above 1.
 * Source: the usual curves of marketing mix models: Y. Jin et al. (2017), "Bayesian methods for media mix modeling with
 * carryover and shape effects", Google.
 * Throws: value for an unknown curve, a negative number, or a power curve with b above 1; na for a missing b.
 *
 * @example expectedResult(90_000, "hill", 220, 90_000) // 110
 */
export function expectedResult(
  spend: number,
  curve: CurveName,
  a: number,
  b: number,
  h?: number,
): number {
  return result(response([curve, a, b, h]).result(amount("spend", spend)));
}
