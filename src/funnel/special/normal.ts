/**
 * Tails of the standard normal distribution.
 *
 * Shape: any z; infinite z gives 0 and 1.
 * Method: within 2 of the middle the series of odd powers over 1, 1*3, 1*3*5, ...; beyond, Laplace's continued fraction.
 * Source: NIST Handbook of Mathematical Functions (2010), 7.6.2 and 7.9.1.
 */
const ROOT_TWO_PI = 2.5066282746310002;

export function normalUpper(z: number): number {
  if (z < 0) return 1 - normalUpper(-z);
  const density = Math.exp(-0.5 * z * z) / ROOT_TWO_PI;
  if (z < 2) {
    let term = z;
    let total = z;
    for (let odd = 3; term > 1e-17 * total; odd += 2)
      total += term *= (z * z) / odd;
    return 0.5 - density * total;
  }
  if (density === 0) return 0;
  let fraction = z;
  for (let k = 20 + Math.ceil(400 / z / z); k > 0; k--)
    fraction = z + k / fraction;
  return density / fraction;
}

export function normalLower(z: number): number {
  return normalUpper(-z);
}
