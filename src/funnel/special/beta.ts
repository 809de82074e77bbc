/**
 * Both tails of the beta distribution: I_x(a, b) below x and 1 - I_x(a, b) above.
 *
 * Shape: a, b above 0; x + y = 1, where the smaller of the two is taken as exact. The smaller tail keeps its digits.
 * Method: from the side of x that is below the mean: for a below 1 a power series written so that the upper tail does
 * not cancel; then Lentz's continued fraction; for large a, where that grows slow, by integrating the tail on the
 * scale of ln(x / y). The density by Loader's deviance form.
 * Source: NIST Handbook of Mathematical Functions (2010), 8.17; C. Loader, "Fast and accurate computation of binomial
 * probabilities" (2000); W. J. Lentz, Applied Optics 15 (1976), 668.
 */
import { betaExcess, deviance } from "./deviance";
import type { Tails } from "./gamma";
import { logGamma1p, logGammaRise, stirlingError } from "./logGamma";
import { tailIntegral } from "./tailIntegral";

const LARGE_SHAPE = 200;

/** x^a y^b / B(a, b): the density of ln(x / y). */
export function betaDensity(
  a: number,
  b: number,
  x: number,
  y: number,
): number {
  const n = a + b;
  const excess = betaExcess(a, b, x, y);
  const far = deviance(a, n * x, excess) + deviance(b, n * y, -excess);
  const rest = stirlingError(a) + stirlingError(b) - stirlingError(n);
  return Math.sqrt((a / n) * (b / (2 * Math.PI))) * Math.exp(-far - rest);
}

export function betaTails(a: number, b: number, x: number, y = 1 - x): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  if (x * (b + 1) > y * (a + 1)) {
    const { lower, upper } = betaTails(b, a, y, x);
    return { lower: upper, upper: lower };
  }
  if (a < 1) return smallShape(a, b, x);
  const density = betaDensity(a, b, x, y);
  if (density === 0) return { lower: 0, upper: 1 };
  const lower =
    density *
    (a < LARGE_SHAPE ? fraction(a, b, x) / a : largeShape(a, b, x, y));
  return { lower, upper: 1 - lower };
}

function smallShape(a: number, b: number, x: number): Tails {
  let term = 1;
  let total = 0;
  for (let n = 1; Math.abs(term) > 1e-18; n++) {
    term *= ((n - b) / n) * x;
    total += (a * term) / (a + n);
  }
  // ln(x^a / (a B(a, b)))
  const log = a * Math.log(x) - logGamma1p(a) + logGammaRise(b, a);
  return {
    lower: Math.exp(log) * (1 + total),
    // The last bit of a shape of 5e-324 must not make it negative.
    upper: Math.max(0, -Math.expm1(log) - Math.exp(log) * total),
  };
}

function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) / (a + 1)) * x);
  let total = d;
  for (let m = 1; m < 2000; m++) {
    const even = ((m * (b - m)) / (a + 2 * m - 1) / (a + 2 * m)) * x;
    const odd = (-(a + m) / (a + 2 * m)) * ((a + b + m) / (a + 2 * m + 1)) * x;
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    total *= c * d;
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    total *= c * d;
    if (Math.abs(c * d - 1) < 2e-16) break;
  }
  return total;
}

function largeShape(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const excess = betaExcess(a, b, x, y);
  const fall = (s: number): number => {
    const shrink = Math.expm1(-s);
    const scale = 1 + x * shrink;
    const left = (excess + b * x * shrink) / scale;
    return (
      deviance(a, (n * x * (1 + shrink)) / scale, left) +
      deviance(b, (n * y) / scale, -left)
    );
  };
  const start = fall(0);
  return tailIntegral((s) => fall(s) - start, Math.abs(excess), n * x * y);
}
