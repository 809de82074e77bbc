import { amount, divisor, result } from "./checks";

/**
 * Customer acquisition cost: all that marketing and sales spent for one new customer.
 *
 * Meaning: (marketingSpend + salesSpend) / customers.
 * Shape: money of one currency and of the same period; customers a count; the result is money.
 * Method: arithmetic.
 * Source: definition; the cases in the tests come from exact fractions.
 * Throws: value for a negative amount; div0 without customers; num when the result is too large for a cell.
 *
 * @example cac(180_000, 240_000, 30) // 14_000
 */
export function cac(
  marketingSpend: number,
  salesSpend: number,
  customers: number,
): number {
  amount("marketing_spend", marketingSpend);
  amount("sales_spend", salesSpend);
  divisor("customers", customers, "how many customers were won");
  return result((marketingSpend + salesSpend) / customers);
}
