import { cacPayback as compute } from "../funnel";
import { cell } from "./cell";
import { number, optional } from "./given";

/**
 * Months until the margin of a new customer has paid for winning it.
 * @customfunction CAC_PAYBACK
 * @helpurl https://localhost:3000/reference/CAC_PAYBACK.html
 * @param cac Cost of winning a customer (money)
 * @param monthly_revenue What a customer pays in a month (money)
 * @param margin Part of the revenue that is left after the cost of delivering (rate, 80% or 0.8)
 * @param [monthly_churn] Part of the customers that leaves in a month; none when left out (rate, 1% or 0.01)
 * @returns Months, with their parts (months).
 */
export function cacPayback(
  cac: any,
  monthly_revenue: any,
  margin: any,
  monthly_churn?: any,
): number {
  return cell(() =>
    compute(
      number("cac", cac),
      number("monthly_revenue", monthly_revenue),
      number("margin", margin),
      optional("monthly_churn", monthly_churn, 0),
    ),
  );
}
