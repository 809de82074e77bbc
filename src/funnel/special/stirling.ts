/**
 * The part of ln gamma that Stirling's formula leaves over: ln gamma(x) - ((x - 1/2) ln x - x + ln sqrt(2 pi)).
 *
 * Shape: x of 15 and more.
 * Method: the asymptotic series.
 * Source: NIST Handbook of Mathematical Functions (2010), 5.11.1; C. Loader, "Fast and accurate computation of binomial
 * probabilities" (2000).
 */
/** Even Bernoulli numbers B2, B4, ... B16: the coefficients of every asymptotic series of the gamma family. */
export const BERNOULLI = [
  1 / 6,
  -1 / 30,
  1 / 42,
  -1 / 30,
  5 / 66,
  -691 / 2730,
  7 / 6,
  -3617 / 510,
] as const;

/** From here on eight terms of those series are exact to the last digit. */
export const LARGE = 15;

export function stirlingSeries(x: number): number {
  const step = 1 / x / x;
  let total = 0;
  for (let k = BERNOULLI.length; k > 0; k--)
    total = total * step + BERNOULLI[k - 1]! / (2 * k * (2 * k - 1));
  return total / x;
}
