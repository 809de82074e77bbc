import { result } from "./checks";
import { convolve, stillArriving } from "./timing/convolve";
import { nonNegative } from "./timing/nonNegative";
import { amounts, lagCurve, needs, usableCurve } from "./timing/periods";

const MOST_TARGETS = 260;
/** Of the largest share: less is the rounding of a distribution, and nobody buys a million million leads for a deal. */
const TOO_FEW = 1e-12;

/**
 * The volumes, none negative, whose bookings come closest to the targets, and what is missing in each period.
 *
 * Meaning: what new volumes and those of the past bring together is as near to the targets as it can be, in the sum of the
 * squared differences. Early targets cannot be bought where few leads convert at once: that shows as a shortfall.
 * Shape: `bookings` money, first period first, at most 260 periods; `averageDealSize` money; `rate` a fraction above 0;
 * `lagShares` as in forecast; `pastVolumes` counts of the periods just before, the last of them last. Two rows: volume to
 * create by period, and target less expected bookings in money (negative: more than the target).
 * Method: non-negative least squares by active sets (Lawson and Hanson). First shares below 1e-12 of the largest count as 0
 * in the choice of volumes.
 * Source: C. L. Lawson, R. J. Hanson, "Solving Least Squares Problems" (1974), chapter 23; the cases in the tests come
 * from SciPy's nnls and R's nnls.
 * Throws: value for negative numbers, a rate above 1, shares that add up to more than 1; div0 for a deal size of 0; na when
 * deals are needed and the rate or every share is 0; num beyond a number.
 *
 * @example feasibleSchedule([10, 30], 1, 0.5, [0.5, 0.5], [20]) // [[20, 100], [0, 0]]
 */
export function feasibleSchedule(
  bookings: readonly number[],
  averageDealSize: number,
  rate: number,
  lagShares: readonly number[],
  pastVolumes: readonly number[] = [],
): [volumes: number[], shortfalls: number[]] {
  const { deals, isNeeded } = needs(
    bookings,
    averageDealSize,
    rate,
    MOST_TARGETS,
  );
  const curve = lagCurve(lagShares);
  amounts("past_volumes", "past volume", pastVolumes);
  if (isNeeded) usableCurve(curve);
  const count = deals.length;
  const coming = stillArriving(pastVolumes, curve, count);
  const missing = deals.map((each, at) => result(each - rate * coming[at]!));

  // Numbers of ordinary size, whatever the currency.
  const unit = missing.reduce((most, each) => Math.max(most, each), 0);
  const part = curve.reduce((most, each) => Math.max(most, each), 0);
  const first = curve.findIndex((each) => each > TOO_FEW * part);
  const columns = deals.map((_, from) =>
    Float64Array.from(deals, (_, at) =>
      at - from < first ? 0 : (curve[at - from] ?? 0) / part,
    ),
  );
  const fit =
    unit > 0 && part > 0
      ? nonNegative(
          columns,
          Float64Array.from(missing, (each) => each / unit),
        )
      : deals.map(() => 0);
  const volumes = fit.map((each) =>
    each === 0 ? 0 : result((each * (unit / rate)) / part),
  );
  const arriving = convolve(volumes, curve, count);
  const shortfalls = missing.map((each, at) => {
    const short = each - rate * arriving[at]!;
    // What rounding leaves is not a shortfall.
    return Math.abs(short) <= 1e-12 * unit
      ? 0
      : result(short * averageDealSize);
  });
  return [volumes, shortfalls];
}
