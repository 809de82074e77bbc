/** Alignment. */
import type { PageNotes } from "./pageNote";

const BLANKS =
  "A blank actual is taken as planned: where nothing arrived, the next rate is 0/0, and without evidence nobody is blamed. Some versions of Excel hand a blank over as 0; therefore of several zeros only the first counts.";

export const ALIGNMENT: PageNotes = {
  GAP_DRIVERS: {
    examples: [
      {
        call: "=FUNNEL.GAP_DRIVERS({5412,0.08,0.35,0.22,30000}, {6100,0.072,0.36,0.19,31500})",
        says: "Inquiries, three rates and the deal size: more inquiries added 117,000, a lower win rate took 143,000.",
      },
      {
        call: "=FUNNEL.GAP_DRIVERS({3000,0.08,0.3,30000;2000,0.05,0.2,50000}, {2500,0.09,0.28,32000;2600,0.04,0.22,45000})",
        says: "Two segments, a row each: every driver over both.",
      },
      {
        call: '=FUNNEL.GAP_DRIVERS({1000;0.1;5000}, {1200;0.08;5000}, "sequential")',
        says: "In the order given, as in a price-volume-mix analysis; a column gives a column.",
      },
    ],
    refusals: [
      "=FUNNEL.GAP_DRIVERS({1000,0.1}, {-5,0.1})",
      "=FUNNEL.GAP_DRIVERS({1000,0.1,0.4}, {1200,0.1})",
      '=FUNNEL.GAP_DRIVERS({1000,0.1}, {1200,0.1}, "waterfall")',
    ],
    method: `Bookings are volume times every rate times the deal size. "shapley" is the mean over all orders in which the drivers could have changed, so it depends on no order; "lmdi" shares the gap by the logarithms of the changes, and a driver that falls to 0 takes all of it; "sequential" moves one driver after the other, in the order given. Segments are explained one by one and added up. ${BLANKS} Add the share of conversions that are already visible as a last driver when a young cohort is measured.`,
    source:
      "G. Owen, Multilinear extensions of games, Management Science 18 (1972), 64-79; B. W. Ang, The LMDI approach to decomposition analysis, Energy Policy 33 (2005), 867-871; checked against exact fractions over all orders.",
    cells: { plan: "B2:B6", actual: "C2:C6" },
    withoutNative:
      "Segments in one call, and more than eight drivers, have no plain formula; there the value is written.",
  },
  GAP_BY_OWNER: {
    examples: [
      {
        call: '=FUNNEL.GAP_BY_OWNER({5412,0.08,0.35,0.22,30000}, {6100,0.072,0.36,0.19,31500}, {"marketing","marketing","shared","sales","sales"})',
        says: "Inquiries and their quality are marketing's, the hand-over is shared, win rate and deal size are sales'.",
      },
      {
        call: '=FUNNEL.GAP_BY_OWNER({2000,0.07,0.35,0.2,10000,1}, {2000,0.07,0.35,0.2,10000,0.55}, {"marketing","marketing","shared","sales","sales","timing"})',
        says: "Only 55 % of the conversions are visible yet: nobody is blamed for a young cohort.",
      },
    ],
    refusals: [
      '=FUNNEL.GAP_BY_OWNER({1000,0.1}, {1200,0.1}, {"marketing"})',
      '=FUNNEL.GAP_BY_OWNER({1000,-0.1}, {1200,0.1}, {"marketing","sales"})',
    ],
    method: `What each driver adds to the gap (GAP_DRIVERS, Shapley), added up by owner in the order of first appearance. Names differ neither by capitals nor by spaces; the first spelling is shown. Drivers without a name are "(no owner)". ${BLANKS}`,
    source:
      "G. Owen, Multilinear extensions of games, Management Science 18 (1972), 64-79; checked against exact fractions.",
    withoutNative:
      "How many rows there are depends on the names, which a plain formula cannot follow: the values are written. GAP_DRIVERS with SUMIF over the owners gives the same amounts and stays a formula.",
  },
  BELOW_AGREED: {
    examples: [
      {
        call: "=FUNNEL.BELOW_AGREED(60, 1000, 8%)",
        says: "60 of 1,000 where 8 % was agreed: below, with 99 % probability.",
      },
      {
        call: "=FUNNEL.BELOW_AGREED(2, 30, 10%)",
        says: "2 of 30 where 10 % was agreed: may well be luck.",
      },
    ],
    refusals: [
      "=FUNNEL.BELOW_AGREED(60, 1000, 8)",
      "=FUNNEL.BELOW_AGREED(60, 50, 8%)",
      "=FUNNEL.BELOW_AGREED(0, 0, 8%)",
    ],
    method:
      "After so many conversions the true rate is uncertain by the distribution Beta(converted + 0.5, entered - converted + 0.5), the one that follows from Jeffreys' prior. The probability is its part below the agreed rate: above 0.9 the verdict is below, under 0.1 above, in between unclear.",
    source:
      "L. D. Brown, T. T. Cai, A. DasGupta, Interval estimation for a binomial proportion, Statistical Science 16 (2001), 101-133; checked against SciPy.",
    cells: { converted: "B2", entered: "B3", agreed_rate: "B4" },
  },
};
