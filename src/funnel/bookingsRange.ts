import { choice, dealSize, result } from "./checks";
import { DEAL_MODELS, type DealModel } from "./hitProbability";
import { confidenceLevel } from "./rates/confidence";
import { bookingsQuantile } from "./risk/bookingsQuantile";
import { dealsAt, sizeVariation, wholeLeads } from "./risk/given";

/**
 * Bad luck, the middle and good luck: what bookings the leads bring at given levels of probability.
 *
 * Meaning: for each level the least amount that bookings exceed with no more than the rest of the probability; 10 % is
 * missed in one case of ten. 0 while no deal at all is at least as likely as the level.
 * Shape: leads, rate and deal sizes as in `hitProbability`; `levels` above 0 and below 1; one amount of money per level.
 * Method: the amount at which `hitProbability` is 1 - level, found to its last digits.
 * Source: as `hitProbability`.
 * Throws: as `hitProbability`; value for a level that is none.
 *
 * @example bookingsRange(2, 0.5, Infinity, 10_000, 0, [0.2, 0.5, 0.9]) // [0, 10000, 20000]
 */
export function bookingsRange(
  volume: number,
  rate: number,
  rateSample: number,
  averageDealSize: number,
  dealSizeVariation: number,
  levels: readonly number[] = [0.1, 0.5, 0.9],
  dealModel: DealModel = "gamma",
): number[] {
  const leads = wholeLeads(volume);
  const deals = dealsAt(rate, rateSample)(leads);
  dealSize(averageDealSize);
  sizeVariation(dealSizeVariation);
  levels.forEach((each, at) => confidenceLevel(`level ${at + 1}`, each));
  choice("deal_model", dealModel, DEAL_MODELS);
  return levels.map((level) =>
    result(
      averageDealSize *
        bookingsQuantile(deals, dealSizeVariation, level, dealModel),
    ),
  );
}
