/**
 * The sum of a smooth function over whole numbers, of which there may be a billion.
 *
 * Shape: `term` takes any number from `from` to `to`; `scale` is the distance over which it changes, which may shrink to
 * the distance from either `end`, beyond which there is nothing.
 * Method: term by term where that is little work or the scale is small. Elsewhere in stretches: the sum over one is its
 * integral from half a step before to half a step after, by Gauss and Legendre's rule, less 1/24 of what the slope gains
 * (Euler and Maclaurin).
 * Source: NIST Handbook of Mathematical Functions (2010), 2.10(i) and 3.5(v).
 */
import { legendre } from "../special/legendre";

const NODES = legendre(16);
/** Shorter stretches are summed term by term; the slopes at the ends of longer ones are small enough to correct for. */
const SHORT = 256;

export function sumOfCounts(
  from: number,
  to: number,
  ends: readonly [first: number, last: number],
  scale: number,
  term: (count: number) => number,
): number {
  let total = 0;
  for (let start = from; start <= to;) {
    const room = Math.min(start - ends[0], (ends[1] - start) / 2);
    const length = Math.min(
      Math.max(Math.floor(Math.min(2 * scale, room)), SHORT),
      to - start + 1,
    );
    total +=
      length > SHORT
        ? stretch(start, start + length, term)
        : oneByOne(start, start + length, term);
    start += length;
  }
  return total;
}

function oneByOne(
  from: number,
  end: number,
  term: (count: number) => number,
): number {
  let total = 0;
  for (let count = from; count < end; count++) total += term(count);
  return total;
}

function stretch(
  from: number,
  end: number,
  term: (count: number) => number,
): number {
  const half = (end - from) / 2;
  const middle = from - 0.5 + half;
  let integral = 0;
  for (const [node, weight] of NODES)
    integral += weight * term(middle + node * half);
  const slope = (before: number) => term(before) - term(before - 1);
  return integral * half - (slope(end) - slope(from)) / 24;
}
