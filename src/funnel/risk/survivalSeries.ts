/**
 * The chance that a sum of deals exceeds a target, of lognormal sizes, from the transform of one deal.
 *
 * Shape: deal sizes with the mean 1, `needed` above 0. Good to about nine digits after the point.
 * Method: the k-th power of the transform, brought back by Abate and Whitt's Fourier series with Euler's summation. It
 * starts where practically every sum of `fewest` deals lies above, so that many deals, whose sum hardly varies, take no
 * more terms than few.
 * Source: J. Abate, W. Whitt, "Numerical inversion of Laplace transforms of probability distributions", ORSA Journal on
 * Computing 7 (1995), 36-43.
 */
import { lognormalTransform, type Complex } from "./lognormalTransform";

/** e^-20 times what lies beyond three times the target is the error of the series. */
const DAMPING = 20;
const MOST_TERMS = 200;
/** The logarithm of a term that adds nothing. */
const NOTHING = -40;
/** Euler's summation takes the mean of the last partial sums with these weights, which are binomial. */
const EULER = [1, 11, 55, 165, 330, 462, 462, 330, 165, 55, 11, 1];

interface Term {
  re: number;
  im: number;
  /** The logarithm of the transform of one deal, measured from the mean. */
  log: Complex;
}

/** The chance that so many deals bring at least `needed`, when practically all of `fewest` bring more than `start`. */
export function survival(
  needed: number,
  fewest: number,
  variation: number,
): (deals: number) => number {
  // The left tail of such a sum is lighter than a normal one's.
  const start = Math.max(0, fewest - 12 * variation * Math.sqrt(fewest));
  const span = needed - start;
  // Beside a target below one deal, the mean is so far away that exp(s) leaves the range of a number.
  const origin = needed < 1 ? 0 : 1;
  const transform = lognormalTransform(variation, origin ? "mean" : "nothing");
  const terms: Term[] = [];
  for (let at = 0; at < MOST_TERMS; at++) {
    const [re, im] = [DAMPING / 2 / span, (at * Math.PI) / span];
    const log = transform(re, im);
    terms.push({ re, im, log });
    if (fewest * log[0] < NOTHING) break;
  }
  return (deals) => {
    const above = deals * origin - start;
    const sums: number[] = [];
    let total = 0;
    for (let at = 0; at < terms.length; at++) {
      const { re, im, log } = terms[at]!;
      const size = deals * log[0];
      if (size < NOTHING) return chance(total, span);
      // exp(-s (S - start)) / s in the mean
      const angle = deals * log[1] - im * above;
      const turned = re * Math.cos(angle) + im * Math.sin(angle);
      const part = (Math.exp(size - re * above) * turned) / (re * re + im * im);
      total += at === 0 ? part / 2 : at % 2 === 0 ? part : -part;
      sums.push(total);
    }
    const last = sums.slice(-EULER.length);
    const mean = last.reduce((all, each, at) => all + each * EULER[at]!, 0);
    return chance(mean / 2048, span);
  };
}

/** From the series of the chance to fall short; the series of certainty is known. */
function chance(series: number, span: number): number {
  const short = (series * Math.exp(DAMPING / 2)) / span;
  return Math.min(Math.max(1 / (1 - Math.exp(-DAMPING)) - short, 0), 1);
}
