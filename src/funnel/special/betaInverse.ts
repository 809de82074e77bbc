/**
 * Quantiles of the beta distribution: the x with I_x(a, b) = p, and the x with 1 - I_x(a, b) = q.
 *
 * Shape: a, b above 0; probabilities from 0 to 1. Where the answer lies so near 1 that 1 - x matters, ask for
 * betaInverse(b, a, q): the mirrored quantile is 1 - x with all its digits.
 * Method: Newton's method on the logarithm of the smaller tail (logTailRoot) in ln(x / (1 - x)), where both tails are
 * log-concave for all a and b. It starts from the normal approximation of Abramowitz and Stegun or from the leading
 * power, which never lies above the answer.
 * Source: M. Abramowitz, I. A. Stegun, "Handbook of Mathematical Functions" (1964), 26.5.22.
 */
import { betaDensity, betaTails } from "./beta";
import { logBeta } from "./logGamma";
import { logTailRoot } from "./logTailRoot";
import { normalUpperInverse } from "./normalInverse";

export function betaInverse(a: number, b: number, p: number): number {
  return p > 0.5 ? fromLower(b, a, 1 - p)[1] : fromLower(a, b, p)[0];
}

export function betaUpperInverse(a: number, b: number, q: number): number {
  return q > 0.5 ? fromLower(a, b, 1 - q)[0] : fromLower(b, a, q)[1];
}

/** x and 1 - x for a lower tail of at most a half. */
function fromLower(a: number, b: number, p: number): [number, number] {
  if (p === 0) return [0, 1];
  const scale = logBeta(a, b);
  // Leading powers of the odds bound both tails from above, so they bound the answer on either side.
  const floor = (Math.log(p) + Math.log(a) + scale) / a;
  const ceiling = -(Math.log1p(-p) + Math.log(b) + scale) / b;
  const isPower = floor < -40 - Math.log(a + b + 1);
  return unit(
    isPower
      ? floor
      : logTailRoot(
          (t) => {
            const [x, y] = unit(t);
            return [betaTails(a, b, x, y).lower, betaDensity(a, b, x, y)];
          },
          p,
          a < 1 || b < 1 ? floor : normalStart(a, b, normalUpperInverse(p)),
          floor,
          ceiling,
        ),
  );
}

/** x and 1 - x from ln(x / (1 - x)). */
function unit(t: number): [number, number] {
  const odds = Math.exp(-Math.abs(t));
  const small = odds / (1 + odds);
  return t < 0 ? [small, 1 / (1 + odds)] : [1 / (1 + odds), small];
}

function normalStart(a: number, b: number, z: number): number {
  const [left, right] = [1 / (2 * a - 1), 1 / (2 * b - 1)];
  const h = 2 / (left + right);
  const bend = (z * z - 3) / 6;
  const skew = (right - left) * (bend + 5 / 6 - 2 / (3 * h));
  return Math.log(a / b) - 2 * ((z * Math.sqrt(h + bend)) / h - skew);
}
