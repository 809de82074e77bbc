/**
 * The mean and weight under which the counts of segments are likeliest (beta-binomial).
 *
 * Shape: segments with `entered` above 0. The weight is Infinity where no spread of the true rates explains the counts
 * better than one rate for all, and 0 where every segment is all or nothing.
 * Method: the likelihood with the best mean for each weight, walked from the heaviest to the lightest weight; every peak
 * is settled by the root of its slope, the highest one counts.
 * Source: D. M. Kleinman, "Proportions with extraneous variance", JASA 68 (1973), 46-54.
 */
import { rootBetween } from "../special";
import { sum } from "../sum";
import {
  bestMean,
  logLikelihood,
  weightSlope,
  type Segment,
} from "./betaBinomial";

/** Times the largest and the smallest segment: beyond these weights no rate moves by more than a millionth. */
const [HEAVIEST, LIGHTEST] = [1e6, 1e-6];
const STEPS = 16;

export function likeliestPool(
  segments: readonly Segment[],
): [mean: number, weight: number] {
  const sizes = segments.map(({ entered }) => entered);
  const [all, some, rest] = [
    sum(sizes),
    sum(segments.map(({ converted }) => converted)),
    sum(segments.map(({ missed }) => missed)),
  ];
  const plain = some / all;
  if (some === 0 || rest === 0) return [plain, Infinity];

  const top = Math.log(Math.max(...sizes) * HEAVIEST);
  const bottom = Math.log(Math.min(...sizes) * LIGHTEST);
  let near = Math.log(some / rest);
  const at = (logWeight: number) => {
    const best = bestMean(segments, Math.exp(logWeight), near);
    near = best.logit;
    return { ...best, logWeight, slope: weightSlope(segments, best) };
  };
  const walk = Array.from({ length: STEPS + 1 }, (_, step) =>
    at(top + ((bottom - top) * step) / STEPS),
  );
  const peaks = walk.slice(1).flatMap((point, before) => {
    const heavier = walk[before]!;
    return point.slope > 0 && heavier.slope < 0
      ? [
          at(
            rootBetween((u) => at(u).slope, point.logWeight, heavier.logWeight),
          ),
        ]
      : [];
  });
  const lightest = { ...walk[STEPS]!, weight: 0 };
  // A gain that rounding could have made is none.
  let most = logLikelihood(segments, walk[0]!) + 1e-10 + 4e-15 * all;
  let best: [mean: number, weight: number] = [plain, Infinity];
  for (const { mean, weight, a, b } of [...peaks, lightest]) {
    const likelihood = logLikelihood(segments, { mean, a, b, weight: a + b });
    if (likelihood <= most) continue;
    most = likelihood;
    best = [mean, weight];
  }
  return best;
}
