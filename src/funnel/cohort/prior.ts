import { amount, notZero, refuse, share, shown } from "../checks";

/** A belief about the final rate, worth `weight` leads; a weight of 0 is none. */
export interface Prior {
  rate: number;
  weight: number;
}

export const NO_PRIOR: Prior = { rate: 0, weight: 0 };

/** Both parts of a belief, or neither. */
export function priorOf(rate: number, weight: number): Prior {
  share("prior_rate", rate);
  if (amount("prior_weight", weight) > 0)
    notZero("prior_rate", rate, "the rate you believe in, such as 25%");
  else if (rate > 0)
    refuse(
      `prior_weight must be above 0 beside a prior_rate of ${shown(rate)}; got ${shown(weight)} - enter how many leads the belief is worth`,
    );
  return { rate, weight };
}

/** False where no rate is too high for the belief. */
export const leavesSome = ({ rate, weight }: Prior): boolean =>
  (1 - rate) * weight > 0;

/** What the belief adds to the log-likelihood, and its slope: as many leads, of which the rate has converted. */
export function belief(
  prior: Prior,
  rate: number,
  rest: number,
): { value: number; byRate: number } {
  // A weight of 0 must not meet the logarithm of 0.
  if (prior.weight === 0) return { value: 0, byRate: 0 };
  const yes = prior.rate * prior.weight;
  const no = prior.weight - yes;
  return {
    value: yes * Math.log(rate) + (no > 0 ? no * Math.log(rest) : 0),
    byRate: yes / rate - (no > 0 ? no / rest : 0),
  };
}
