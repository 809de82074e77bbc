import type { LagModel } from "./lagModel";

/**
 * Weibull lags; a shape of 1 is exponential.
 *
 * Method: closed forms; what is near 0 or 1 keeps its digits.
 */
export function weibull(scaleDays: number, shape: number): LagModel {
  const hazard = (t: number): number => Math.pow(t / scaleDays, shape);
  return {
    lower: (t) => -Math.expm1(-hazard(t)),
    upper: (t) => Math.exp(-hazard(t)),
    quantile: (p) => scaleDays * Math.pow(-Math.log1p(-p), 1 / shape),
  };
}
