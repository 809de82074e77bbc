/**
 * ln gamma(x), ln gamma(1 + x), ln gamma(b + a) - ln gamma(b) and ln B(a, b).
 *
 * Shape: x, a and b above 0, of any size.
 * Method: between 1.5 and 2.5 the Taylor series about 2, which keeps all digits at the zeros 1 and 2; other small
 * arguments are moved there by gamma(x + 1) = x gamma(x); large ones by Stirling's series. Differences are formed
 * before logarithms are taken, so that large arguments do not cancel.
 * Source: NIST Handbook of Mathematical Functions (2010), 5.5.1, 5.7.3, 5.11.1.
 */
import { digamma, tetragamma, trigamma } from "./polygamma";
import { LARGE, stirlingSeries } from "./stirling";

export const LN_ROOT_TWO_PI = 0.9189385332046727;

/** 1 - Euler's constant, then (-1)^k (zeta(k) - 1) / k for k = 2, 3, ... */
const ABOUT_TWO = [
  0.422784335098467139, 0.322467033424113218, -0.0673523010531980951,
  0.0205808084277845479, -0.00738555102867398527, 0.00289051033074152329,
  -0.00119275391170326098, 0.000509669524743042422, -0.00022315475845357938,
  0.0000994575127818085337, -0.0000449262367381331417, 0.0000205072127756706916,
  -9.4394882752683959e-6, 4.3748667899074878e-6, -2.03921575380136624e-6,
  9.55141213040741983e-7, -4.49246919876456604e-7, 2.12071848055546659e-7,
  -1.00432248239680996e-7, 4.76981016936398057e-8, -2.27110946089431649e-8,
  1.08386592148969541e-8, -5.18347504197004666e-9, 2.48367454380247832e-9,
  -1.19214014058609121e-9, 5.73136724167886201e-10, -2.75952288512423315e-10,
  1.33047643742444895e-10, -6.42296456383810002e-11,
] as const;

/** ln gamma(2 + x) for x from -0.5 to 0.5. */
function aboutTwo(x: number): number {
  let total = 0;
  for (let k = ABOUT_TWO.length - 1; k >= 0; k--)
    total = (total + ABOUT_TWO[k]!) * x;
  return total;
}

export function logGamma(x: number): number {
  if (x >= LARGE)
    return (x - 0.5) * Math.log(x) - x + LN_ROOT_TWO_PI + stirlingSeries(x);
  if (x < 0.5) return logGamma1p(x) - Math.log(x);
  if (x < 1.5) return logGamma1p(x - 1);
  let product = 1;
  let rest = x;
  while (rest >= 2.5) product *= --rest;
  return aboutTwo(rest - 2) + Math.log(product);
}

/** ln gamma(1 + x), exact also where x is so small that 1 + x is 1. */
export function logGamma1p(x: number): number {
  return x < 0.5 ? aboutTwo(x) - Math.log1p(x) : logGamma(1 + x);
}

/** ln gamma(b + a) - ln gamma(b), with all digits also where a is tiny beside b. */
export function logGammaRise(b: number, a: number): number {
  let passed = 0;
  for (; b < LARGE; b++) passed += Math.log1p(a / b);
  if (a < 1e-5 * b) {
    const cubic = trigamma(b) / 2 + (a * tetragamma(b)) / 6;
    return a * (digamma(b) + a * cubic) - passed;
  }
  const stirling = (b - 0.5) * Math.log1p(a / b) + a * (Math.log(a + b) - 1);
  return stirling + (stirlingSeries(a + b) - stirlingSeries(b)) - passed;
}

/** What Stirling's formula leaves over: ln gamma(x) - ((x - 1/2) ln x - x + ln sqrt(2 pi)). */
export function stirlingError(x: number): number {
  return x < LARGE
    ? logGamma(x) - (x - 0.5) * Math.log(x) + x - LN_ROOT_TWO_PI
    : stirlingSeries(x);
}

export function logBeta(a: number, b: number): number {
  if (a > b) return logBeta(b, a);
  if (a < LARGE) return logGamma(a) - logGammaRise(b, a);
  const rest = stirlingError(a) + stirlingError(b) - stirlingError(a + b);
  const small = (a - 0.5) * Math.log(a / (a + b)) - b * Math.log1p(a / b);
  return LN_ROOT_TWO_PI + rest + small - 0.5 * Math.log(b);
}
