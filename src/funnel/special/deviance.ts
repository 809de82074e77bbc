/**
 * a ln(a / mean) + mean - a: how far the count a lies from its mean, in logarithms of the Poisson density.
 *
 * Shape: `a` and `mean` above 0; `excess` = mean - a, which the caller knows to more digits than the subtraction gives.
 * Method: near the mean, where the three terms cancel, a series in excess / (a + mean); elsewhere as written.
 * Source: C. Loader, "Fast and accurate computation of binomial probabilities" (2000).
 */
import { sum } from "../sum";

export function deviance(a: number, mean: number, excess: number): number {
  if (Math.abs(excess) > 0.4 * a) return a * logRatio(a, mean) + excess;
  // u - ln(1 + u) for u = excess / a, with ln(1 + u) = 2 atanh(v).
  const u = excess / a;
  const v = u / (2 + u);
  let power = 2 * v * v * v;
  let odd = 3;
  let total = u * v;
  for (;;) {
    const next = total - power / odd;
    if (next === total) return a * total;
    total = next;
    power *= v * v;
    odd += 2;
  }
}

/** ln(a / b), also where the quotient leaves the range of a number. */
export function logRatio(a: number, b: number): number {
  const times = a / b;
  return times > 0 && times < Infinity
    ? Math.log(times)
    : Math.log(a) - Math.log(b);
}

/** b x - a y for x + y = 1, where the smaller of x and y is taken as exact: no digits are lost near x = a / (a + b). */
export function betaExcess(a: number, b: number, x: number, y: number): number {
  if (x > y) return -betaExcess(b, a, y, x);
  const [ax, axRest] = product(a, x);
  const [bx, bxRest] = product(b, x);
  const exact = sum([-a, ax, bx, axRest, bxRest]);
  return Number.isFinite(exact) ? exact : b * x - a * y;
}

/** The product and what rounding took from it (Dekker). */
function product(a: number, b: number): [number, number] {
  const whole = a * b;
  const [aHigh, aLow] = split(a);
  const [bHigh, bLow] = split(b);
  const rest = aHigh * bHigh - whole + aHigh * bLow + aLow * bHigh;
  return [whole, rest + aLow * bLow];
}

function split(a: number): [number, number] {
  const scaled = 134217729 * a;
  const high = scaled - (scaled - a);
  return [high, a - high];
}
