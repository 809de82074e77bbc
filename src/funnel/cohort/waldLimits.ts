import { normalUpperInverse } from "../special";
import type { Fit } from "./lagFit";
import { curvature } from "./maximise";
import { solve } from "./solve";
import { rateOf, surfaceOf, type Question } from "./surface";

/** Standard error of ln(rate / (1 - rate)) as the top's curvature has it; infinite where it has none. */
export function logitError(question: Question, { logit, x }: Fit): number {
  if (logit === Infinity) return Infinity;
  const all = [logit, ...x];
  const unit = all.map((_, at) => (at === 0 ? 1 : 0));
  const solved = solve(curvature(surfaceOf(question), all), unit);
  return solved ? Math.sqrt(solved[0]!) : Infinity;
}

export function waldLimits(
  question: Question,
  fit: Fit,
  confidence: number,
): [low: number, high: number] {
  const z = normalUpperInverse((1 - confidence) / 2);
  const off = z * logitError(question, fit);
  return fit.logit === Infinity
    ? [0, 1]
    : [rateOf(fit.logit - off), rateOf(fit.logit + off)];
}
