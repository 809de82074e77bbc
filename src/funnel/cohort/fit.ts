/**
 * The final rate and the lag that explain a cohort best.
 *
 * Method: maximum likelihood from several starts, keeping the best; the generalised gamma from the best lognormal and the
 * best Weibull, which it holds. A rate of 1 is tried by itself, because it lies at the end of the scale
 * ln(rate / (1 - rate)) on which rates are sought.
 */
import {
  better,
  fitAt,
  fitOf,
  freshFit,
  HELD,
  variables,
  type Fit,
} from "./lagFit";
import { maximise } from "./maximise";
import { leavesSome } from "./prior";
import { startingPoints } from "./starts";
import { surfaceOf, withinBounds, type Question } from "./surface";

export interface BestFit extends Fit {
  /** The best fit in which everybody converts in the end; absent where that is known to be wrong. */
  certain?: Fit;
}

const NO_DIFFERENCE = 1e-9;
/** A start so close to 1 that the way down can still be seen. */
const NEAR_ONE = 5;

export function bestFit(question: Question): BestFit {
  return withCertain(question, freeFit(question));
}

/** From a better fit than the starts have led to. */
export function refit(question: Question, { logit, x }: Fit): BestFit {
  return withCertain(
    question,
    climb(question, [[Math.min(logit, NEAR_ONE), ...withinBounds(x)]]),
  );
}

function freeFit(question: Question): Fit {
  const starts = startingPoints(question);
  if (question.model !== "gengamma") return climb(question, starts);
  const held = HELD.map((model) => freeFit({ ...question, model })).map(
    (each) => [Math.min(each.logit, NEAR_ONE), ...variables(each)],
  );
  return climb(question, [...held, starts[0]!]);
}

function climb(question: Question, starts: readonly number[][]): Fit {
  const { x, ...top } = starts
    .map((start) => maximise(surfaceOf(question), start))
    .reduce(better);
  return fitOf(question, x[0]!, { ...top, x: x.slice(1) });
}

function withCertain(question: Question, found: Fit): BestFit {
  if (question.bins.losses > 0 || leavesSome(question.prior)) return found;
  const certain = better(
    fitAt(question, Infinity, found.x),
    freshFit(question, Infinity),
  );
  return certain.value >= found.value - NO_DIFFERENCE
    ? { ...certain, certain }
    : { ...found, certain };
}
