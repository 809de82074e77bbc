import { salesVelocity as compute } from "../funnel";
import { cell } from "./cell";
import { number } from "./given";

/**
 * Money that the pipeline turns into bookings in a day.
 * @customfunction SALES_VELOCITY
 * @helpurl https://localhost:3000/reference/SALES_VELOCITY.html
 * @param opportunities Open opportunities (count)
 * @param win_rate Part of them that is won (rate, 25% or 0.25)
 * @param average_deal_size Contract value of an average deal (money)
 * @param cycle_days Days from opening an opportunity to winning it (days)
 * @returns Bookings a day (money).
 */
export function salesVelocity(
  opportunities: any,
  win_rate: any,
  average_deal_size: any,
  cycle_days: any,
): number {
  return cell(() =>
    compute(
      number("opportunities", opportunities),
      number("win_rate", win_rate),
      number("average_deal_size", average_deal_size),
      number("cycle_days", cycle_days),
    ),
  );
}
