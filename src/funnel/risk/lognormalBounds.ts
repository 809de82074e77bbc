/**
 * How many lognormal deals practically never, and practically always, reach a target.
 *
 * Shape: deal sizes with the mean 1; `one` the chance that one deal is that large; `excess` above 0.
 * Source: H. Chernoff, Annals of Mathematical Statistics 23 (1952), 493-507; S. V. Nagaev, "Large deviations of sums of
 * independent random variables", Annals of Probability 7 (1979), 745-789.
 */
import { NEVER } from "./dealSum";

const FAR = 12;

/** So many deals fall short with a chance below NEVER, by Chernoff's bound where it is sharpest. */
export function alwaysEnough(needed: number, variation: number): number {
  const bound = (at: number) =>
    (at * needed - Math.log(NEVER)) / -logTransform(at, variation);
  const near = 9 / variation / Math.sqrt(needed);
  let best = bound(near);
  for (const factor of [1.3, 1 / 1.3])
    for (let at = near * factor; ; at *= factor) {
      const next = bound(at);
      if (!(next < best)) break;
      best = next;
    }
  return Math.ceil(best);
}

/** ln E exp(-s X) for real s: only positive terms are added up, beside the largest of them. */
function logTransform(s: number, variation: number): number {
  const width = Math.sqrt(Math.log1p(variation * variation));
  const step = Math.min(0.2, 0.3 / width);
  const logs: number[] = [];
  for (let at = -FAR; at < FAR; at += step)
    logs.push((-at * at) / 2 - s * Math.exp(width * at - (width * width) / 2));
  const largest = Math.max(...logs);
  const total = logs.reduce((all, log) => all + Math.exp(log - largest), 0);
  return largest + Math.log((total * step) / Math.sqrt(2 * Math.PI));
}

/** A bound: one deal alone is as large as a part of the excess, or many together are (Fuk and Nagaev). */
export function chanceOfExcess(
  deals: number,
  variation: number,
  excess: number,
  one: (size: number) => number,
): number {
  const variance = deals * variation * variation;
  let bound = Infinity;
  for (let parts = 1; parts <= 64; parts *= 2) {
    const size = excess / parts;
    const rest = parts + variance / size / size;
    const together = parts - rest * Math.log1p((excess * size) / variance);
    bound = Math.min(bound, deals * one(1 + size) + Math.exp(together));
  }
  return bound;
}
