/**
 * The t at which the logarithm of a tail probability reaches ln p.
 *
 * Shape: `tail(t)` gives the probability and the density at t, both of the side that grows with t; `start` a first
 * guess; `floor` and `ceiling` two t with the answer between them or at one.
 * Method: Newton's method on the logarithm. Where the density is log-concave the tail is too, so that every step from
 * the left stays left and draws nearer; a tail that has underflowed is left by halving.
 * Source: M. Bagnoli, T. Bergstrom, "Log-concave probability and its applications", Economic Theory 26 (2005), 445-469.
 */
import { logRatio } from "./deviance";

export function logTailRoot(
  tail: (t: number) => [probability: number, density: number],
  p: number,
  start: number,
  floor: number,
  ceiling: number,
): number {
  let t = Math.max(start, floor);
  let right = ceiling;
  for (let tries = 0; tries < 200; tries++) {
    const [probability, density] = tail(t);
    if (probability === 0 || density === 0) {
      const next = (t + right) / 2;
      if (next === t) return t;
      t = next;
      continue;
    }
    if (probability >= p) right = t;
    const slope = density / probability;
    const step = logRatio(p, probability) / slope;
    t = Math.min(Math.max(t + step, floor), ceiling);
    // Steps square: the next one would be below the last digit, in the tail as in t.
    const moved = Math.abs(step);
    const isClose = moved * slope < 1e-8 && moved < 1e-8 * (1 + Math.abs(t));
    if (isClose || moved <= 1e-15 * Math.abs(t)) return t;
  }
  return t;
}
