/**
 * The likeliest way in which a cohort loses leads beside a given curve of conversions.
 *
 * Meaning: a lead lost on day l has the probability q_l, free for every day; a lead open at age a the probability
 * S_a = 1 - converted by a - (sum of q to a). Nobody can be lost who converts later, so all q together are at most
 * 1 - rate. Given the conversions, the q that maximise sum(lost ln q) + sum(open ln S) are found exactly.
 * Method: at the maximum lost_l / q_l = sum over a >= l of open_a / S_a + pressure, where the pressure is 0 unless the
 * limit binds. Going backwards from a trial total each q follows from the ones after it; Newton's method with a bracket
 * finds the total, or the pressure, for which nothing remains.
 * Source: the mixture of M. G. Larson, G. E. Dinse, Applied Statistics 34 (1985), 201-211, with the times of losses left
 * free; profile likelihood as in S. A. Murphy, A. W. van der Vaart, JASA 95 (2000), 449-465.
 */
import type { DayCounts } from "./dayCounts";

export interface Losses {
  /** sum(lost ln q). */
  value: number;
  /** S of each day. */
  open: Float64Array;
  /** What the maximum gains per unit of the limit. */
  pressure: number;
}

/** `ahead` of each day: the share that converts after it; `limit`: 1 - rate. */
export function freeLosses(
  { open, lost, days }: DayCounts,
  ahead: Float64Array,
  limit: number,
): Losses {
  const size = days.length;
  const result = { value: 0, open: new Float64Array(size), pressure: 0 };

  /** What remains before the first day, and how that changes with the total or with the pressure. */
  function remains(all: number, pressure: number): [number, number] {
    let left = all;
    let weight = pressure;
    let byLeft = pressure > 0 ? 0 : 1;
    let byWeight = 1 - byLeft;
    result.value = 0;
    for (let at = size - 1; at >= 0; at--) {
      const still = limit - left + ahead[at]!;
      result.open[at] = still;
      if (open[at]! > 0) {
        weight += open[at]! / still;
        byWeight += (open[at]! / still / still) * byLeft;
      }
      if (lost[at]! > 0) {
        const q = lost[at]! / weight;
        result.value += lost[at]! * Math.log(q);
        left -= q;
        byLeft += (q / weight) * byWeight;
      }
    }
    return [left, byLeft];
  }

  let losses = 0;
  for (let at = 0; at < size; at++) losses += lost[at]!;
  if (remains(limit, 0)[0] >= 0) root((all) => remains(all, 0), 0, limit);
  else {
    const most = losses / limit;
    result.pressure = root((each) => remains(limit, each), 0, most);
  }
  return result;
}

/** Of a growing function, below 0 at `low` and not at `high`. */
function root(
  of: (x: number) => [value: number, slope: number],
  low: number,
  high: number,
): number {
  let x = high;
  for (let tries = 0; tries < 100; tries++) {
    const [value, slope] = of(x);
    if (value > 0) high = x;
    else low = x;
    const next = x - value / slope;
    const trial = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(trial - x) <= 1e-14 * high || value === 0) return x;
    x = trial;
  }
  return x;
}
