/**
 * How long leads wait, where some have not been answered yet.
 *
 * Method: Kaplan-Meier; at one and the same wait answers come before leads that are still open leave the count. A
 * quantile is the first wait by which that part was answered; where the curve stays exactly there, the middle of the
 * flat stretch, as in R.
 * Source: E. L. Kaplan, P. Meier, JASA 53 (1958), 457-481; the rule of quantile.survfit in R's package survival.
 */
export interface WaitingTimes {
  /** The part answered within this wait. */
  answeredWithin: (wait: number) => number;
  /** The wait by which that part is answered; undefined where it is not reached. */
  quantile: (part: number) => number | undefined;
}

/** Parts closer than this are the same, as in R. */
const DUST = 1.5e-8;

/** The waits of leads answered and of those still open, in any unit; both are sorted in place. */
export function waitingTimes(
  answered: Float64Array,
  open: Float64Array,
): WaitingTimes {
  answered.sort();
  open.sort();
  const waits: number[] = [];
  /** The part not answered after each wait. */
  const left: number[] = [];
  const leads = answered.length + open.length;
  let gone = 0;
  let part = 1;
  for (let at = 0; at < answered.length;) {
    const wait = answered[at]!;
    let next = at + 1;
    while (answered[next] === wait) next++;
    while (open[gone]! < wait) gone++;
    part *= 1 - (next - at) / (leads - at - gone);
    waits.push(wait);
    left.push(part);
    at = next;
  }
  const longest = Math.max(answered.at(-1) ?? 0, open.at(-1) ?? 0);

  return {
    answeredWithin: (wait) => {
      const after = firstAt(waits, (each) => each > wait);
      return after === 0 ? 0 : 1 - left[after - 1]!;
    },
    quantile: (share) => {
      const at = firstAt(left, (each) => each <= 1 - share + DUST);
      if (at === waits.length) return undefined;
      return Math.abs(left[at]! - (1 - share)) > DUST
        ? waits[at]
        : (waits[at]! + (waits[at + 1] ?? longest)) / 2;
    },
  };
}

/** The place from which on something holds in an ascending or descending list; its length where it never does. */
function firstAt(
  list: readonly number[],
  holds: (each: number) => boolean,
): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
