import { cac as compute } from "../funnel";
import { cell } from "./cell";
import { number } from "./given";

/**
 * Customer acquisition cost: what marketing and sales spent for one new customer.
 * @customfunction CAC
 * @helpurl https://localhost:3000/reference/CAC.html
 * @param marketing_spend Money spent on marketing (money)
 * @param sales_spend Money spent on sales (money)
 * @param customers New customers won in the same time (count)
 * @returns Cost of one customer (money).
 */
export function cac(
  marketing_spend: any,
  sales_spend: any,
  customers: any,
): number {
  return cell(() =>
    compute(
      number("marketing_spend", marketing_spend),
      number("sales_spend", sales_spend),
      number("customers", customers),
    ),
  );
}
