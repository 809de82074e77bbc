import { costPer as compute } from "../funnel";
import { cell } from "./cell";
import { number } from "./given";

/**
 * What one unit cost: a lead, an MQL, a meeting, a customer.
 * @customfunction COST_PER
 * @helpurl https://localhost:3000/reference/COST_PER.html
 * @param spend Money spent (money)
 * @param count Units that it brought (count)
 * @returns Cost of one (money).
 */
export function costPer(spend: any, count: any): number {
  return cell(() => compute(number("spend", spend), number("count", count)));
}
