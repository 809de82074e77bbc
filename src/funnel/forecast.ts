import { result, share } from "./checks";
import { convolve } from "./timing/convolve";
import { amounts, lagCurve, MOST_PERIODS, periodCount } from "./timing/periods";

/**
 * Conversions by period of the volumes that enter by period.
 *
 * Meaning: conversions in period t = rate x sum over j of (share converting j periods later) x volume of period t - j.
 * Shape: `volumes` counts, first period first; `rate` a fraction 0-1 (0 is legal: nothing converts); `lagShares`
 * fractions of the eventual conversions, 0 periods later first, adding up to at most 1 (less: the rest converts after
 * the last share's period); the first `periods` periods, fewer where everything has converted before.
 * Method: convolution.
 * Source: definition; the cases in the tests come from NumPy's convolve.
 * Throws: value for negative volumes, shares that add up to more than 1, a rate outside 0-1, periods outside 1-5000.
 *
 * @example forecast([100, 100, 100], 0.2, [0.5, 0.25, 0.25], 4) // [10, 15, 20, 10]
 */
export function forecast(
  volumes: readonly number[],
  rate: number,
  lagShares: readonly number[],
  periods = MOST_PERIODS,
): number[] {
  amounts("volumes_by_period", "volume", volumes);
  share("rate", rate);
  const arriving = convolve(volumes, lagCurve(lagShares), periodCount(periods));
  return arriving.map((each) => result(rate * each));
}
