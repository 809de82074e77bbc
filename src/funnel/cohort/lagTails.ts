/**
 * Standardised lags at all interval ends at once: the share converted below each, the share above, the density.
 *
 * Meaning: w = (ln t - location) / spread. One family holds all models by its number q: Weibull 1, exponential 1 with
 * spread 1, lognormal 0, generalised gamma any.
 * Method: Weibull in closed form. The others from one exact value by summing the density over the intervals between
 * neighbouring ends (four-point Gauss-Legendre), anew from an exact value where an interval is wide.
 * Source: R. L. Prentice, Biometrika 61 (1974), 539-544.
 */
import { lagModel } from "../lag/lagModel";
import { stirlingError } from "../special/logGamma";

export interface LagTails {
  w: Float64Array;
  below: Float64Array;
  above: Float64Array;
  density: Float64Array;
}

const ROOT_TWO_PI = 2.5066282746310002;
const NODES = [0.3399810435848563, 0.8611363115940526];
const WEIGHTS = [0.3260725774312731, 0.17392742256873692];

export function lagTails(
  logEnds: Float64Array,
  location: number,
  spread: number,
  q: number,
): LagTails {
  const size = logEnds.length;
  const w = logEnds.map((log) => (log - location) / spread);
  const below = new Float64Array(size);
  const above = new Float64Array(size);
  if (q === 1) {
    const density = w.map((each, at) => {
      const hazard = Math.exp(each);
      below[at] = -Math.expm1(-hazard);
      above[at] = Math.exp(-hazard);
      return Math.exp(each - hazard);
    });
    return { w, below, above, density };
  }

  const densityAt = standardDensity(q);
  const density = w.map(densityAt);
  const { lower, upper } = lagModel("gengamma", 1, 1, q);
  const steps = new Float64Array(size);
  for (let at = 0; at < size; at++) {
    const [left, right] = [w[at - 1] ?? NaN, w[at]!];
    const ratio = density[at]! / (density[at - 1] ?? 0);
    const isNarrow = right - left < 0.5 && ratio > 0.6 && ratio < 1.6;
    steps[at] = isNarrow ? integral(densityAt, left, right) : NaN;
    below[at] = isNarrow ? below[at - 1]! + steps[at]! : lower(Math.exp(right));
  }
  for (let at = size - 1; at >= 0; at--) {
    const step = steps[at + 1] ?? NaN;
    above[at] = Number.isNaN(step)
      ? upper(Math.exp(w[at]!))
      : above[at + 1]! + step;
  }
  return { w, below, above, density };
}

function integral(
  of: (w: number) => number,
  left: number,
  right: number,
): number {
  const middle = (left + right) / 2;
  const half = (right - left) / 2;
  let total = 0;
  for (let at = 0; at < 2; at++) {
    const off = half * NODES[at]!;
    total += WEIGHTS[at]! * (of(middle - off) + of(middle + off));
  }
  return total * (right - left);
}

/** exp(-w^2 (e^u - 1 - u) / u^2 - the rest of Stirling's formula at 1 / q^2) / sqrt(2 pi), u = q w: smooth through 0. */
function standardDensity(q: number): (w: number) => number {
  if (q === 0) return (w) => Math.exp(-0.5 * w * w) / ROOT_TWO_PI;
  const scale = Math.exp(-stirlingError(1 / (q * q))) / ROOT_TWO_PI;
  return (w) => {
    const u = q * w;
    if (Math.abs(u) > 0.1)
      return scale * Math.exp((u - Math.expm1(u)) / (q * q));
    let [term, total] = [0.5, 0.5];
    for (let n = 3; n < 11; n++) total += term *= u / n;
    return scale * Math.exp(-w * w * total);
  };
}
