import { refuse, shown } from "./checks";
import { confidenceLevel, innerRate } from "./rates/confidence";
import { MOST_LEADS } from "./rates/observed";
import { betaTails, rootBetween } from "./special";

/** A belief held with less says next to nothing about its weight. */
const LEAST_CONFIDENCE = 0.01;
/** Where even the widest range holds less than that. */
const LEAST_WEIGHT = 1e-6;

/**
 * What the belief "the rate is between low and high" is worth in leads.
 *
 * Meaning: [mean, weight]: the prior rate and the number of leads it stands for, as `blendedRate` takes them.
 * Shape: 0 < low < high < 1; `confidence` (at least 1 %) that the rate is between them, what remains equally below and
 * above.
 * Method: the beta distribution with these two quantiles: for each weight the mean at which the two tails are alike, and
 * the weight at which they are as asked; both sought between bounds that always hold the answer.
 * Source: A. O'Hagan and others, "Uncertain Judgements: Eliciting Experts' Probabilities" (2006), 6.3.
 * Throws: value for a low that is not below high, rates or a confidence outside 0-1, or a range too narrow for any count.
 *
 * @example priorWeight(0.25, 0.75, 0.5).map((part) => Math.round(part * 1e9) / 1e9) // [0.5, 2]
 */
export function priorWeight(
  low: number,
  high: number,
  confidence = 0.8,
): [mean: number, weight: number] {
  innerRate("low", low);
  innerRate("high", high);
  if (low >= high)
    refuse(
      `low must be below high; got ${shown(low)} and ${shown(high)} - enter the lower rate first`,
    );
  if (confidenceLevel("confidence", confidence) < LEAST_CONFIDENCE)
    refuse(
      `confidence must be at least 1% here; got ${shown(confidence)} - enter how sure you are of the range`,
    );

  // As either tail is at most a half, the mean cannot leave these bounds, given as ln(mean / (1 - mean)).
  const least = Math.log(low) - Math.LN2 - Math.log1p(-low / 2);
  const most = Math.log1p(high) - Math.log1p(-high);
  const balanced = (weight: number): Belief =>
    belief(
      rootBetween(
        (logit) => {
          const { below, above } = belief(logit, weight, low, high);
          return below - above;
        },
        least,
        most,
      ),
      weight,
      low,
      high,
    );
  const wanted = Math.log((1 - confidence) / 2);
  const off = (logWeight: number): number =>
    balanced(Math.exp(logWeight)).below - wanted;
  const [lightest, heaviest] = [Math.log(LEAST_WEIGHT), Math.log(MOST_LEADS)];
  if (off(heaviest) > 0)
    refuse(
      `low and high lie so close together that the belief is worth more than 1E+15 leads; got ${shown(low)} and ${shown(high)} - widen the range`,
    );
  const weight = Math.exp(rootBetween(off, lightest, heaviest));
  return [balanced(weight).mean, weight];
}

interface Belief {
  mean: number;
  /** Logarithms of the probabilities outside the range. */
  below: number;
  above: number;
}

function belief(
  logit: number,
  weight: number,
  low: number,
  high: number,
): Belief {
  const mean = 1 / (1 + Math.exp(-logit));
  const [a, b] = [weight * mean, weight / (1 + Math.exp(logit))];
  return {
    mean,
    below: finiteLog(betaTails(a, b, low).lower),
    above: finiteLog(betaTails(a, b, high).upper),
  };
}

const finiteLog = (part: number): number => Math.max(Math.log(part), -1e300);
