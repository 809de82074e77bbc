/**
 * What share of a cohort had converted, and what share was lost, by each day.
 *
 * Method: Aalen-Johansen, which is Kaplan-Meier where nobody is lost. On one day conversions and losses come before the
 * open leads leave the count. The variance is Greenwood's, carried forward from day to day for the shares together.
 * Source: O. O. Aalen, S. Johansen, Scandinavian Journal of Statistics 5 (1978), 141-150; E. L. Kaplan, P. Meier, JASA 53
 * (1958), 457-481; A. Allignol, M. Schumacher, J. Beyersmann, Biometrical Journal 52 (2010), 126-137.
 */
import { normalUpperInverse } from "../special";
import type { DayCounts } from "./dayCounts";

export interface Curve {
  days: ArrayLike<number>;
  /** Leads that were followed to this day and still open before it. */
  followed: Float64Array;
  converted: Float64Array;
  lost: Float64Array;
  open: Float64Array;
  /** Of the share converted. */
  variance: Float64Array;
}

export function curve({ days, converted, open, lost }: DayCounts): Curve {
  const size = days.length;
  const part = (): Float64Array => new Float64Array(size);
  const result: Curve = {
    ...{ days, followed: part(), converted: part(), lost: part() },
    ...{ open: part(), variance: part() },
  };
  let leads = 0;
  for (let at = size - 1; at >= 0; at--)
    result.followed[at] = leads += converted[at]! + open[at]! + lost[at]!;

  let [share, gone, left] = [0, 0, 1];
  // Variances of the shares converted and open, and their covariance.
  let [ofShare, ofLeft, ofBoth] = [0, 0, 0];
  for (let at = 0; at < size; at++) {
    const count = result.followed[at]!;
    const toConverted = converted[at]! / count;
    const toLost = lost[at]! / count;
    const ended = converted[at]! + lost[at]!;
    const out = ended / count;
    const stay = (count - ended) / count;
    const square = (left * left) / count;
    ofShare +=
      toConverted * (toConverted * ofLeft + 2 * ofBoth) +
      square * toConverted * (1 - toConverted);
    ofBoth = stay * (ofBoth + toConverted * ofLeft - square * toConverted);
    ofLeft = stay * (stay * ofLeft + square * out);
    share += left * toConverted;
    gone += left * toLost;
    left *= stay;
    result.converted[at] = left > 0 ? Math.min(share, 1) : 1 - gone;
    result.lost[at] = Math.min(gone, 1);
    result.open[at] = left;
    result.variance[at] = ofShare;
  }
  return result;
}

/** The last step at or before a day; -1 before the first. */
export function stepAt({ days }: Curve, day: number): number {
  let [low, high] = [-1, days.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (days[middle]! <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Limits on the scale ln(-ln(1 - share)); none while the share is 0, nor once it is 1. */
export function limits(
  share: number,
  variance: number,
  confidence: number,
): [low: number, high: number] | undefined {
  if (share <= 0 || share >= 1) return undefined;
  const log = Math.log1p(-share);
  const z = normalUpperInverse((1 - confidence) / 2);
  const wide = Math.exp((z * Math.sqrt(variance)) / ((1 - share) * -log));
  return [-Math.expm1(log / wide), -Math.expm1(log * wide)];
}
