import { lifetimeValue as compute } from "../funnel";
import { cell } from "./cell";
import { number, optional } from "./given";

/**
 * What a customer is worth over its life: all its margins, less as customers leave and as later money counts less.
 * @customfunction LIFETIME_VALUE
 * @helpurl https://localhost:3000/reference/LIFETIME_VALUE.html
 * @param monthly_revenue What a customer pays in a month (money)
 * @param margin Part of the revenue that is left after the cost of delivering (rate, 80% or 0.8)
 * @param monthly_churn Part of the customers that leaves in a month (rate, 2% or 0.02)
 * @param [monthly_discount] What money loses in worth in a month; nothing when left out (rate, 1% or 0.01)
 * @returns Margin over the whole life (money).
 */
export function lifetimeValue(
  monthly_revenue: any,
  margin: any,
  monthly_churn: any,
  monthly_discount?: any,
): number {
  return cell(() =>
    compute(
      number("monthly_revenue", monthly_revenue),
      number("margin", margin),
      number("monthly_churn", monthly_churn),
      optional("monthly_discount", monthly_discount, 0),
    ),
  );
}
