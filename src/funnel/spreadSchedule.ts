import { result } from "./checks";
import { convolve } from "./timing/convolve";
import { lagCurve, needs, usableCurve } from "./timing/periods";

/**
 * Volume to create in each period, every target spread backwards over the time that its conversions take.
 *
 * Meaning: volume of period s = sum over j of (share converting j periods later) x deals of period s + j / rate. Level
 * and linear targets are met exactly by these volumes. What shares that add up to less than 1 leave out is left out here.
 * Shape: `bookings` money, first period first; `averageDealSize` money; `rate` a fraction above 0; `lagShares` as in
 * forecast. One count for each period from (number of shares - 1) periods before the first target to the last target.
 * Method: convolution with the reversed lag.
 * Source: definition; the cases in the tests come from NumPy's convolve.
 * Throws: value for negative numbers, a rate above 1, shares that add up to more than 1; div0 for a deal size of 0; na when
 * deals are needed and the rate or every share is 0; num beyond a number.
 *
 * @example spreadSchedule([0, 0, 100], 1, 0.5, [0, 0.2, 0.5, 0.3]) // [0, 0, 60, 100, 40, 0]
 */
export function spreadSchedule(
  bookings: readonly number[],
  averageDealSize: number,
  rate: number,
  lagShares: readonly number[],
): number[] {
  const need = needs(bookings, averageDealSize, rate);
  const curve = lagCurve(lagShares);
  if (need.isNeeded) usableCurve(curve);
  const reversed = [...curve].reverse();
  return convolve(need.deals, reversed, Infinity).map((each) =>
    each === 0 ? 0 : result(each / rate),
  );
}
