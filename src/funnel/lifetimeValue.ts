import { amount, margin, result, share } from "./checks";
import { FunnelError } from "./funnelError";

/**
 * What a customer is worth over its life: the margin of all months, less as fewer stay and as later money is worth less.
 *
 * Meaning: monthlyRevenue x margin / (monthlyChurn + monthlyDiscount).
 * Shape: revenue in money a month, margin a fraction from -1 to 1, churn and discount fractions a month; money.
 * Method: the sum of m (1 - churn)^(t-1) / (1 + discount)^t over all months t, margins at the end of each month.
 * Source: geometric series; the cases in the tests are sums over 20,000 months.
 * Throws: value for a negative amount or a fraction out of range; div0 when churn and discount are both 0: the sum has no
 * end; num when the result is too large for a cell.
 *
 * @example lifetimeValue(1000, 0.8, 0.02) // 40_000
 */
export function lifetimeValue(
  monthlyRevenue: number,
  contribution: number,
  monthlyChurn: number,
  monthlyDiscount = 0,
): number {
  amount("monthly_revenue", monthlyRevenue);
  margin("margin", contribution);
  const leaving =
    share("monthly_churn", monthlyChurn) +
    share("monthly_discount", monthlyDiscount);
  if (leaving === 0)
    throw new FunnelError(
      "div0",
      "monthly_churn and monthly_discount are blank or 0 - enter the part of the customers that leaves in a month",
    );
  return result((monthlyRevenue * contribution) / leaving);
}
