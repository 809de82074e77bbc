/**
 * Segments whose true rates are spread like Beta(weight x mean, weight x (1 - mean)): how well a mean and a weight explain
 * what was counted.
 *
 * Shape: segments with `entered` above 0 and `missed` = entered - converted; at least one conversion and one miss in all.
 * Method: the beta-binomial likelihood and its slopes, from differences of ln gamma and digamma that do not cancel. For a
 * given weight the likelihood is concave in the mean, so its slope has one root.
 * Source: D. M. Kleinman, "Proportions with extraneous variance", JASA 68 (1973), 46-54.
 */
import { logGammaRise, polygammaRise, rootBetween } from "../special";

export interface Segment {
  converted: number;
  missed: number;
  entered: number;
}

export interface Spread {
  mean: number;
  a: number;
  b: number;
  weight: number;
}

/** The best mean for a weight, sought outwards from `near`, as ln(mean / (1 - mean)). */
export function bestMean(
  segments: readonly Segment[],
  weight: number,
  near: number,
): Spread & { logit: number } {
  const slope = (logit: number): number => {
    const { a, b } = spread(logit, weight);
    return total(
      segments,
      ({ converted, missed }) => rise(a, converted) - rise(b, missed),
    );
  };
  let [low, high] = [near - 0.5, near + 0.5];
  for (let step = 1; step < 2000 && slope(low) < 0; step *= 2) low -= step;
  for (let step = 1; step < 2000 && slope(high) > 0; step *= 2) high += step;
  const logit = rootBetween(slope, low, high);
  return { ...spread(logit, weight), logit };
}

/** The growth of the logarithm of the likelihood per unit of ln weight, at a given mean. */
export function weightSlope(
  segments: readonly Segment[],
  { a, b, weight }: Spread,
): number {
  return total(
    segments,
    ({ converted, missed, entered }) =>
      a * rise(a, converted) +
      b * rise(b, missed) -
      weight * rise(weight, entered),
  );
}

export function logLikelihood(
  segments: readonly Segment[],
  { a, b, weight }: Spread,
): number {
  return total(
    segments,
    ({ converted, missed, entered }) =>
      logGammaRise(a, converted) +
      logGammaRise(b, missed) -
      logGammaRise(weight, entered),
  );
}

function spread(logit: number, weight: number): Spread {
  const [mean, rest] = [1 / (1 + Math.exp(-logit)), 1 / (1 + Math.exp(logit))];
  return { mean, weight, a: weight * mean, b: weight * rest };
}

const rise = (a: number, by: number): number =>
  by === 0 ? 0 : polygammaRise(a, by)[0];

const total = (
  segments: readonly Segment[],
  part: (segment: Segment) => number,
): number => segments.reduce((sum, segment) => sum + part(segment), 0);
