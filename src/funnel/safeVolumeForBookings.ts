import { dealSize, finiteNumber, usableRate } from "./checks";
import { confidenceLevel } from "./rates/confidence";
import { firstWhole } from "./risk/firstWhole";
import { gammaSum } from "./risk/gammaSum";
import {
  dealsAt,
  isSafe,
  leadsWithin,
  MOST_LEADS,
  sizeVariation,
} from "./risk/given";
import { hitChance } from "./risk/hitChance";
import { safeVolume } from "./safeVolume";

/**
 * How many leads are needed so that the bookings target is met with a given confidence.
 *
 * Meaning: the least number of leads whose deals bring at least the target with probability `confidence`; luck in the
 * number of deals, an uncertain rate and the sizes of deals all allowed for.
 * Shape: money in one currency, a target of 0 or less needs nobody; `rate` a fraction 0-1; `rateSample` how many leads the
 * rate is worth, Infinity or 0 when it is known exactly; `dealSizeVariation` standard deviation / mean, 0 to 10, 0 for
 * deals of equal size; `confidence` above 0 and below 1; whole leads.
 * Method: search for the least number by the exact probability of `hitProbability` with gamma deal sizes.
 * Source: as `hitProbability`; the cases in the tests come from SciPy.
 * Throws: as `safeVolume`; div0 for a deal size of 0.
 *
 * @example safeVolumeForBookings(1_000_000, 0.0616, 800, 30_000, 0.6, 0.8) // 670
 */
export function safeVolumeForBookings(
  bookingsTarget: number,
  rate: number,
  rateSample: number,
  averageDealSize: number,
  dealSizeVariation: number,
  confidence = 0.8,
): number {
  finiteNumber("bookings_target", bookingsTarget);
  const dealsOf = dealsAt(rate, rateSample);
  dealSize(averageDealSize);
  sizeVariation(dealSizeVariation);
  confidenceLevel("confidence", confidence);
  if (bookingsTarget <= 0) return 0;
  usableRate("rate", rate);
  const sum = gammaSum(
    bookingsTarget,
    averageDealSize,
    dealSizeVariation,
    MOST_LEADS,
  );
  // Equal deals: only their number matters.
  if (sum.fewest === sum.enough)
    return safeVolume(sum.enough, rate, rateSample, confidence);
  return leadsWithin(
    firstWhole(
      1,
      MOST_LEADS,
      (leads) => isSafe(1 - hitChance(dealsOf(leads), sum), confidence),
      Math.ceil(bookingsTarget / averageDealSize / rate),
    ),
  );
}
