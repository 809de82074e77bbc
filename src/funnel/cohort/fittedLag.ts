import { lagModel, type LagModel, type LagModelName } from "../lag/lagModel";
import type { Lag } from "./likelihood";

/** A fitted lag as the other functions take it: scale in days, and the shape, for gengamma sigma and Q. */
export interface FittedLag {
  scaleDays: number;
  shape: number[];
  model: LagModel;
}

export function fittedLag(name: LagModelName, lag: Lag): FittedLag {
  const scaleDays = Math.exp(lag.location);
  const shapes: Record<LagModelName, number[]> = {
    exponential: [1],
    weibull: [1 / lag.spread],
    lognormal: [lag.spread],
    gengamma: [lag.spread, lag.q],
  };
  const shape = shapes[name];
  const [first = 1, q = 0] = shape;
  return { scaleDays, shape, model: lagModel(name, scaleDays, first, q) };
}
