import { pipelineCoverage as compute } from "../funnel";
import { cell } from "./cell";
import { number, optional } from "./given";

/**
 * How many times the open pipeline covers what is still to be booked.
 * @customfunction PIPELINE_COVERAGE
 * @helpurl https://localhost:3000/reference/PIPELINE_COVERAGE.html
 * @param open_pipeline Value of the open opportunities (money)
 * @param bookings_target Bookings to reach (money)
 * @param [won_so_far] Bookings already won; 0 when left out (money)
 * @returns Coverage (times).
 */
export function pipelineCoverage(
  open_pipeline: any,
  bookings_target: any,
  won_so_far?: any,
): number {
  return cell(() =>
    compute(
      number("open_pipeline", open_pipeline),
      number("bookings_target", bookings_target),
      optional("won_so_far", won_so_far, 0),
    ),
  );
}
