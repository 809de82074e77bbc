/**
 * How much digamma grows from a to a + rise, and how much trigamma and minus tetragamma fall on the way: the first three
 * cumulants of -ln p for p with the distribution Beta(a, rise).
 *
 * Shape: a above 0, rise 0 or more; all three results are 0 or more and keep their digits where rise is tiny beside a.
 * Method: the recurrences to 15 and the leading terms of the asymptotic series, both as differences already taken.
 * Source: NIST Handbook of Mathematical Functions (2010), 5.5.2, 5.11.2 and 5.15.
 */
import { BERNOULLI, LARGE } from "./stirling";

export function polygammaRise(
  a: number,
  rise: number,
): [digamma: number, trigamma: number, tetragamma: number] {
  let [first, second, third] = [0, 0, 0];
  for (; a < LARGE; a++) {
    const [u, v] = [1 / a, 1 / (a + rise)];
    const step = rise * u * v;
    first += step;
    second += step * (u + v);
    third += 2 * step * (u * u + u * v + v * v);
  }
  const [u, v] = [1 / a, 1 / (a + rise)];
  const step = rise * u * v;
  first += Math.log1p(rise / a) + step / 2;
  second += step * (1 + (u + v) / 2);
  third += step * (u + v + u * u + u * v + v * v);
  let [uPower, vPower] = [u * u, v * v];
  BERNOULLI.forEach((bernoulli, at) => {
    const [even, odd] = [2 * at + 2, 2 * at + 3];
    first += (bernoulli / even) * (uPower - vPower);
    second += bernoulli * (uPower * u - vPower * v);
    uPower *= u * u;
    vPower *= v * v;
    third += bernoulli * odd * (uPower - vPower);
  });
  return [first, second, third];
}
