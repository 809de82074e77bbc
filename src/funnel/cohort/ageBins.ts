import { total, type DayCounts } from "./dayCounts";

/**
 * What a fit needs of a cohort: the ends of its day intervals, each once and in order, and which of them each day uses.
 *
 * Method: a difference of d whole days stands for lags from d - 1/2 to d + 1/2, from 0 on the day of entry; a lead open
 * at that age has been seen to d + 1/2.
 */
export interface AgeBins extends DayCounts {
  /** Logarithms of the interval ends, ascending. */
  logEnds: Float64Array;
  /** Of each day, the place of its start (-1 for 0) and of its end. */
  from: Int32Array;
  to: Int32Array;
  conversions: number;
  losses: number;
  leads: number;
}

export function ageBins(counts: DayCounts): AgeBins {
  const { days, converted, open, lost } = counts;
  const ends = new Set<number>();
  for (let at = 0; at < days.length; at++) {
    if (converted[at]! > 0 && days[at]! > 0.5) ends.add(days[at]! - 0.5);
    if (converted[at]! + open[at]! > 0) ends.add(days[at]! + 0.5);
  }
  const ascending = Float64Array.from(ends).sort();
  const places = new Map<number, number>();
  ascending.forEach((end, place) => places.set(end, place));
  const placeOf = (off: number): Int32Array =>
    Int32Array.from(days, (day) => places.get(day + off) ?? -1);
  const conversions = total(converted);
  const losses = total(lost);
  return {
    ...counts,
    logEnds: ascending.map(Math.log),
    from: placeOf(-0.5),
    to: placeOf(0.5),
    conversions,
    losses,
    leads: conversions + losses + total(open),
  };
}
