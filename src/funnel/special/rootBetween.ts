/**
 * A root of f between two points where its signs differ.
 *
 * Shape: f(low) and f(high) of opposite signs, infinite values allowed; the answer to about the last digit.
 * Method: inverse quadratic interpolation where the last three points allow it, else halving (Chandrupatla).
 * Source: T. R. Chandrupatla, "A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear function",
 * Advances in Engineering Software 28 (1997), 145-149.
 */
export function rootBetween(
  f: (x: number) => number,
  low: number,
  high: number,
): number {
  let [a, b, c] = [high, low, high];
  let [fa, fb, fc] = [f(high), f(low), 0];
  let part = 0.5;
  for (let tries = 0; tries < 200; tries++) {
    const x = a + part * (b - a);
    const fx = f(x);
    if (fx > 0 === fa > 0) [c, fc] = [a, fa];
    else [c, fc, b, fb] = [b, fb, a, fa];
    [a, fa] = [x, fx];
    const best = Math.abs(fa) < Math.abs(fb) ? a : b;
    const near = (4e-16 * Math.abs(best)) / Math.abs(b - a);
    if (Math.min(Math.abs(fa), Math.abs(fb)) === 0 || !(near < 0.5))
      return best;
    const along = (a - b) / (c - b);
    const rise = (fa - fb) / (fc - fb);
    part =
      rise * rise < along && (1 - rise) * (1 - rise) < 1 - along
        ? ((fa / (fb - fa)) * fc) / (fb - fc) +
          ((((c - a) / (b - a)) * fa) / (fc - fa)) * (fb / (fc - fb))
        : 0.5;
    part = Math.min(Math.max(part, near), 1 - near);
  }
  return a;
}
