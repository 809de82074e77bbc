import { divisor, finiteNumber, result } from "./checks";

/**
 * How much of a target is reached.
 *
 * Meaning: actual / target; 1 is the whole target.
 * Shape: both in money or both counts; the actual may be below 0 where cancellations exceed new bookings. A ratio.
 * Method: division.
 * Source: definition.
 * Throws: value for a number that is none or a negative target; div0 for a target of 0; num when the result is too large.
 *
 * @example attainment(450_000, 600_000) // 0.75
 */
export function attainment(actual: number, target: number): number {
  finiteNumber("actual", actual);
  return result(actual / divisor("target", target, "the target to reach"));
}
