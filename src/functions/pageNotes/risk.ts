/** Risk. */
import type { PageNotes } from "./pageNote";

const SEARCH =
  "There is no worksheet function for it that Excel 2016 and LibreOffice share: the value is written.";
const SAMPLE =
  "A rate_sample makes the rate uncertain by a beta distribution that is worth so many leads; blank or 0 takes it as known exactly.";
const SIZES =
  "deal_size_variation is the standard deviation of past deal sizes divided by their mean: STDEV(sizes)/AVERAGE(sizes), at most 10.";
const KLUGMAN =
  "S. A. Klugman, H. H. Panjer, G. E. Willmot, Loss Models (2012), chapter 9; checked against SciPy and against simulations with numpy.";

export const RISK: PageNotes = {
  SAFE_VOLUME: {
    examples: [
      {
        call: "=FUNNEL.SAFE_VOLUME(34, 6.16%, , 80%)",
        says: "34 deals at 6.16 %: the plan says 552 leads, which is enough in about every second case. 627 are enough in 80 of 100.",
      },
      {
        call: "=FUNNEL.SAFE_VOLUME(34, 6.16%, 200, 90%)",
        says: "The rate comes from 200 leads only, and the deals must come in 90 of 100 cases.",
      },
    ],
    refusals: [
      "=FUNNEL.SAFE_VOLUME(34, 6.16, 200)",
      "=FUNNEL.SAFE_VOLUME(34, 0, 200)",
      "=FUNNEL.SAFE_VOLUME(34, 6.16%, 200, 80)",
      "=FUNNEL.SAFE_VOLUME(34, 0.000001%, 200)",
    ],
    method: `The least number of leads of which at least so many become deals with the confidence asked for. The number of deals is binomial, with an uncertain rate beta-binomial; its tails are computed exactly, nothing is simulated. ${SAMPLE} More than a thousand million leads is #NUM!.`,
    source:
      "N. L. Johnson, A. W. Kemp, S. Kotz, Univariate Discrete Distributions (2005), 3.4 and 6.2.2; checked against SciPy.",
    withoutNative: SEARCH,
  },
  SAFE_VOLUME_FOR_BOOKINGS: {
    examples: [
      {
        call: "=FUNNEL.SAFE_VOLUME_FOR_BOOKINGS(1000000, 6.16%, 800, 30000, 60%, 80%)",
        says: "A million in bookings from deals of 30,000 on average that vary by 60 %.",
      },
      {
        call: "=FUNNEL.SAFE_VOLUME_FOR_BOOKINGS(1000000, 6.16%, 800, 30000, 120%, 90%)",
        says: "Deals that vary more, and more confidence.",
      },
    ],
    refusals: [
      "=FUNNEL.SAFE_VOLUME_FOR_BOOKINGS(1000000, 6.16%, 800, 30000, 60)",
      "=FUNNEL.SAFE_VOLUME_FOR_BOOKINGS(1000000, 6.16%, 800, 0, 60%)",
    ],
    method: `The least number of leads for which HIT_PROBABILITY, with gamma deal sizes, is the confidence asked for. ${SAMPLE} ${SIZES} A target of 0 or less needs no lead.`,
    source: KLUGMAN,
    withoutNative: SEARCH,
  },
  HIT_PROBABILITY: {
    examples: [
      {
        call: "=FUNNEL.HIT_PROBABILITY(600, 6.16%, 200, 30000, 120%, 1000000)",
        says: "600 leads at a rate from 200 leads, deals that vary by 120 %.",
      },
      {
        call: '=FUNNEL.HIT_PROBABILITY(100, 5%, , 50000, 200%, 200000, "lognormal")',
        says: "A known rate, and a few very large deals.",
      },
    ],
    refusals: [
      "=FUNNEL.HIT_PROBABILITY(600, 6.16, 200, 30000, 120%, 1000000)",
      "=FUNNEL.HIT_PROBABILITY(600, 6.16%, 200, 30000, 120, 1000000)",
      '=FUNNEL.HIT_PROBABILITY(600, 6.16%, 200, 30000, 120%, 1000000, "normal")',
    ],
    method: `The chance of each number of deals times the chance that so many deals reach the target, added up. The number of deals is binomial, with an uncertain rate beta-binomial. Gamma deal sizes add up to gamma again, so that the result is exact; for lognormal ones it comes from their Laplace transform and is good to nine digits after the point. Nothing is simulated. ${SAMPLE} ${SIZES} A part of a lead counts as none; a target of 0 or less is met.`,
    source: KLUGMAN,
    withoutNative: SEARCH,
  },
  BOOKINGS_RANGE: {
    examples: [
      {
        call: "=FUNNEL.BOOKINGS_RANGE(600, 6.16%, , 30000, 60%)",
        says: "Missed in one case of ten, in every second, and exceeded in one of ten.",
      },
      {
        call: "=FUNNEL.BOOKINGS_RANGE(600, 6.16%, 200, 30000, 60%, {0.25;0.75})",
        says: "The middle half of all cases, with a rate from 200 leads; a column gives a column.",
      },
    ],
    refusals: [
      "=FUNNEL.BOOKINGS_RANGE(600, 6.16%, 200, 30000, 60%, {10,50,90})",
      "=FUNNEL.BOOKINGS_RANGE(-600, 6.16%, 200, 30000, 60%)",
    ],
    method: `The amounts at which HIT_PROBABILITY, with gamma deal sizes, is 1 less the level; 0 while no deal at all is at least as likely as the level. ${SAMPLE} ${SIZES}`,
    source: KLUGMAN,
    withoutNative: SEARCH,
  },
  PIPELINE_HIT_PROBABILITY: {
    examples: [
      {
        call: "=FUNNEL.PIPELINE_HIT_PROBABILITY({50000,30000,20000,80000}, {0.5,0.6,0.9,0.2}, 100000)",
        says: "The weighted pipeline is 77,000, yet 100,000 is reached in 41 of 100 cases.",
      },
      {
        call: "=FUNNEL.PIPELINE_HIT_PROBABILITY({10,10,10,10,10,10}, {0.3,0.3,0.3,0.3,0.3,0.3}, 20)",
        says: "At least two of six equal deals.",
      },
    ],
    refusals: [
      "=FUNNEL.PIPELINE_HIT_PROBABILITY({50000,30000}, {50,60}, 60000)",
      "=FUNNEL.PIPELINE_HIT_PROBABILITY({50000,30000}, {0.5}, 60000)",
      "=FUNNEL.PIPELINE_HIT_PROBABILITY({50000,-30000}, {0.5,0.6}, 60000)",
    ],
    method:
      "Every deal is won whole or lost, independently of the others. All sums that can come of that are added up with their chances, equal sums together: exact for up to 34 deals whatever their values, and for many more where sums repeat, as with round values; otherwise good to at least six digits after the point. At most 10,000 deals; a target of 0 or less is met.",
    source:
      "E. Horowitz, S. Sahni, Journal of the ACM 21 (1974), 277-292; R. B. Davies, Biometrika 60 (1973), 415-417; checked against all outcomes one by one.",
    withoutNative: SEARCH,
  },
};
