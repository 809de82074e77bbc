import { response, type CurveName } from "./budget/curve";
import { amount, result } from "./checks";
import { FunnelError } from "./funnelError";

/**
 * The cost of one more result at today's spend.
 *
 * Meaning: money for one more result if the channel went on as it runs at this very spend; channels are in balance when it
 * is the same for all. It is not the average cost, which is spend / result.
 * Shape: as `expectedResult`.
 * Method: 1 / R'(x), the inverse of the curve's slope; 0 where the curve begins vertically.
 * Source: definition of a marginal cost.
 * Throws: as `expectedResult`; div0 where the curve is flat, as an S-shaped one is at a spend of 0.
 *
 * @example marginalCost(10_000, "log", 60, 20_000) // 500
 */
export function marginalCost(
  spend: number,
  curve: CurveName,
  a: number,
  b: number,
  h?: number,
): number {
  amount("spend", spend);
  const slope = response([curve, a, b, h]).logSlope(spend);
  if (slope === -Infinity)
    throw new FunnelError(
      "div0",
      "more spend brings nothing here - the curve is flat at this spend",
    );
  return result(Math.exp(-slope));
}
