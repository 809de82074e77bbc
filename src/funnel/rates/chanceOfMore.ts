/**
 * The probability that a rate with distribution Beta(a2, b2) is above one with distribution Beta(a1, b1).
 *
 * Shape: all four above 0.
 * Method: the density of the narrower one times the tail of the other, summed at equal steps of ln(rate / (1 - rate)).
 * Both are analytic and die out exponentially there, so that the plain sum is exact to the last digits.
 * Source: L. N. Trefethen, J. A. C. Weideman, "The exponentially convergent trapezoidal rule", SIAM Review 56 (2014).
 */
import { betaDensity, betaTails } from "../special";

type Beta = readonly [a: number, b: number];

export function chanceOfMore(one: Beta, two: Beta): number {
  return variance(one) <= variance(two)
    ? mean(one, (x, y) => betaTails(...two, x, y).upper)
    : mean(two, (x, y) => betaTails(...one, x, y).lower);
}

/** Nearly that of ln(rate / (1 - rate)). */
const variance = ([a, b]: Beta): number => 1 / a + 1 / b;

function mean(beta: Beta, tail: (x: number, y: number) => number): number {
  const [a, b] = beta;
  const step = Math.min(0.25, Math.sqrt(variance(beta)) / 2.5);
  let total = 0;
  for (const way of [-1, 1])
    for (let k = way === 1 ? 0 : 1; ; k++) {
      const odds = (a / b) * Math.exp(way * k * step);
      const [x, y] = [odds / (1 + odds), 1 / (1 + odds)];
      const density = betaDensity(a, b, x, y);
      if (density * step < 1e-18) break;
      total += density * step * tail(x, y);
    }
  return Math.min(total, 1);
}
