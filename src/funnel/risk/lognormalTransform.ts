/**
 * The Laplace transform of one lognormal deal, measured from `origin`: ln E exp(-s (X - origin)) for complex s.
 *
 * Shape: `variation` = standard deviation / mean, above 0; X has the mean 1; s with a real part of 0 or more.
 * Method: the integral over ln X by equal steps, which converges exponentially. The path lies beside the real axis, where
 * exp(-s X) dies out instead of oscillating: the angle of s is taken off X as far as that costs no digits. Measured from
 * the mean, the first order cancels before it is added up, so that a sum of a billion deals keeps its digits.
 * Source: S. Asmussen, J. L. Jensen, L. Rojas-Nandayapa, "On the Laplace transform of the lognormal distribution",
 * Methodology and Computing in Applied Probability 18 (2016), 441-458; L. N. Trefethen, J. A. C. Weideman, SIAM Review 56
 * (2014), 385-458.
 */
export type Complex = readonly [re: number, im: number];

/** The normal density has died out, also beside X and its square. */
const FAR = 9;

export type Origin = "mean" | "nothing";

export function lognormalTransform(
  variation: number,
  origin: Origin,
): (re: number, im: number) => Complex {
  const width = Math.sqrt(Math.log1p(variation * variation));
  const step = Math.min(0.2, 0.3 / width);
  const powerLess1 = origin === "mean" ? beyondFirstOrder : less1;
  return (re, im) => {
    const turn = Math.min(Math.atan2(im, re), 1.5 * width);
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    const shift = origin === "mean" ? 2 * Math.sin(turn / 2) ** 2 : -cos;
    let [totalRe, totalIm] = [0, 0];
    for (let at = -FAR; at < FAR + 2 * width; at += step) {
      // X - origin on the path, X = exp(width z - width^2 / 2) and z = at - i turn / width.
      const size = Math.expm1(width * at - (width * width) / 2);
      const xRe = size * cos - shift;
      const xIm = -(size + 1) * sin;
      const [gRe, gIm] = powerLess1(re * xRe - im * xIm, re * xIm + im * xRe);
      // The normal density at z.
      const weight = Math.exp(((turn / width) ** 2 - at * at) / 2);
      const angle = (at * turn) / width;
      const [wRe, wIm] = [weight * Math.cos(angle), weight * Math.sin(angle)];
      totalRe += wRe * gRe - wIm * gIm;
      totalIm += wRe * gIm + wIm * gRe;
    }
    const unit = step / Math.sqrt(2 * Math.PI);
    return logOf1Plus(totalRe * unit, totalIm * unit);
  };
}

/** exp(-v) - 1. */
function less1(re: number, im: number): Complex {
  const shrink = Math.expm1(-re);
  const turned = -2 * Math.sin(im / 2) ** 2;
  return [shrink + turned + shrink * turned, -(1 + shrink) * Math.sin(im)];
}

/** exp(-v) - 1 + v. */
function beyondFirstOrder(re: number, im: number): Complex {
  const shrink = Math.expm1(-re);
  const sine = Math.sin(im);
  const turned = -2 * Math.sin(im / 2) ** 2;
  return [
    pastFirst(-re, shrink, 1) + turned + shrink * turned,
    -pastFirst(im, sine, -1) - shrink * sine,
  ];
}

/** `value` - x for value = exp(x) - 1 (sign 1) or sin x (sign -1): by its series where the difference would cancel. */
function pastFirst(x: number, value: number, sign: 1 | -1): number {
  if (Math.abs(x) > 0.5) return value - x;
  const step = sign === 1 ? 1 : 2;
  let term = x;
  let total = 0;
  for (let k = 1; k < 16; k += step) {
    term *= sign === 1 ? x / (k + 1) : (-x * x) / (k + 1) / (k + 2);
    total += term;
  }
  return total;
}

function logOf1Plus(re: number, im: number): Complex {
  const grown = re * (2 + re) + im * im;
  const size =
    grown > -0.5 ? Math.log1p(grown) / 2 : Math.log(Math.hypot(1 + re, im));
  return [size, Math.atan2(im, 1 + re)];
}
