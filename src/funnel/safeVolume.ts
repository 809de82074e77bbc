import { ceilGuard } from "./ceilGuard";
import { amount, usableRate } from "./checks";
import { confidenceLevel } from "./rates/confidence";
import { firstWhole } from "./risk/firstWhole";
import { dealsAt, isSafe, leadsWithin, MOST_LEADS } from "./risk/given";

/**
 * How many leads are needed so that the deals come with a given confidence, luck and an uncertain rate allowed for.
 *
 * Meaning: the least number of leads of which at least `deals` become deals with probability `confidence`. Deals divided
 * by the rate is enough in about one case of two only.
 * Shape: `deals` a count, part of a deal counting as a whole one; `rate` a fraction 0-1; `rateSample` how many leads the
 * rate is worth, Infinity or 0 when it is known exactly; `confidence` above 0 and below 1; whole leads.
 * Method: search for the least number by the exact tail of the binomial distribution or, with an uncertain rate, of the
 * beta-binomial one.
 * Source: N. L. Johnson, A. W. Kemp, S. Kotz, "Univariate Discrete Distributions" (2005), 3.4 and 6.2.2; the cases in the
 * tests come from SciPy.
 * Throws: value for a negative count, a rate outside 0-1 or a confidence that is none; na for a rate of 0 below a need;
 * num when a thousand million leads do not suffice.
 *
 * @example safeVolume(34, 0.0616, 1000, 0.8) // 654
 */
export function safeVolume(
  deals: number,
  rate: number,
  rateSample = Infinity,
  confidence = 0.8,
): number {
  const needed = ceilGuard(amount("deals", deals));
  const dealsOf = dealsAt(rate, rateSample);
  confidenceLevel("confidence", confidence);
  if (needed === 0) return 0;
  usableRate("rate", rate);
  return leadsWithin(
    firstWhole(
      needed,
      MOST_LEADS,
      (leads) => isSafe(dealsOf(leads).fewerThan(needed), confidence),
      Math.ceil(needed / rate),
    ),
  );
}
