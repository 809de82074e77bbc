/**
 * The integral over s from 0 to infinity of exp(-drop(s)), for a smooth convex drop with drop(0) = 0.
 *
 * Shape: `drop` the fall of the logarithm of a density as one moves into its tail; `slope` and `curvature` its first two
 * derivatives at 0, not both 0.
 * Method: Gauss and Legendre's rule on two halves of the stretch where anything is left, its end found by halving.
 * Source: NIST Handbook of Mathematical Functions (2010), 3.5(v).
 */
const POINTS = 20;
const NODES = legendre(POINTS);
/** e^-38 is below the last digit of the result. */
const [ENOUGH, TOO_MUCH] = [38, 50];

export function tailIntegral(
  drop: (s: number) => number,
  slope: number,
  curvature: number,
): number {
  const end = stretch(drop, slope, curvature);
  const width = end / 4;
  let total = 0;
  for (const [node, weight] of NODES)
    for (const middle of [width, 3 * width])
      total += weight * Math.exp(-drop(middle + node * width));
  return total * width;
}

/** An s with a drop between ENOUGH and TOO_MUCH. */
function stretch(
  drop: (s: number) => number,
  slope: number,
  curvature: number,
): number {
  let low = 0;
  let high = Infinity;
  // Where drop was a parabola.
  let s = 88 / (slope + Math.sqrt(slope * slope + 88 * curvature));
  for (let tries = 0; tries < 60; tries++) {
    const fallen = drop(s);
    if (fallen >= ENOUGH && fallen <= TOO_MUCH) break;
    if (fallen < ENOUGH) low = s;
    else high = s;
    s = high === Infinity ? 2 * s : (low + high) / 2;
  }
  return s;
}

/** Nodes and weights on -1 to 1: the roots of the Legendre polynomial, by Newton's method. */
function legendre(points: number): [node: number, weight: number][] {
  return Array.from({ length: points }, (_, at) => {
    let node = Math.cos((Math.PI * (at + 0.75)) / (points + 0.5));
    let slope = 0;
    for (let step = 0; step < 6; step++) {
      let [before, value] = [1, node];
      for (let k = 2; k <= points; k++)
        [before, value] = [
          value,
          ((2 * k - 1) * node * value - (k - 1) * before) / k,
        ];
      slope = (points * (node * value - before)) / (node * node - 1);
      node -= value / slope;
    }
    return [node, 2 / ((1 - node * node) * slope * slope)];
  });
}
