import { normalInverse, normalLower, normalUpper } from "../special";
import type { LagModel } from "./lagModel";

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/**
 * The tails of generalisedGamma for Q near 0, as functions of w.
 *
 * Method: with u = Qw the normal deviate is z = w sqrt(2 (e^u - 1 - u)) / |u|, and the lower tail is the normal one less
 * Q c(Qz) times the normal density; c = 1 / (e^u - 1) - 1 / (Qz) by its power series.
 */
export function nearNormal(q: number): LagModel {
  const correction = (z: number): number => {
    const density = Math.exp(-0.5 * z * z) / ROOT_TWO_PI;
    // Beyond the reach of the density z may be infinite.
    return density === 0 ? 0 : q * density * series(q * z);
  };
  const lowerAt = (z: number): number => normalLower(z) - correction(z);
  const upperAt = (z: number): number => normalUpper(z) + correction(z);
  return {
    lower: (w) => lowerAt(deviate(w, q)),
    upper: (w) => upperAt(deviate(w, q)),
    quantile: (p) => {
      const start = normalInverse(p);
      let z = start + q * series(q * start);
      // The derivative is the normal density but for a factor of 1 + O(Q), so each step wins three digits.
      for (let step = 0; step < 4 && q !== 0; step++) {
        const off = p < 0.5 ? lowerAt(z) - p : 1 - p - upperAt(z);
        z -= off * ROOT_TWO_PI * Math.exp(0.5 * z * z);
      }
      const eta = q * z;
      return (
        z *
        (1 + eta * (-1 / 6 + eta * (1 / 36 + eta * (-1 / 270 + eta / 4320))))
      );
    },
  };
}

function series(eta: number): number {
  return (
    -1 / 3 + eta * (1 / 12 + eta * (-2 / 135 + eta * (1 / 864 + eta / 2835)))
  );
}

function deviate(w: number, q: number): number {
  const u = q * w;
  // So far out every tail is 0 or 1.
  if (Math.abs(w) > 100) return w;
  let term = 1;
  let total = 1;
  for (let n = 3; Math.abs(term) > 1e-17; n++) total += term *= u / n;
  return w * Math.sqrt(total);
}
