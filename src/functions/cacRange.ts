import { cacRange as compute } from "../funnel";
import { spill } from "./cell";
import { number, optional } from "./given";

/**
 * Customer acquisition cost with the limits between which it lies, as far as so few customers can tell.
 * @customfunction CAC_RANGE
 * @helpurl https://localhost:3000/reference/CAC_RANGE.html
 * @param spend Money that marketing and sales spent (money)
 * @param leads Leads that it brought (count)
 * @param customers Customers won from these leads (count)
 * @param [confidence] How sure the limits are; 80% when left out (rate, 80% or 0.8)
 * @returns Cost of one customer, the lowest and the highest that it may be, in a row (money).
 */
export function cacRange(
  spend: any,
  leads: any,
  customers: any,
  confidence?: any,
): any[][] {
  return spill(() => ({
    values: compute(
      number("spend", spend),
      number("leads", leads),
      number("customers", customers),
      optional("confidence", confidence, 0.8),
    ),
    orientation: "row",
  }));
}
