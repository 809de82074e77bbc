/** Rates and experiments. */
import type { PageNotes } from "./pageNote";

const BROWN =
  "L. D. Brown, T. T. Cai, A. DasGupta, Interval estimation for a binomial proportion, Statistical Science 16 (2001), 101-133";

export const RATES: PageNotes = {
  CONVERSION_RATE: {
    examples: [
      {
        call: "=FUNNEL.CONVERSION_RATE(45, 300)",
        says: "45 of 300 MQLs became SQLs.",
      },
      {
        call: "=FUNNEL.CONVERSION_RATE(0, 120)",
        says: "Nobody of 120 yet: a rate of 0, which RATE_RANGE puts into perspective.",
      },
    ],
    refusals: [
      "=FUNNEL.CONVERSION_RATE(45, 0)",
      "=FUNNEL.CONVERSION_RATE(45, 30)",
      "=FUNNEL.CONVERSION_RATE(-1, 30)",
    ],
    method:
      "Converted divided by entered. Count the same leads in both: those that entered, and those of them that went on. Leads that are still open belong to the entered ones; where many are, use COHORT_RATE.",
    source: "Definition.",
    cells: { converted: "B2", entered: "B3" },
  },
  LEADS_PER_CONVERSION: {
    examples: [
      {
        call: "=FUNNEL.LEADS_PER_CONVERSION(45, 900)",
        says: "One of 20 leads converts.",
      },
      {
        call: "=FUNNEL.LEADS_PER_CONVERSION(12, 30)",
        says: "Two and a half leads for one conversion.",
      },
    ],
    refusals: [
      "=FUNNEL.LEADS_PER_CONVERSION(0, 900)",
      "=FUNNEL.LEADS_PER_CONVERSION(900, 45)",
    ],
    method:
      "Entered divided by converted: the reciprocal of the conversion rate. Before the first conversion nobody knows, so that is #N/A and not a number.",
    source: "Definition.",
    cells: { converted: "B2", entered: "B3" },
  },
  RATE_RANGE: {
    examples: [
      {
        call: "=FUNNEL.RATE_RANGE(8, 100)",
        says: "8 of 100 converted: what the true rate may be, with 80 % confidence.",
      },
      {
        call: '=FUNNEL.RATE_RANGE(0, 20, 95%, "exact")',
        says: "Nobody of 20 yet does not mean never.",
      },
    ],
    refusals: [
      "=FUNNEL.RATE_RANGE(0, 0)",
      "=FUNNEL.RATE_RANGE(30, 20)",
      "=FUNNEL.RATE_RANGE(8, 100, 80)",
      '=FUNNEL.RATE_RANGE(8, 100, 80%, "bayes")',
    ],
    method:
      'Wilson\'s range: all rates from which the observed one is at most z standard errors away. It is right about as often as it says, also for few leads. "jeffreys" takes beta quantiles after half a conversion and half a miss more, "exact" those of Clopper and Pearson, which are never too narrow and mostly too wide, "midp" the same with half of the probability of the count itself, "agresti-coull" a normal range after z² / 2 conversions and misses more, "wilson-cc" Wilson\'s with a continuity correction (on less than half a conversion it has no lower limit). Counts may be fractional.',
    source: `E. B. Wilson, JASA 22 (1927), 209-212; ${BROWN}; R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, whose table is among the tests.`,
    cells: { converted: "B2", entered: "B3", confidence: "B4" },
    withoutNative:
      'The plain formula exists for every method but "midp", whose limits have to be searched for; there the value is frozen.',
  },
  BLENDED_RATE: {
    examples: [
      {
        call: "=FUNNEL.BLENDED_RATE(3, 12, 5%, 40)",
        says: "3 of 12 look like 25 %; with a benchmark of 5 % that is worth 40 leads it is less than 10 %.",
      },
      {
        call: "=FUNNEL.BLENDED_RATE(3, 12, 5%, 40, 80%)",
        says: "The same with its range.",
      },
      {
        call: "=FUNNEL.BLENDED_RATE(0, 0, 5%, 40)",
        says: "Before the first lead: the benchmark.",
      },
    ],
    refusals: [
      "=FUNNEL.BLENDED_RATE(3, 12, 5, 40)",
      "=FUNNEL.BLENDED_RATE(3, 12, 0, 40)",
      "=FUNNEL.BLENDED_RATE(3, 12, 5%, 0)",
      "=FUNNEL.BLENDED_RATE(13, 12, 5%, 40)",
    ],
    method:
      "(weight x prior rate + converted) / (weight + entered): the prior counts like so many leads with exactly its rate. The range are the quantiles of the beta distribution that belongs to it. Take as weight what PRIOR_WEIGHT gives for a range you believe in, or the number of past leads times the share of them that still tells about today.",
    source:
      "Beta-binomial conjugacy: A. Gelman and others, Bayesian Data Analysis (3rd edition, 2013), 2.4.",
    cells: {
      converted: "B2",
      entered: "B3",
      prior_rate: "B4",
      prior_weight: "B5",
      confidence: "B6",
    },
  },
  PRIOR_WEIGHT: {
    examples: [
      {
        call: "=FUNNEL.PRIOR_WEIGHT(5%, 15%)",
        says: "Four out of five times such a channel converts between 5 % and 15 %: as good as 55 leads.",
      },
      {
        call: "=FUNNEL.PRIOR_WEIGHT(20%, 25%, 95%)",
        says: "A much firmer belief.",
      },
    ],
    refusals: [
      "=FUNNEL.PRIOR_WEIGHT(15%, 5%)",
      "=FUNNEL.PRIOR_WEIGHT(0, 15%)",
      "=FUNNEL.PRIOR_WEIGHT(5, 15)",
      "=FUNNEL.PRIOR_WEIGHT(10%, 10.0000001%)",
      "=FUNNEL.PRIOR_WEIGHT(5%, 15%, 0.5%)",
    ],
    method:
      "The one beta distribution that leaves the same probability below the low and above the high rate, together 1 less the confidence. Its mean and its weight are what BLENDED_RATE takes. Beliefs worth more than 1E+15 leads and confidences below 1% are refused.",
    source:
      "A. O'Hagan and others, Uncertain Judgements: Eliciting Experts' Probabilities (2006), 6.3; checked against SciPy.",
    withoutNative:
      "The weight has to be searched for, which plain formulas cannot; the value is frozen.",
  },
  POOLED_RATES: {
    examples: [
      {
        call: "=FUNNEL.POOLED_RATES({3,12,25,4,40}, {40,90,400,55,310})",
        says: "Five segments: the pooled rate, its weight, then a rate for each segment that is not fooled by small numbers.",
      },
      {
        call: "=FUNNEL.POOLED_RATES({2;2}, {20;20})",
        says: "Segments that do not differ: every one has the pooled rate, and no weight can be told.",
      },
    ],
    refusals: [
      "=FUNNEL.POOLED_RATES({3,12}, {40,90,400})",
      "=FUNNEL.POOLED_RATES({3,12}, {40,9})",
      "=FUNNEL.POOLED_RATES({0,0}, {0,0})",
    ],
    method:
      "The true rates of the segments are taken to be spread like a beta distribution, whose mean and weight make the counts likeliest (beta-binomial). Each segment then has (weight x mean + converted) / (weight + entered): a large segment keeps its own rate, a small one is drawn to the pooled rate, one without leads has it. Where the segments differ no more than chance does, all have the pooled rate and the weight is #N/A; where each is all or nothing, the weight is 0. At most 1,000 segments.",
    source:
      "D. M. Kleinman, Proportions with extraneous variance, JASA 68 (1973), 46-54; G. Casella, American Statistician 39 (1985), 83-87; checked against SciPy.",
    withoutNative:
      "The weight has to be searched for, which plain formulas cannot; the values are frozen.",
  },
  CHAIN_RANGE: {
    examples: [
      {
        call: "=FUNNEL.CHAIN_RANGE({80,35,22}, {1000,100,100})",
        says: "8 %, 35 % and 22 %, each counted on other leads: the rate of the chain and its range.",
      },
      {
        call: "=FUNNEL.CHAIN_RANGE({8,3,2}, {100,10,10}, 95%)",
        says: "The same rates on a tenth of the leads leave much more open.",
      },
    ],
    refusals: [
      "=FUNNEL.CHAIN_RANGE({80,35}, {1000,100,100})",
      "=FUNNEL.CHAIN_RANGE({80,35}, {1000,0})",
      "=FUNNEL.CHAIN_RANGE({80,0}, {1000,0})",
      "=FUNNEL.CHAIN_RANGE({80,35}, {1000,100}, 95)",
    ],
    method:
      "Each rate has the beta distribution that half a conversion and half a miss more give it (Jeffreys). The logarithms add up; a shifted gamma distribution with the exact mean, variance and skewness of the sum gives the limits. They are off by less than 0.1 % of themselves for ordinary counts, 2.3 % where a count is 1 to 4, 13 % where a count is 0. A single stage has the exact limits. The stages must be independent; if the same leads were followed from end to end, use RATE_RANGE on the last and the first count.",
    source: `N. L. Johnson, S. Kotz, N. Balakrishnan, Continuous Univariate Distributions 1 (2nd edition, 1994), 12.4; ${BROWN}; checked against the exact convolution.`,
    cells: { converted: "B2:B4", entered: "C2:C4", confidence: "B6" },
    withoutNative:
      "The plain formula agrees to nine digits. From about a million conversions at each stage on, LibreOffice's GAMMA.INV gives up; the function does not.",
  },
  RATE_DIFFERENCE: {
    examples: [
      {
        call: "=FUNNEL.RATE_DIFFERENCE(80, 1000, 9, 60)",
        says: "8 % so far, 15 % in the new campaign: 7 points more, probably.",
      },
      {
        call: "=FUNNEL.RATE_DIFFERENCE(48, 80, 56, 70, 95%)",
        says: "Limits as in the published table.",
      },
    ],
    refusals: [
      "=FUNNEL.RATE_DIFFERENCE(80, 1000, 9, 0)",
      "=FUNNEL.RATE_DIFFERENCE(80, 60, 9, 60)",
      "=FUNNEL.RATE_DIFFERENCE(80, 1000, 9, 60, 0)",
    ],
    method:
      "The second rate less the first. The range joins the two Wilson ranges (Newcombe's method 10). The probability that the second true rate is the higher one holds half a conversion and half a miss more in both groups (Jeffreys); 50 % means that nothing is known.",
    source:
      "R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 17 (1998), 873-890, whose Table II is among the tests.",
    cells: {
      converted_1: "B2",
      entered_1: "C2",
      converted_2: "B3",
      entered_2: "C3",
      confidence: "B5",
    },
    withoutNative:
      "In the plain formula the probability is a sum over 53 points, good to nine decimals.",
  },
  EXPERIMENT_SIZE: {
    examples: [
      {
        call: "=FUNNEL.EXPERIMENT_SIZE(5%, 2%)",
        says: "To know a rate of about 5 % to within 2 points, with 80 % confidence.",
      },
      {
        call: "=FUNNEL.EXPERIMENT_SIZE(50%, 5%, 95%)",
        says: "The most demanding rate, and more confidence.",
      },
    ],
    refusals: [
      "=FUNNEL.EXPERIMENT_SIZE(5, 2%)",
      "=FUNNEL.EXPERIMENT_SIZE(5%, 0)",
      "=FUNNEL.EXPERIMENT_SIZE(5%, 2)",
      "=FUNNEL.EXPERIMENT_SIZE(5%, 0.00001%)",
    ],
    method:
      "The least number of leads whose Wilson range, at the expected rate, reaches at most the margin to either side of its middle: the larger root of a quadratic, rounded up. With little idea of the rate take 50 %, which needs the most.",
    source: "E. B. Wilson, JASA 22 (1927), 209-212.",
    cells: { rate: "B2", half_width: "B3", confidence: "B4" },
  },
};
