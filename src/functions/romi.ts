import { romi as compute } from "../funnel";
import { cell } from "./cell";
import { number } from "./given";

/**
 * Return on marketing investment: 0 is money back, 1.5 is 2.5 times the spend.
 * @customfunction ROMI
 * @helpurl https://localhost:3000/reference/ROMI.html
 * @param bookings Bookings that the spend brought (money)
 * @param contribution_margin Part of the bookings that is left after the cost of delivering (rate, 70% or 0.7)
 * @param spend Money spent on marketing (money)
 * @returns Return for each unit of money spent (ratio).
 */
export function romi(
  bookings: any,
  contribution_margin: any,
  spend: any,
): number {
  return cell(() =>
    compute(
      number("bookings", bookings),
      number("contribution_margin", contribution_margin),
      number("spend", spend),
    ),
  );
}
