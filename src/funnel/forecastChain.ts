import { refuse, result, share } from "./checks";
import { convolve } from "./timing/convolve";
import { amounts, lagCurve, periodCount } from "./timing/periods";

/**
 * Arrivals at every stage by period, when volumes enter at the top.
 *
 * Meaning: the conversions of one stage are what enters the next.
 * Shape: `volumes` counts, first period first; `rates` fractions 0-1, first step first; `lags` the lag shares of each
 * step; one list of at most `periods` counts for each step, shorter where everything has arrived before.
 * Method: one convolution a stage.
 * Source: definition; the cases in the tests come from NumPy's convolve.
 * Throws: value for negative volumes, rates outside 0-1, shares that add up to more than 1 or not one list of them a rate.
 *
 * @example forecastChain([100], [0.5, 0.2], [[0.5, 0.5], [0, 1]], 3) // [[25, 25], [0, 5, 5]]
 */
export function forecastChain(
  volumes: readonly number[],
  rates: readonly number[],
  lags: readonly (readonly number[])[],
  periods: number,
): number[][] {
  amounts("volumes_by_period", "volume", volumes);
  periodCount(periods);
  if (lags.length !== rates.length)
    refuse(
      `lags must have one row for each of the ${rates.length} rates; got ${lags.length} - lay the lag shares of each step along a row`,
    );
  let entering = volumes;
  return rates.map((value, step) => {
    share(`rate ${step + 1}`, value);
    const row = lagCurve(
      lags[step]!,
      `lags row ${step + 1}`,
      `lags ${step + 1},`,
    );
    const arriving = convolve(entering, row, periods);
    return (entering = arriving.map((each) => result(value * each)));
  });
}
