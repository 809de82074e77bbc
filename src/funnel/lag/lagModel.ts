/**
 * How long conversions take: the distribution of the days from a lead's arrival to its conversion, among the leads that
 * convert at all. One meaning of scale and shape for every function that fits, shows or uses a lag.
 *
 * | model       | scale, in days        | shape                            | share converted by day t      |
 * | exponential | mean                  | 1                                | 1 - exp(-t / scale)           |
 * | weibull     | 63 % have converted   | above 1 the chance rises with age | 1 - exp(-(t / scale)^shape)   |
 * | lognormal   | median                | sigma of ln t                    | normal(ln(t / scale) / shape) |
 * | gengamma    | exp(mu) of Prentice   | sigma, then Q                    | see generalisedGamma          |
 *
 * Generalised gamma with Q = 0 is the lognormal, with Q = 1 the Weibull of shape 1 / sigma.
 * Source: R. L. Prentice, "A log gamma model and its maximum likelihood estimation", Biometrika 61 (1974), 539-544;
 * J. D. Kalbfleisch, R. L. Prentice, "The Statistical Analysis of Failure Time Data" (2002), 2.2.
 */
import { generalisedGamma } from "./generalisedGamma";
import { weibull } from "./weibull";

export const LAG_MODELS = [
  "weibull",
  "exponential",
  "lognormal",
  "gengamma",
] as const;
export type LagModelName = (typeof LAG_MODELS)[number];

/** Days and shares; every argument is valid: days 0 or more (Infinity too), shares 0 to 1. */
export interface LagModel {
  /** Share of the eventual conversions that have happened by day `t`. */
  lower: (t: number) => number;
  /** Share still to come after day `t`: 1 - lower, with its own digits. */
  upper: (t: number) => number;
  /** The day by which the share `p` has happened. */
  quantile: (p: number) => number;
}

/** Parameters must be valid: for fits, which choose them. `q` counts for gengamma alone. */
export function lagModel(
  name: LagModelName,
  scaleDays: number,
  shape: number,
  q: number,
): LagModel {
  switch (name) {
    case "exponential":
      return weibull(scaleDays, 1);
    case "weibull":
      return weibull(scaleDays, shape);
    case "lognormal":
      return generalisedGamma(scaleDays, shape, 0);
    case "gengamma":
      return generalisedGamma(scaleDays, shape, q);
  }
}

/** Share that converts after day `from` and by day `to`, taken from the tail that keeps its digits. */
export function shareBetween(
  { lower, upper }: LagModel,
  from: number,
  to: number,
): number {
  const below = lower(to);
  return Math.max(
    0,
    below < 0.5 ? below - lower(from) : upper(from) - upper(to),
  );
}
