/** The lag that explains a cohort best for a fixed final rate. */
import type { Lag } from "./likelihood";
import { maximise, type Top } from "./maximise";
import { startingLags } from "./starts";
import {
  spreadVariable,
  surfaceOf,
  toLag,
  withinBounds,
  type Question,
} from "./surface";

export interface Fit {
  /** ln(rate / (1 - rate)); Infinity for 1. */
  logit: number;
  lag: Lag;
  /** The variables of the lag. */
  x: number[];
  value: number;
}

/** From a lag close by. */
export function fitAt(
  question: Question,
  logit: number,
  near: readonly number[],
): Fit {
  const surface = surfaceOf(question, logit);
  return fitOf(question, logit, maximise(surface, withinBounds(near)));
}

/** Wherever it lies. */
export function freshFit(question: Question, logit: number): Fit {
  const { model } = question;
  const held =
    model === "gengamma"
      ? HELD.map((model) => variables(freshFit({ ...question, model }, logit)))
      : [];
  return [...held, ...startingLags(question)]
    .map((lag) => fitAt(question, logit, lag))
    .reduce(better);
}

export const fitOf = (
  question: Question,
  logit: number,
  { x, value }: Top,
): Fit => ({ ...{ logit, x, value }, lag: toLag(question.model, x) });

/** Models that the generalised gamma holds. */
export const HELD = ["lognormal", "weibull"] as const;

/** The variables of the generalised gamma for a lag that it holds. */
export const variables = ({ lag }: Fit): number[] => [
  lag.location,
  spreadVariable(lag.spread),
  lag.q,
];

export const better = <T extends { value: number }>(one: T, other: T): T =>
  other.value > one.value ? other : one;
