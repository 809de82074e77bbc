import { choice, dealSize, finiteNumber } from "./checks";
import { gammaSum } from "./risk/gammaSum";
import { dealsAt, sizeVariation, wholeLeads } from "./risk/given";
import { hitChance } from "./risk/hitChance";
import { lognormalSum } from "./risk/lognormalSum";

export const DEAL_MODELS = ["gamma", "lognormal"] as const;
export type DealModel = (typeof DEAL_MODELS)[number];

/**
 * The probability that the leads bring at least the bookings target.
 *
 * Meaning: three kinds of luck together: how many leads become deals, what their true rate is, how large the deals are.
 * Shape: `volume` whole leads, a part of one left away; `rate` a fraction 0-1; `rateSample` how many leads the rate is
 * worth, Infinity or 0 when it is known exactly; `dealSizeVariation` standard deviation / mean, 0 to 10, 0 for deals of
 * equal size; money in one currency, a target of 0 or less is met.
 * Method: the number of deals is binomial or, with an uncertain rate, beta-binomial; summed over it, the chance that so
 * many deals reach the target: exact for gamma deal sizes, whose sums are gamma again; for lognormal ones by inversion of
 * their Laplace transform, good to nine digits after the point. Nothing is simulated.
 * Source: S. A. Klugman, H. H. Panjer, G. E. Willmot, "Loss Models" (2012), chapter 9; the cases in the tests come from
 * SciPy and from simulation with numpy.
 * Throws: value for a negative volume or one above 1e9, a rate outside 0-1, a variation outside 0-10 or an unknown model;
 * div0 for a deal size of 0.
 *
 * @example hitProbability(2, 0.5, Infinity, 10_000, 0, 20_000) // 0.25
 */
export function hitProbability(
  volume: number,
  rate: number,
  rateSample: number,
  averageDealSize: number,
  dealSizeVariation: number,
  bookingsTarget: number,
  dealModel: DealModel = "gamma",
): number {
  const leads = wholeLeads(volume);
  const deals = dealsAt(rate, rateSample)(leads);
  dealSize(averageDealSize);
  sizeVariation(dealSizeVariation);
  finiteNumber("bookings_target", bookingsTarget);
  choice("deal_model", dealModel, DEAL_MODELS);
  if (bookingsTarget <= 0) return 1;
  if (leads === 0 || rate === 0) return 0;
  const sizes = dealModel === "lognormal" ? lognormalSum : gammaSum;
  return hitChance(
    deals,
    sizes(bookingsTarget, averageDealSize, dealSizeVariation, leads),
  );
}
