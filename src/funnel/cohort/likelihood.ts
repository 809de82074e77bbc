/**
 * How well a final rate and a lag explain a cohort: the logarithm of the likelihood and its slopes.
 *
 * Meaning: a lead converts in the end with the probability `rate`, after a lag whose share below t is F(t). A conversion
 * after d days has the probability rate (F(d + 1/2) - F(d - 1/2)), a lead still open at age a the probability
 * 1 - rate F(a + 1/2), less the leads lost by then. A lost lead will not convert; when leads are lost is left free.
 * Method: slopes by the chain rule over the interval ends; the slope in q by the difference of F at two q close by.
 * Source: J. W. Boag, JRSS B 11 (1949), 15-53; V. T. Farewell, Biometrics 38 (1982), 1041-1046; see freeLosses.
 */
import type { AgeBins } from "./ageBins";
import { freeLosses } from "./freeLosses";
import { lagTails } from "./lagTails";

export interface Lag {
  location: number;
  spread: number;
  q: number;
}

export interface Likelihood {
  value: number;
  byRate: number;
  byLocation: number;
  byLogSpread: number;
  byQ: number;
  /** Above 0 where every lead that is not lost must convert to reach the rate. */
  pressure: number;
}

const Q_STEP = 3e-7;

/** `rest` is 1 - rate, with its own digits. */
export function likelihood(
  bins: AgeBins,
  rate: number,
  rest: number,
  { location, spread, q }: Lag,
  isFreeQ = false,
): Likelihood {
  const { from, to, converted, open } = bins;
  const tails = (q: number) => lagTails(bins.logEnds, location, spread, q);
  const { w, below, above, density } = tails(q);
  const size = from.length;

  let value = bins.conversions * Math.log(rate);
  let byRate = bins.conversions / rate;
  /** Slope of the likelihood in F at each end. */
  const slopes = new Float64Array(w.length);
  const stillOpen = new Float64Array(size);
  for (let at = 0; at < size; at++) {
    const end = to[at]!;
    if (end >= 0) stillOpen[at] = rate * above[end]!;
    const count = converted[at]!;
    if (count === 0) continue;
    const start = from[at]!;
    const part =
      start < 0
        ? below[end]!
        : below[end]! < 0.5
          ? below[end]! - below[start]!
          : above[start]! - above[end]!;
    value += count * Math.log(part);
    slopes[end]! += count / part;
    if (start >= 0) slopes[start]! -= count / part;
  }
  const losses =
    bins.losses > 0 ? freeLosses(bins, stillOpen, rest) : undefined;
  if (losses) {
    value += losses.value;
    byRate -= losses.pressure;
  }
  for (let at = 0; at < size; at++) {
    const count = open[at]!;
    if (count === 0) continue;
    const left = losses ? losses.open[at]! : rest + stillOpen[at]!;
    value += count * Math.log(left);
    byRate -= (count * below[to[at]!]!) / left;
    slopes[to[at]!]! -= (count * rate) / left;
  }
  let [byLocation, byLogSpread, byQ] = [0, 0, 0];
  slopes.forEach((slope, at) => {
    const each = slope * density[at]!;
    byLocation -= each / spread;
    byLogSpread -= each * w[at]!;
  });
  if (isFreeQ) {
    const more = tails(q + Q_STEP);
    slopes.forEach((slope, at) => {
      const change =
        below[at]! < 0.5
          ? more.below[at]! - below[at]!
          : above[at]! - more.above[at]!;
      byQ += (slope * change) / Q_STEP;
    });
  }
  const pressure = losses?.pressure ?? 0;
  return { value, byRate, byLocation, byLogSpread, byQ, pressure };
}
