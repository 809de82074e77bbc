import {
  amount,
  rate as checkedRate,
  result,
  shown,
  usableRate,
} from "./checks";
import { FunnelError } from "./funnelError";
import { convolve, stillArriving } from "./timing/convolve";
import { amounts, lagCurve, usableCurve } from "./timing/periods";

/**
 * The least volume in all that meets the target so far in every period, created as early as capacity allows.
 *
 * Meaning: a lead created earlier adds at least as much to every later total, so the first period is filled up to
 * capacity, then the second, and so on, just as far as some period's total needs.
 * Shape: `deals` counts, first period first; `rate` a fraction above 0; `lagShares` as in forecast; `pastVolumes` counts of
 * the periods just before, the last of them last; `capacity` the most that can be created in one period, Infinity for no
 * limit. One count.
 * Method: for each period the exact volume that its total needs, along the straight pieces between full periods; the largest.
 * Source: exchange argument; the cases in the tests come from SciPy's linprog (HiGHS).
 * Throws: value for negative numbers, a rate above 1, shares that add up to more than 1; na when deals are needed and the rate
 * or every share is 0, and for the first period whose total no volume meets; num beyond a number.
 *
 * @example earliestVolume([20, 20, 20], 0.2, [0.3, 0.4, 0.3], [100, 100], 200) // 200
 */
export function earliestVolume(
  deals: readonly number[],
  rate: number,
  lagShares: readonly number[],
  pastVolumes: readonly number[] = [],
  capacity = Infinity,
): number {
  amounts("deals_by_period", "deals", deals);
  checkedRate("rate", rate);
  const curve = lagCurve(lagShares);
  amounts("past_volumes", "past volume", pastVolumes);
  if (capacity !== Infinity) amount("capacity", capacity);
  if (!deals.some((each) => each > 0)) return 0;
  usableRate("rate", rate);
  usableCurve(curve);

  const coming = runningTotals(stillArriving(pastVolumes, curve, deals.length));
  const converted = runningTotals(convolve([1], curve, deals.length));
  let most = 0;
  runningTotals(deals).forEach((target, period) => {
    const dust = 1e-12 * target;
    let left = target - rate * coming[period]!;
    // Period by period, each lead brings fewer of its deals by then.
    for (let from = 0; from <= period && left > dust; from++) {
      const each =
        rate * converted[Math.min(period - from, converted.length - 1)]!;
      if (each === 0) break;
      const before = from === 0 ? 0 : from * capacity;
      most = Math.max(most, before + Math.min(left / each, capacity));
      left -= each * capacity;
    }
    if (left > dust) throw unreachable(period + 1, target, target - left);
  });
  return result(most);
}

function runningTotals(values: readonly number[]): number[] {
  let total = 0;
  return values.map((each) => (total += each));
}

const rounded = (value: number): string =>
  shown(Number.isFinite(value) ? Number(value.toFixed(2)) : value);

const unreachable = (period: number, target: number, reached: number) =>
  new FunnelError(
    "na",
    `the deals up to period ${period} cannot be reached: ${rounded(target)} are needed and at most ${rounded(reached)} can come by then - lower the early targets or raise capacity`,
  );
