import { requiredPipeline as compute } from "../funnel";
import { cell } from "./cell";
import { number, optional } from "./given";

/**
 * Open pipeline needed to reach the rest of a bookings target.
 * @customfunction REQUIRED_PIPELINE
 * @helpurl https://localhost:3000/reference/REQUIRED_PIPELINE.html
 * @param bookings_target Bookings to reach (money)
 * @param win_rate Part of the pipeline's value that is won (rate, 25% or 0.25)
 * @param [won_so_far] Bookings already won; 0 when left out (money)
 * @returns Pipeline (money).
 */
export function requiredPipeline(
  bookings_target: any,
  win_rate: any,
  won_so_far?: any,
): number {
  return cell(() =>
    compute(
      number("bookings_target", bookings_target),
      number("win_rate", win_rate),
      optional("won_so_far", won_so_far, 0),
    ),
  );
}
