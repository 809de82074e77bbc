/**
 * Generalised gamma lags in Prentice's form, the lognormal (Q = 0) among them.
 *
 * Meaning: w = ln(t / scale) / sigma. With Q above 0 the share converted is the lower gamma tail P(Q^-2, Q^-2 e^(Qw)), with
 * Q below 0 the upper one.
 * Method: the gamma functions; for |Q| up to 0.0003 Temme's uniform expansion, whose first correction is then good to 12
 * digits and goes over into the normal distribution without a seam.
 * Source: R. L. Prentice, Biometrika 61 (1974), 539-544; N. M. Temme, "The asymptotic expansion of the incomplete gamma
 * functions", SIAM J. Math. Anal. 10 (1979), 757-766.
 */
import {
  gammaLower,
  gammaLowerInverse,
  gammaUpper,
  gammaUpperInverse,
  logGamma,
} from "../special";
import type { LagModel } from "./lagModel";
import { nearNormal } from "./nearNormal";

const NEAR_NORMAL = 3e-4;
/** Below e^-700 a gamma tail is its leading power. */
const TINY = -700;

export function generalisedGamma(
  scaleDays: number,
  sigma: number,
  q: number,
): LagModel {
  const { lower, upper, quantile } =
    Math.abs(q) <= NEAR_NORMAL ? nearNormal(q) : logGammaTails(q);
  const standard = (t: number): number => Math.log(t / scaleDays) / sigma;
  return {
    lower: (t) => (t > 0 ? lower(standard(t)) : 0),
    upper: (t) => (t > 0 ? upper(standard(t)) : 1),
    quantile: (p) => (p > 0 ? scaleDays * Math.exp(sigma * quantile(p)) : 0),
  };
}

/** The same three of w. */
function logGammaTails(q: number): LagModel {
  const a = 1 / (q * q);
  const logScale = logGamma(a + 1);
  const logLeast = (w: number): number => a * (q * w + Math.log(a)) - logScale;
  const below = (w: number): number =>
    q * w < TINY ? Math.exp(logLeast(w)) : gammaLower(a, a * Math.exp(q * w));
  const above = (w: number): number =>
    q * w < TINY
      ? -Math.expm1(logLeast(w))
      : gammaUpper(a, a * Math.exp(q * w));
  const toW = (logBelow: number, x: () => number): number => {
    const logX = (logBelow + logScale) / a;
    return ((logX < TINY ? logX : Math.log(x())) - Math.log(a)) / q;
  };
  return q > 0
    ? {
        lower: below,
        upper: above,
        quantile: (p) => toW(Math.log(p), () => gammaLowerInverse(a, p)),
      }
    : {
        lower: above,
        upper: below,
        quantile: (p) => toW(Math.log1p(-p), () => gammaUpperInverse(a, p)),
      };
}
