/**
 * The integral over s from 0 to infinity of exp(-drop(s)), for a smooth convex drop with drop(0) = 0.
 *
 * Shape: `drop` the fall of the logarithm of a density as one moves into its tail; `slope` and `curvature` its first two
 * derivatives at 0, not both 0.
 * Method: Gauss and Legendre's rule on two halves of the stretch where anything is left, its end found by halving.
 * Source: NIST Handbook of Mathematical Functions (2010), 3.5(v).
 */
import { legendre } from "./legendre";

const NODES = legendre(20);
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
