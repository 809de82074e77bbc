/**
 * The first three derivatives of ln gamma: digamma, trigamma and tetragamma.
 *
 * Shape: x above 0.
 * Method: upward recurrence to 15, then the asymptotic series.
 * Source: NIST Handbook of Mathematical Functions (2010), 5.5.2, 5.11.2 and 5.15.
 */
import { BERNOULLI, LARGE } from "./stirling";

export function digamma(x: number): number {
  let passed = 0;
  for (; x < LARGE; x++) passed += 1 / x;
  const tail = series(x, (k) => 1 / (2 * k));
  return Math.log(x) - 0.5 / x - tail - passed;
}

export function trigamma(x: number): number {
  let passed = 0;
  for (; x < LARGE; x++) passed += 1 / x / x;
  return passed + (1 + 0.5 / x + series(x, () => 1)) / x;
}

/** The second derivative of digamma: negative everywhere. */
export function tetragamma(x: number): number {
  let passed = 0;
  for (; x < LARGE; x++) passed += 2 / x / x / x;
  return -passed - (1 + 1 / x + series(x, (k) => 2 * k + 1)) / x / x;
}

/** The sum over k = 1, 2, ... of weight(k) B2k / x^2k. */
function series(x: number, weight: (k: number) => number): number {
  const step = 1 / x / x;
  let total = 0;
  for (let k = BERNOULLI.length; k > 0; k--)
    total = (total + BERNOULLI[k - 1]! * weight(k)) * step;
  return total;
}
