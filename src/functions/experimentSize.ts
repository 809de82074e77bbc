import { experimentSize as compute } from "../funnel";
import { cell } from "./cell";
import { number, optional } from "./given";

/**
 * How many leads an experiment needs so that its rate is known to within a margin.
 * @customfunction EXPERIMENT_SIZE
 * @helpurl https://localhost:3000/reference/EXPERIMENT_SIZE.html
 * @param rate Rate that is expected (rate, 5% or 0.05)
 * @param half_width How far the range may reach to either side (fraction, above 0 and below 0.5)
 * @param [confidence] How sure the range shall be; 80% when left out (fraction, above 0 and below 1)
 * @returns Leads, a whole number (count).
 */
export function experimentSize(
  rate: any,
  half_width: any,
  confidence?: any,
): number {
  return cell(() =>
    compute(
      number("rate", rate),
      number("half_width", half_width),
      optional("confidence", confidence, 0.8),
    ),
  );
}
