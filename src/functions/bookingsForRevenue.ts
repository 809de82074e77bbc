import { bookingsForRevenue as compute } from "../funnel";
import { cell } from "./cell";
import { number, optional } from "./given";
import { list } from "./givenRanges";

/**
 * Bookings needed so that this much revenue is recognised inside the year, each deal counting from the middle of its month.
 * @customfunction BOOKINGS_FOR_REVENUE
 * @helpurl https://localhost:3000/reference/BOOKINGS_FOR_REVENUE.html
 * @param revenue Revenue to recognise inside the year (money)
 * @param phasing Share or weight of the bookings in each month, first to twelfth, in a row or a column (weights, 0 or more)
 * @param [term_months] Length of the contract; 12 when left out (months)
 * @returns Bookings (money).
 */
export function bookingsForRevenue(
  revenue: any,
  phasing: any[][],
  term_months?: any,
): number {
  return cell(() =>
    compute(
      number("revenue", revenue),
      list("phasing", "phasing month", phasing).values,
      optional("term_months", term_months, 12),
    ),
  );
}
