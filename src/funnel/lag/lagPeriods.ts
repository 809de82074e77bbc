/** The share of the eventual conversions that falls into each of a row of periods. */
import { legendre } from "../special/legendre";
import { shareBetween, type LagModel } from "./lagModel";

/** Between neighbouring days, each of which is looked up once. */
export function sharesBetween(
  { lower, upper }: LagModel,
  days: readonly number[],
): number[] {
  const tails = days.map((day) => ({ below: lower(day), above: upper(day) }));
  return tails.slice(1).map((to, at) => {
    const from = tails[at]!;
    return Math.max(
      0,
      to.below < 0.5 ? to.below - from.below : from.above - to.above,
    );
  });
}

/**
 * Share that converts `later` periods after the period of arrival, when leads arrive evenly in that period.
 *
 * Method: for a lead that arrives a part x of a period before the end, the share between x + later - 1 and x + later periods
 * (from 0 on); averaged over x = v^4, which smooths the start of lags that are steep there, by Gauss and Legendre's rule on
 * pieces that are halved until they agree.
 */
export function evenShare(
  model: LagModel,
  periodDays: number,
  later: number,
): number {
  const at = (v: number): number => {
    const x = v ** 4 + later;
    return (
      4 *
      v ** 3 *
      shareBetween(model, Math.max(0, x - 1) * periodDays, x * periodDays)
    );
  };
  const rule = (from: number, width: number): number =>
    NODES.reduce(
      (total, [node, weight]) => total + weight * at(from + width * (1 + node)),
      0,
    ) * width;

  const open = [{ from: 0, width: 0.5, whole: rule(0, 0.5) }];
  const enough = 1e-13 * open[0]!.whole + 1e-17;
  let total = 0;
  for (let splits = 0; open.length > 0; splits++) {
    const { from, width, whole } = open.pop()!;
    const half = width / 2;
    const [left, right] = [rule(from, half), rule(from + width, half)];
    if (Math.abs(left + right - whole) <= enough || splits >= MOST_SPLITS)
      total += left + right;
    else
      open.push(
        { from: from + width, width: half, whole: right },
        { from, width: half, whole: left },
      );
  }
  return total;
}

const NODES = legendre(12);
/** Enough to close in on a jump; what is left then is below the last digit or the noise of the lag itself. */
const MOST_SPLITS = 150;
