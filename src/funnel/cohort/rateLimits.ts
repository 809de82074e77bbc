/**
 * Limits of the final rate.
 *
 * Method: profile likelihood. Rates stay in while twice the drop of the likelihood, at the best lag for that rate, is at
 * most the chi-square quantile; the edge is sought on the scale ln(rate / (1 - rate)) by the Illinois rule. Where the
 * likelihood never falls that far the upper limit is 1: the data cannot tell.
 * Source: D. R. Cox, D. Oakes, "Analysis of Survival Data" (1984), 3.3; R. A. Maller, X. Zhou, "Survival Analysis with
 * Long-Term Survivors" (1996), 5.
 */
import { chiSquare1Quantile } from "../special";
import type { BestFit } from "./fit";
import { fitAt, freshFit, type Fit } from "./lagFit";
import { pressureAt, rateOf, type Question } from "./surface";
import { logitError } from "./waldLimits";

/** From here on a rate is as good as 1. */
const NEARLY_CERTAIN = 12;
const FINE = 1e-7;
const COARSE = 1e-3;

export interface RateLimits {
  low: number;
  high: number;
  /** At the upper limit every lead that is not lost converts. */
  isBound: boolean;
  /** A better fit, met on the way. */
  better?: Fit;
}

export function rateLimits(
  question: Question,
  fit: BestFit,
  confidence: number,
): RateLimits {
  const most = Math.sqrt(chiSquare1Quantile(confidence));
  let better: Fit | undefined;
  const distance = (each: Fit): number => {
    if (each.value > (better ?? fit).value + 1e-6) better = each;
    const drop = 2 * (fit.value - each.value);
    return Number.isNaN(drop) ? Infinity : Math.sqrt(Math.max(0, drop)) - most;
  };

  function edge(way: 1 | -1): Fit {
    const { certain } = fit;
    if (way > 0 && certain && distance(certain) <= 0) return certain;
    let inside = fit;
    let from = Math.min(fit.logit, NEARLY_CERTAIN);
    let off = -most;
    let step = Math.min(0.5, most * logitError(question, fit));
    for (; Math.abs(from) < 700; step *= 2) {
      const to = from + way * step;
      const outside = fitAt(question, to, inside.x);
      const over = distance(outside);
      if (over <= 0) {
        [from, off, inside] = [to, over, outside];
        continue;
      }
      const found = crossing([from, off], [to, over], inside);
      // Another lag may explain this rate better than the one that the walk has led to.
      const other = freshFit(question, found.logit);
      if (!(distance(other) < -COARSE)) return found;
      [from, off, inside] = [other.logit, distance(other), other];
    }
    return { ...inside, logit: way * Infinity };
  }

  function crossing(
    [low, below]: [number, number],
    [high, above]: [number, number],
    near: Fit,
  ): Fit {
    for (let tries = 0; tries < 60 && Math.abs(high - low) > FINE; tries++) {
      const next = (low * above - high * below) / (above - below);
      const x = Number.isFinite(next) ? next : (low + high) / 2;
      const each = fitAt(question, x, near.x);
      const off = distance(each);
      if (off < Infinity) near = each;
      if (Math.abs(off) < FINE) break;
      if (off > 0) {
        [high, above] = [x, off];
        below /= 2;
      } else {
        [low, below] = [x, off];
        above /= 2;
      }
    }
    return near;
  }

  const [low, high] = [edge(-1), edge(1)];
  const isBound = high.logit > NEARLY_CERTAIN || pressureAt(question, high) > 0;
  return { low: rateOf(low.logit), high: rateOf(high.logit), isBound, better };
}
