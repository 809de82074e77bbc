import { amount, divisor, result } from "./checks";

/**
 * What one unit cost: a lead, an MQL, a meeting, a customer.
 *
 * Meaning: spend / count.
 * Shape: spend in money; count of anything; the result is money.
 * Method: division.
 * Source: definition.
 * Throws: value for a negative amount; div0 for a count of 0; num when the result is too large for a cell.
 *
 * @example costPer(50_000, 400) // 125
 */
export function costPer(spend: number, count: number): number {
  amount("spend", spend);
  return result(
    spend / divisor("count", count, "how many units the spend brought"),
  );
}
