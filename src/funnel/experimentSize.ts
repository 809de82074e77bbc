import { finiteNumber, refuse, share, shown } from "./checks";
import { confidenceLevel } from "./rates/confidence";
import { chiSquare1Quantile } from "./special";

/** Up to here the last digit of the answer is certain. */
const MOST = 1e12;

/**
 * How many leads an experiment needs so that its rate is known to within a margin.
 *
 * Meaning: the least whole number of leads whose Wilson range, at the expected rate, reaches at most `halfWidth` to
 * either side of its middle.
 * Shape: `rate` 0-1, what is expected; `halfWidth` above 0 and below 0.5, in points as a fraction; `confidence` between
 * 0 and 1.
 * Method: the half width z sqrt(n p (1 - p) + z^2 / 4) / (n + z^2) falls as n grows; equated with the margin it is a
 * quadratic in n / z^2, solved by the root that does not cancel.
 * Source: E. B. Wilson, JASA 22 (1927), 209-212.
 * Throws: value for a rate, margin or confidence outside its bounds, or a margin that would take more than 1e12 leads.
 *
 * @example experimentSize(0.05, 0.02) // 201
 */
export function experimentSize(
  rate: number,
  halfWidth: number,
  confidence = 0.8,
): number {
  share("rate", rate);
  margin(halfWidth);
  const square = chiSquare1Quantile(confidenceLevel("confidence", confidence));
  const spread = rate * (1 - rate);
  const area = halfWidth * halfWidth;
  const root = Math.hypot(spread, halfWidth * (1 - 2 * rate));
  const middle = spread - 2 * area;
  const size =
    square *
    (middle > 0
      ? (middle + root) / (2 * area)
      : (0.5 - 2 * area) / (root - middle));
  if (!(size <= MOST))
    refuse(
      `half_width ${shown(halfWidth)} would take more than 1E+12 leads - enter a wider one`,
    );
  return Math.max(Math.ceil(size), 1);
}

function margin(value: number): void {
  if (finiteNumber("half_width", value) > 0 && value < 0.5) return;
  const remedy =
    value >= 1 && value < 50
      ? `${shown(value)}% or ${shown(value / 100)}`
      : "a fraction such as 2% or 0.02";
  refuse(
    `half_width must be above 0 and below 0.5; got ${shown(value)} - enter ${remedy}`,
  );
}
