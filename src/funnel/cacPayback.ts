import { amount, margin, result, share } from "./checks";
import { FunnelError } from "./funnelError";

/**
 * Months until the margin of a new customer has paid for winning it.
 *
 * Meaning: the time after which the margin collected reaches the cost, when a constant part of the customers leaves each
 * month. Part months count.
 * Shape: cac and revenue in money, margin a fraction from -1 to 1, churn a fraction a month; months.
 * Method: the margin collected after t months is m (1 - (1 - churn)^t) / churn with m = revenue x margin; solved for t,
 * in logarithms that keep their digits for a small churn. Without churn cac / m.
 * Source: sum of the geometric series; the cases in the tests are bracketed by simulation month by month.
 * Throws: value for a negative amount, a margin or a churn that is no fraction, or a churn of 1; div0 when a month brings
 * no margin; num when the margin of the whole life does not reach the cost.
 *
 * @example cacPayback(12_000, 1000, 0.8) // 15
 */
export function cacPayback(
  cac: number,
  monthlyRevenue: number,
  contribution: number,
  monthlyChurn = 0,
): number {
  amount("cac", cac);
  amount("monthly_revenue", monthlyRevenue);
  margin("margin", contribution);
  if (share("monthly_churn", monthlyChurn) === 1)
    throw new FunnelError(
      "value",
      "monthly_churn must be below 1; got 1 - at 100% no customer stays to pay anything back",
    );
  const monthly = monthlyRevenue * contribution;
  if (monthly === 0)
    throw new FunnelError(
      "div0",
      "monthly_revenue or margin is blank or 0 - enter what a customer brings in a month",
    );
  if (cac === 0) return 0;
  const lost = (cac / monthly) * monthlyChurn;
  // A millionth of a millionth short of the whole life is never: only rounding put it there.
  if (monthly < 0 || lost > 1 - 1e-12)
    throw new FunnelError(
      "num",
      "the margin of a customer's whole life does not reach cac - it is never paid back",
    );
  return result(
    monthlyChurn === 0
      ? cac / monthly
      : Math.log1p(-lost) / Math.log1p(-monthlyChurn),
  );
}
