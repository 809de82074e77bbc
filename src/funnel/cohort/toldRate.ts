import type { LagModelName } from "../lag/lagModel";
import type { LeftOut } from "./datedCohort";
import type { DayCounts } from "./dayCounts";
import { finalRate, question } from "./finalRate";
import { priorOf } from "./prior";
import { rateReading } from "./reading";

export interface CohortRate {
  rate: number;
  low: number;
  high: number;
  /** Conversions so far as a share of the final ones. */
  maturity: number;
  /** What the figures mean, in words: whether the data can tell the rate at all, and rows left out. */
  reading: string;
}

/** The final rate as people are told it. */
export function toldRate(
  counts: DayCounts & { leftOut?: LeftOut },
  confidence: number,
  model: LagModelName,
  priorRate: number,
  priorWeight: number,
): CohortRate {
  const asked = question(counts, model, priorOf(priorRate, priorWeight));
  const { rate, low, high, isTold, ...found } = finalRate(asked, confidence);
  // A prior may lie below what has converted already.
  const maturity = Math.min(1, found.maturity);
  const reading = rateReading({ low, maturity, isTold }, counts.leftOut);
  return { rate, low, high, maturity, reading };
}
