/**
 * The likelihood as a surface over free variables: ln(rate / (1 - rate)) unless the rate is fixed, then location, spread
 * and q as far as the model leaves them free.
 *
 * Method: spread and q are bounded by smooth functions of their variables. A lag whose middle 80 % spans more than a
 * factor of 10^11 is none, and without the bound it could explain any cohort by conversions in a million years.
 */
import type { LagModelName } from "../lag/lagModel";
import type { AgeBins } from "./ageBins";
import { likelihood, type Lag } from "./likelihood";
import type { Surface } from "./maximise";
import { belief, type Prior } from "./prior";

/** What is fitted: the cohort, the form of its lag, a belief about the rate. */
export interface Question {
  bins: AgeBins;
  model: LagModelName;
  prior: Prior;
}

const WIDEST_SPREAD = 10;
const FURTHEST_Q = 5;

export const rateOf = (logit: number): number => 1 / (1 + Math.exp(-logit));

export function surfaceOf(question: Question, logit?: number): Surface {
  const { bins, model, prior } = question;
  const isFreeQ = model === "gengamma";
  return (x) => {
    const at = logit ?? x[0]!;
    const [rate, rest] = [rateOf(at), rateOf(-at)];
    const lag = toLag(model, logit === undefined ? x.slice(1) : x);
    const found = likelihood(bins, rate, rest, lag, isFreeQ);
    const before = belief(prior, rate, rest);
    const byRate = found.byRate + before.byRate;
    const slopes = [found.byLocation];
    if (logit === undefined) slopes.unshift(byRate * rate * rest);
    if (model !== "exponential")
      slopes.push(found.byLogSpread * (1 - lag.spread / WIDEST_SPREAD));
    if (isFreeQ) slopes.push(found.byQ * (1 - (lag.q / FURTHEST_Q) ** 2));
    return { value: found.value + before.value, slopes };
  };
}

/** Above 0 where every lead that is not lost must convert to reach the rate. */
export function pressureAt(
  { bins }: Question,
  { logit, lag }: { logit: number; lag: Lag },
): number {
  return likelihood(bins, rateOf(logit), rateOf(-logit), lag).pressure;
}

const FIXED_Q = { weibull: 1, exponential: 1, lognormal: 0 };

export function toLag(
  model: LagModelName,
  [location = 0, spread = 0, q = 0]: readonly number[],
): Lag {
  return {
    location,
    spread: model === "exponential" ? 1 : WIDEST_SPREAD * rateOf(spread),
    q:
      model === "gengamma"
        ? FURTHEST_Q * Math.tanh(q / FURTHEST_Q)
        : FIXED_Q[model],
  };
}

/** The variable that gives this spread. */
export function spreadVariable(spread: number): number {
  return Math.log(spread / (WIDEST_SPREAD - spread));
}

/** Variables of a lag away from the bounds, where the surface is flat and shows no way back. */
export function withinBounds(x: readonly number[]): number[] {
  const [location = 0, ...form] = x;
  return [location, ...form.map((each) => Math.max(-8, Math.min(each, 8)))];
}
