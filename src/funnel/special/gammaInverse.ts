/**
 * Quantiles of the gamma distribution with scale 1: the x with P(a, x) = p, and the x with Q(a, x) = q.
 *
 * Shape: a above 0, probabilities from 0 to 1; an upper tail of 0 gives Infinity.
 * Method: Newton's method on the logarithm of the smaller tail (logTailRoot), in x for an upper tail of a shape of 1 or
 * more and in ln x otherwise: there the tails are log-concave. It starts from Wilson and Hilferty's cube or, for small
 * shapes, from the leading power x^a / gamma(1 + a), which never lies above the answer.
 * Source: E. B. Wilson, M. M. Hilferty, "The distribution of chi-square", PNAS 17 (1931), 684-688.
 */
import { gammaDensity, gammaTails } from "./gamma";
import { logGamma1p } from "./logGamma";
import { logTailRoot } from "./logTailRoot";
import { normalUpperInverse } from "./normalInverse";

export function gammaLowerInverse(a: number, p: number): number {
  return p > 0.5 ? fromUpper(a, 1 - p) : fromLower(a, p);
}

export function gammaUpperInverse(a: number, q: number): number {
  return q > 0.5 ? fromLower(a, 1 - q) : fromUpper(a, q);
}

/** Below e^-37 the power is all there is. */
const TINY = -37;

function fromLower(a: number, p: number): number {
  const power = (Math.log(p) + logGamma1p(a)) / a;
  if (power < TINY) return Math.exp(power);
  const cube = wilsonHilferty(a, -normalUpperInverse(p));
  const root = logTailRoot(
    (t) => {
      const x = Math.exp(t);
      return [gammaTails(a, x).lower, gammaDensity(a, x)];
    },
    p,
    a < 1 || cube <= 0 ? power : Math.log(cube),
    power,
    Math.log(a),
  );
  return Math.exp(root);
}

function fromUpper(a: number, q: number): number {
  if (q === 0) return Infinity;
  const power = (Math.log1p(-q) + logGamma1p(a)) / a;
  if (power < TINY) return Math.exp(power);
  if (a >= 1)
    return -logTailRoot(
      (t) => [gammaTails(a, -t).upper, gammaDensity(a, -t) / -t],
      q,
      -wilsonHilferty(a, normalUpperInverse(q)),
      -Infinity,
      0.5 - a,
    );
  const root = logTailRoot(
    (t) => {
      const x = Math.exp(-t);
      return [gammaTails(a, x).upper, gammaDensity(a, x)];
    },
    q,
    -Math.log(-Math.log(q)),
    -Infinity,
    -power,
  );
  return Math.exp(-root);
}

function wilsonHilferty(a: number, z: number): number {
  const root = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
  return a * root * root * root;
}
