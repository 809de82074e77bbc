import { amount, choice, result, share, shown } from "./checks";
import { FunnelError } from "./funnelError";
import { givenLagModel } from "./lag/givenLagModel";
import { LAG_MODELS, type LagModel, type LagModelName } from "./lag/lagModel";

/**
 * The chance that a lead which is still open at its age will convert yet.
 *
 * Meaning: rate x share still to come / (1 - rate x share past). An old open lead is worth much less than a new one.
 * Shape: `age` in days, 0 or more; `rate` the part of all leads that converts in the end, 0-1; `scaleDays` and `shape` as
 * in lagShares; a fraction.
 * Method: conditional probability, the share still to come from its own tail.
 * Source: V. T. Farewell, "The use of mixture models for the analysis of survival data with long-term survivors",
 * Biometrics 38 (1982), 1041-1046; the cases in the tests come from SciPy.
 * Throws: value for parameters that the model does not have; na for an age at which no lead can be open.
 *
 * @example openRate(30, 0.5, 30, 1, "exponential") // 0.5 * Math.exp(-1) / (0.5 + 0.5 * Math.exp(-1))
 */
export function openRate(
  age: number,
  rate: number,
  scaleDays: number,
  shape: number | readonly number[],
  model: LagModelName = "weibull",
): number {
  choice("model", model, LAG_MODELS);
  amount("age", age);
  share("rate", rate);
  const lag = givenLagModel(model, scaleDays, [shape].flat());
  return result((rate * lag.upper(age)) / openShare(lag, age, rate));
}

/** Part of all leads that is still open at an age. */
export function openShare(
  { upper }: LagModel,
  age: number,
  rate: number,
): number {
  const open = 1 - rate + rate * upper(age);
  if (open === 0)
    throw new FunnelError(
      "na",
      `no lead is open at an age of ${shown(age)} days when all convert with this lag - enter a rate below 100% or leave such leads out`,
    );
  return open;
}
