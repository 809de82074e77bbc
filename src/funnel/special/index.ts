/**
 * The special functions behind rates, risk and cohorts. They take valid arguments: callers check. Probabilities are good
 * to about 12 digits in the smaller tail, down to 1e-300, for shapes from 1e-3 to 1e12.
 */
import { betaTails } from "./beta";
import { gammaTails } from "./gamma";

export { betaDensity, betaTails } from "./beta";
export { betaInverse, betaUpperInverse } from "./betaInverse";
export { gammaDensity, gammaTails, type Tails } from "./gamma";
export { gammaLowerInverse, gammaUpperInverse } from "./gammaInverse";
export { logBeta, logGamma, logGammaRise } from "./logGamma";
export { normalLower, normalUpper } from "./normal";
export {
  chiSquare1Quantile,
  normalInverse,
  normalUpperInverse,
} from "./normalInverse";
export { polygammaRise } from "./polygammaRise";
export { rootBetween } from "./rootBetween";
export { digamma, tetragamma, trigamma } from "./polygamma";

/** P(a, x): the part of a gamma distribution of shape a below x. */
export function gammaLower(a: number, x: number): number {
  return gammaTails(a, x).lower;
}

/** Q(a, x) = 1 - P(a, x), with its own digits. */
export function gammaUpper(a: number, x: number): number {
  return gammaTails(a, x).upper;
}

/** I_x(a, b): the part of a beta distribution below x. `y` = 1 - x, where the caller knows it to more digits. */
export function betaLower(a: number, b: number, x: number, y?: number): number {
  return betaTails(a, b, x, y).lower;
}

/** 1 - I_x(a, b), with its own digits. */
export function betaUpper(a: number, b: number, x: number, y?: number): number {
  return betaTails(a, b, x, y).upper;
}
