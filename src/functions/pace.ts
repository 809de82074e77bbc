import { pace as compute } from "../funnel";
import { cell } from "./cell";
import { number } from "./given";

/**
 * Whether a period is on course: what is reached against the part of the target that is due by now.
 * @customfunction PACE
 * @helpurl https://localhost:3000/reference/PACE.html
 * @param actual_to_date What is reached so far (money or count)
 * @param target Target of the whole period (money or count)
 * @param elapsed_days Days of the period that are over (days)
 * @param total_days Days of the whole period (days)
 * @returns 1 is on pace, 0.9 is 10% behind (ratio).
 */
export function pace(
  actual_to_date: any,
  target: any,
  elapsed_days: any,
  total_days: any,
): number {
  return cell(() =>
    compute(
      number("actual_to_date", actual_to_date),
      number("target", target),
      number("elapsed_days", elapsed_days),
      number("total_days", total_days),
    ),
  );
}
