import { finiteNumber } from "./checks";

/**
 * Rounds a count up to a whole one, without taking the dust of binary arithmetic for a lead.
 *
 * Shape: `x` a count, any finite number; the result is whole.
 * Method: ROUNDUP(ROUND(x, 6), 0), as in the cells: 21 / 0.35 is 60.00000000000001 to a computer and 60 to a planner.
 * Above a thousand million a number no longer carries six decimals; there the guard is four units in its last place.
 * Source: Excel's ROUND and ROUNDUP; exact rational arithmetic for the traps in the tests.
 * Throws: value, when x is not a finite number.
 *
 * @example ceilGuard(60.00000000000001) // 60
 */
export function ceilGuard(x: number): number {
  finiteNumber("x", x);
  const whole = Math.floor(x);
  const guard = Math.max(0.5e-6, Math.abs(x) * 2 ** -50);
  return x - whole < guard ? whole + 0 : Math.ceil(x) + 0;
}
