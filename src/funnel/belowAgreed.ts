import { share } from "./checks";
import { observed } from "./rates/observed";
import { betaLower } from "./special";

export type AgreedVerdict = "below" | "above" | "unclear";

/**
 * Is the true conversion rate below the rate that was agreed, or is it just luck so far?
 *
 * Meaning: the probability that the true rate is below the agreed one, and the verdict: "below" when it exceeds 0.9,
 * "above" when it is under 0.1, else "unclear": two wins out of thirty accuse nobody of missing 10 %.
 * Shape: `converted` of `entered` leads, counts that may be fractional; `agreedRate` a fraction 0-1.
 * Method: the posterior Beta(converted + 1/2, entered - converted + 1/2) of Jeffreys' prior, below the agreed rate.
 * Source: L. D. Brown, T. T. Cai, A. DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16
 * (2001), 101-133.
 * Throws: value for a negative count, more converted than entered, or a rate outside 0-1; na when nothing has entered.
 *
 * @example belowAgreed(60, 1000, 0.08) // [0.992105126331276, "below"]
 */
export function belowAgreed(
  converted: number,
  entered: number,
  agreedRate: number,
): [probability: number, verdict: AgreedVerdict] {
  observed(converted, entered);
  share("agreed_rate", agreedRate);
  const probability = betaLower(
    converted + 0.5,
    entered - converted + 0.5,
    agreedRate,
  );
  const verdict =
    probability > 0.9 ? "below" : probability < 0.1 ? "above" : "unclear";
  return [probability, verdict];
}
