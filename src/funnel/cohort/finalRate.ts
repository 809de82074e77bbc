/** The final rate of a cohort with its limits, and whether the data can tell it at all. */
import { choice, refuse, shown } from "../checks";
import { FunnelError } from "../funnelError";
import { LAG_MODELS, type LagModelName } from "../lag/lagModel";
import { confidenceLevel } from "../rates/confidence";
import { chiSquare1Quantile } from "../special";
import { ageBins } from "./ageBins";
import { LONGEST_AGE } from "./datedCohort";
import type { DayCounts } from "./dayCounts";
import { bestFit, refit, type BestFit } from "./fit";
import type { Fit } from "./lagFit";
import { NO_PRIOR } from "./prior";
import { rateLimits } from "./rateLimits";
import { rateOf, type Question } from "./surface";

/** Fewer say nothing about a lag. */
const FEWEST = 3;

export interface FinalRate {
  rate: number;
  low: number;
  high: number;
  /** Conversions so far as a share of those that the rate stands for. */
  maturity: number;
  /** False where the open leads may as well all convert. */
  isTold: boolean;
  fit: BestFit;
}

export function question(
  counts: DayCounts,
  model: LagModelName,
  prior = NO_PRIOR,
): Question {
  choice("model", model, LAG_MODELS);
  const bins = ageBins(counts);
  const { days, conversions } = bins;
  if (conversions < FEWEST)
    throw new FunnelError(
      "na",
      `a fit needs at least ${FEWEST} conversions; got ${shown(conversions)} - wait for more, or use BLENDED_RATE`,
    );
  if (days.length > LONGEST_AGE + 1 || days[days.length - 1]! > LONGEST_AGE)
    refuse(
      `days must be at most ${LONGEST_AGE} (100 years) and whole; got ${days.length} different days up to ${shown(days[days.length - 1]!)} - check them`,
    );
  return { bins, model, prior };
}

export function finalRate(asked: Question, confidence: number): FinalRate {
  confidenceLevel("confidence", confidence);
  let fit = bestFit(asked);
  let limits = rateLimits(asked, fit, confidence);
  for (let tries = 0; limits.better && tries < 3; tries++) {
    fit = refit(asked, limits.better);
    limits = rateLimits(asked, fit, confidence);
  }
  const { low, high, isBound } = limits;
  return {
    ...{ rate: rateOf(fit.logit), low, high, fit },
    maturity: maturity(asked, fit),
    isTold: !isBound || !hasMuchOpen(asked),
  };
}

/** Conversions so far as a share of those that the fitted rate stands for. */
export function maturity({ bins }: Question, { logit }: Fit): number {
  return bins.conversions / (rateOf(logit) * bins.leads);
}

/** Whether everybody may as well convert in the end, as finalRate says of a cohort in which nobody is lost. */
export function isTold(asked: Question, { value, certain }: BestFit): boolean {
  const most = chiSquare1Quantile(0.8);
  const mayBeAll = certain && 2 * (value - certain.value) <= most;
  return !mayBeAll || !hasMuchOpen(asked);
}

const hasMuchOpen = ({ bins }: Question): boolean =>
  bins.leads - bins.conversions - bins.losses > 0.1 * bins.leads;
