/**
 * How many deals come of a number of leads, when each converts with a rate that is known or believed to be about so much.
 *
 * Shape: `leads` a whole number up to 1e9, `rate` 0-1, `rateSample` above 0: the leads that the rate is worth, Infinity
 * when it is known. `likelihood` takes any count from 0 to `leads`, also between whole ones.
 * Method: the binomial distribution; with an uncertain rate the beta-binomial, whose tails are the chance that the rate
 * exceeds the one at which the k-th lead converts, Beta(k, leads - k + 1).
 * Source: N. L. Johnson, A. W. Kemp, S. Kotz, "Univariate Discrete Distributions" (2005), 3.4 and 6.2.2.
 */
import { chanceOfMore } from "../rates/chanceOfMore";
import {
  betaDensity,
  betaInverse,
  betaTails,
  betaUpperInverse,
} from "../special";
import { NEVER } from "./dealSum";

export interface DealCount {
  leads: number;
  mean: number;
  deviation: number;
  /** Fewer or more deals practically never come. */
  range: () => [fewest: number, most: number];
  /** The chance of k deals or more, and of fewer; k whole. */
  atLeast: (k: number) => number;
  fewerThan: (k: number) => number;
  /** The chance of exactly k deals, extended smoothly between whole numbers. */
  likelihood: (k: number) => number;
}

/** Beyond this a rate is as good as known: 1e9 leads would add a hundred-billionth to the variance. */
const AS_GOOD_AS_KNOWN = 1e20;

export function dealCount(
  leads: number,
  rate: number,
  rateSample: number,
): DealCount {
  const [a, b] = [rateSample * rate, rateSample * (1 - rate)];
  const isKnown =
    rateSample > AS_GOOD_AS_KNOWN || a === 0 || b === 0 || leads === 0;
  const spread = isKnown ? 1 : (rateSample + leads) / (rateSample + 1);
  const tail = isKnown
    ? (k: number) => betaTails(k, leads - k + 1, rate)
    : (k: number) => {
        const kth = [k, leads - k + 1] as const;
        return {
          lower: chanceOfMore(kth, [a, b]),
          upper: chanceOfMore([a, b], kth),
        };
      };
  return {
    leads,
    mean: leads * rate,
    deviation: Math.sqrt(leads * rate * (1 - rate) * spread),
    range: () =>
      isKnown
        ? within(leads, rate, rate)
        : within(
            leads,
            betaInverse(a, b, NEVER),
            betaUpperInverse(a, b, NEVER),
          ),
    atLeast: (k) => (k <= 0 ? 1 : k > leads ? 0 : tail(k).lower),
    fewerThan: (k) => (k <= 0 ? 0 : k > leads ? 1 : tail(k).upper),
    likelihood: isKnown
      ? (k) => binomial(leads, k, rate, 1 - rate)
      : (k) => {
          // Any rate would do; near this one nothing leaves the range of a number.
          const x = (k + a) / (leads + rateSample);
          const y = (leads - k + b) / (leads + rateSample);
          const prior = betaDensity(a, b, x, y);
          const posterior = betaDensity(k + a, leads - k + b, x, y);
          return (binomial(leads, k, x, y) * prior) / posterior;
        },
  };
}

/** Bernstein's bounds. */
function within(
  leads: number,
  low: number,
  high: number,
): [fewest: number, most: number] {
  const far = (rate: number) =>
    14 + Math.sqrt(196 + 84 * leads * rate * (1 - rate));
  return [
    Math.max(0, Math.floor(leads * low - far(low))),
    Math.min(leads, Math.ceil(leads * high + far(high))),
  ];
}

function binomial(n: number, k: number, x: number, y: number): number {
  if (x === 0) return k === 0 ? 1 : 0;
  if (y === 0) return k === n ? 1 : 0;
  return betaDensity(k + 1, n - k + 1, x, y) / (n + 1) / x / y;
}
