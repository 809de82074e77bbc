/**
 * Both tails of the gamma distribution with scale 1: P(a, x) below x and Q(a, x) = 1 - P above.
 *
 * Shape: a above 0, x from 0 to infinity. The smaller tail keeps its digits.
 * Method: small a and x by a power series written so that Q does not cancel; below the mean the series for P, above it
 * Lentz's continued fraction for Q; large a, where both grow slow, by integrating the tail on a logarithmic scale.
 * Source: NIST Handbook of Mathematical Functions (2010), 8.7 and 8.9; W. J. Lentz, Applied Optics 15 (1976), 668.
 */
import { deviance } from "./deviance";
import { logGamma1p, stirlingError } from "./logGamma";
import { tailIntegral } from "./tailIntegral";

const LARGE_SHAPE = 200;

export interface Tails {
  lower: number;
  upper: number;
}

/** x^a e^-x / gamma(a): the density of ln x. */
export function gammaDensity(a: number, x: number): number {
  if (a < 10) {
    if (x < 500 && x > 1e-20)
      return a * Math.pow(x, a) * Math.exp(-x - logGamma1p(a));
    return a * Math.exp(a * Math.log(x) - x - logGamma1p(a));
  }
  const far = deviance(a, x, x - a) + stirlingError(a);
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(-far);
}

export function gammaTails(a: number, x: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  if (a < 1 && x < 1) return smallTails(a, x);
  const density = gammaDensity(a, x);
  if (density === 0)
    return x < a ? { lower: 0, upper: 1 } : { lower: 1, upper: 0 };
  const isBelow = x <= a;
  const tail =
    density *
    (a >= LARGE_SHAPE
      ? largeShape(a, x, isBelow ? -1 : 1)
      : isBelow
        ? series(a, x)
        : fraction(a, x));
  return isBelow
    ? { lower: tail, upper: 1 - tail }
    : { lower: 1 - tail, upper: tail };
}

function smallTails(a: number, x: number): Tails {
  let term = 1;
  let total = 0;
  for (let n = 1; Math.abs(term) > 1e-18; n++) {
    term *= -x / n;
    total += (a * term) / (a + n);
  }
  const log = a * Math.log(x) - logGamma1p(a);
  return {
    lower: Math.exp(log) * (1 + total),
    // The last bit of a shape of 5e-324 must not make it negative.
    upper: Math.max(0, -Math.expm1(log) - Math.exp(log) * total),
  };
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let total = term;
  for (let n = 1; term > 1e-17 * total; n++) total += term *= x / (a + n);
  return total;
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let total = d;
  for (let n = 1; n < 2000; n++) {
    const over = n * (a - n);
    b += 2;
    d = 1 / (b + over * d);
    c = b + over / c;
    total *= c * d;
    if (Math.abs(c * d - 1) < 2e-16) break;
  }
  return total;
}

function largeShape(a: number, x: number, way: 1 | -1): number {
  const start = deviance(a, x, x - a);
  const drop = (s: number): number => {
    const added = x * Math.expm1(way * s);
    return deviance(a, x + added, x - a + added) - start;
  };
  return tailIntegral(drop, Math.abs(x - a), x);
}
