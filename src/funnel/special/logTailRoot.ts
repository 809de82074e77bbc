/**
 * The t at which the logarithm of a tail probability reaches ln p.
 *
 * Shape: `tail(t)` gives the probability and the density at t, both of the side that grows with t; `start` a first
 * guess; `floor` a t known to lie left of the answer or at it.
 * Method: Newton's method on the logarithm. Where the density is log-concave the tail is too, so that every step from
 * the left stays left and draws nearer; a tail that has underflowed is left by halving.
 * Source: M. Bagnoli, T. Bergstrom, "Log-concave probability and its applications", Economic Theory 26 (2005), 445-469.
 */
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
    const step = Math.log(p / probability) / slope;
    t = Math.max(t + step, floor);
    // Steps square: the next one would be below the last digit.
    if (Math.abs(step) * Math.max(1, slope) < 1e-8) return t;
  }
  return t;
}
