/**
 * A cohort by age: how many leads converted on each day after they entered, how many were lost on it, and how many are
 * still open at that age. Days ascend, each once.
 */
import { amount, refuse, shown } from "../checks";
import { FunnelError } from "../funnelError";

export interface DayCounts {
  days: ArrayLike<number>;
  converted: ArrayLike<number>;
  open: ArrayLike<number>;
  lost: ArrayLike<number>;
}

/** Counts as people give them: any order, days more than once, `lost` left out where nobody is disqualified. */
export function dayCounts(
  days: readonly number[],
  converted: readonly number[],
  open: readonly number[],
  lost?: readonly number[],
): DayCounts {
  for (const [name, counts] of [
    ["converted", converted],
    ["open", open],
    ["lost", lost ?? days],
  ] as const)
    if (counts.length !== days.length)
      refuse(
        `days and ${name} must have the same number of cells; got ${days.length} and ${counts.length} - select ranges of the same length`,
      );
  const order: number[] = [];
  days.forEach((day, at) => {
    amount(`day ${at + 1}`, day);
    const leads =
      amount(`converted ${at + 1}`, converted[at]!) +
      amount(`open ${at + 1}`, open[at]!) +
      (lost === undefined ? 0 : amount(`lost ${at + 1}`, lost[at]!));
    if (leads > MOST_LEADS)
      refuse(
        `row ${at + 1} must hold at most ${MOST_LEADS} leads; got ${shown(leads)} - check the counts`,
      );
    if (leads > 0) order.push(at);
  });
  if (order.length === 0)
    throw new FunnelError(
      "na",
      "converted and open are blank or 0 - give at least one lead",
    );
  order.sort((a, b) => days[a]! - days[b]! || a - b);
  const merged = { days: [0], converted: [0], open: [0], lost: [0] };
  let last = -1;
  for (const at of order) {
    if (last < 0 || merged.days[last] !== days[at]) {
      merged.days[++last] = days[at]!;
      merged.converted[last] = merged.open[last] = merged.lost[last] = 0;
    }
    merged.converted[last]! += converted[at]!;
    merged.open[last]! += open[at]!;
    merged.lost[last]! += lost?.[at] ?? 0;
  }
  return merged;
}

/** Beyond, one lead more or less is lost in rounding. */
const MOST_LEADS = 1e12;

export function total(counts: ArrayLike<number>): number {
  let all = 0;
  for (let at = 0; at < counts.length; at++) all += counts[at]!;
  return all;
}
