/** What rates and experiments promise beyond the reference cases; numbers by hand unless a source is named. */
import * as funnel from "../../../src/funnel";
import { expectClose } from "../close";

type Row = [
  promise: string,
  got: () => unknown,
  expected: unknown,
  source: string,
  rel?: number,
];

const round =
  (digits: number) =>
  (value: unknown): number =>
    Number((value as number).toFixed(digits));

const ROWS: Row[] = [
  [
    "nobody yet is a rate of 0, not an error",
    () => funnel.conversionRate(0, 20),
    0,
    "definition",
  ],
  [
    "weighted leads count in parts",
    () => funnel.conversionRate(0.5, 2),
    0.25,
    "by hand",
  ],
  [
    "everybody: one lead for one conversion",
    () => funnel.leadsPerConversion(20, 20),
    1,
    "definition",
  ],
  [
    "the limits of nobody and everybody are 0 and 1, by every method",
    () =>
      funnel.RATE_METHODS.map((method) => [
        funnel.rateRange(0, 20, 0.95, method)[0],
        funnel.rateRange(20, 20, 0.95, method)[1],
      ]),
    funnel.RATE_METHODS.map(() => [0, 1]),
    "definition",
  ],
  [
    "nobody of n, exactly: the upper limit leaves (1 - p)^n = 2.5 %",
    () => funnel.rateRange(0, 10, 0.95, "exact")[1],
    1 - 0.025 ** 0.1,
    "by hand",
  ],
  [
    "nobody of n, mid-p: the upper limit leaves (1 - p)^n = 5 %",
    () => funnel.rateRange(0, 10, 0.95, "midp")[1],
    1 - 0.05 ** 0.1,
    "by hand",
  ],
  [
    "an upper limit of a millionth keeps its digits",
    () => funnel.rateRange(0, 1e6, 0.95, "exact")[1],
    3.68887265021e-6,
    "-expm1(log(0.025) / 1e6)",
    1e-11,
  ],
  [
    "Wilson for half a conversion less is never below 0",
    () => funnel.rateRange(0.5, 20, 0.95, "wilson-cc")[0],
    0,
    "definition",
  ],
  [
    "without leads the prior and its quantiles: Beta(1, 1)",
    () => funnel.blendedRate(0, 0, 0.5, 2, 0.5),
    [0.5, 0.25, 0.75],
    "uniform distribution",
    1e-13,
  ],
  [
    "as many leads as the prior is worth: half way between",
    () => funnel.blendedRate(0, 40, 0.05, 40),
    [0.025],
    "by hand",
  ],
  [
    "the middle half of everything is worth two leads",
    () => funnel.priorWeight(0.25, 0.75, 0.5),
    [0.5, 2],
    "quartiles of the uniform distribution",
    1e-12,
  ],
  [
    "one in twenty or less at best: Beta(1, b) has closed quantiles",
    () => funnel.priorWeight(1 - 0.9 ** (1 / 19), 1 - 0.1 ** (1 / 19), 0.8),
    [0.05, 20],
    "1 - (1 - p)^(1/19)",
    1e-11,
  ],
  [
    "a belief that spans almost everything",
    () => funnel.priorWeight(1e-300, 1 - 1e-15, 0.01)[1] > 0,
    true,
    "there is one",
  ],
  [
    "a belief worth as much as all counts together",
    () => round(3)(funnel.priorWeight(0.5 - 1e-7, 0.5 + 1e-7, 0.5)[1] / 1e12),
    11.373,
    "normal limit: (0.67449 / 2e-7)^2",
  ],
  [
    "all or nothing: no pool, each segment its own rate",
    () => funnel.pooledRates([0, 10, 0, 10], [10, 10, 10, 10]),
    [0.5, 0, 0, 1, 0, 1],
    "the likelihood grows as the weight falls to 0",
    1e-9,
  ],
  [
    "a segment without leads has the pooled rate",
    () => {
      const [mean, , , , , rate] = funnel.pooledRates(
        [3, 30, 8, 0],
        [40, 100, 20, 0],
      );
      return rate === mean;
    },
    true,
    "definition",
  ],
  [
    "nobody anywhere: 0 everywhere",
    () =>
      funnel.pooledRates([0, 0], [10, 20]).filter((each) => each === 0).length,
    3,
    "definition",
  ],
  [
    "single leads say nothing about differences",
    () => funnel.pooledRates([1, 0, 0, 1], [1, 1, 1, 1])[1],
    expect.objectContaining({ kind: "na" }),
    "the likelihood does not depend on the weight",
  ],
  [
    "one stage: the exact Jeffreys limits",
    () => funnel.chainRange([10], [40], 0.95).slice(1),
    funnel.rateRange(10, 40, 0.95, "jeffreys"),
    "definition",
  ],
  [
    "the mean of a chain is the product of the means",
    () => funnel.chainRange([0, 1], [1, 2])[0],
    0.125,
    "0.5 / 2 x 1.5 / 3",
    1e-15,
  ],
  [
    "the same counts twice: no difference, and a chance of one half",
    () => {
      const [difference, low, high, chance] = funnel.rateDifference(
        7,
        90,
        7,
        90,
      );
      return [difference, low + high, round(13)(chance)];
    },
    [0, 0, 0.5],
    "symmetry",
  ],
  [
    "nobody of one against everybody of one: Beta(1/2, 3/2) against its mirror",
    () => round(12)(funnel.rateDifference(0, 1, 1, 1)[3]),
    0.905284734569,
    "mpmath 1.3, quad of the density times the tail",
  ],
  [
    "of two groups that nobody converted in, the larger is probably the worse",
    () => round(9)(funnel.rateDifference(0, 61, 0, 65, 0.8)[3]),
    0.489933371,
    "SciPy 1.17, quad",
  ],
  [
    "Newcombe 1998, Table II, 56/70 against 48/80",
    () => funnel.rateDifference(48, 80, 56, 70, 0.95).slice(0, 3).map(round(4)),
    [0.2, 0.0524, 0.3339],
    "published",
  ],
  [
    "one lead less does not suffice",
    () =>
      [201, 200].map((n) => {
        const [low, high] = funnel.rateRange(0.05 * n, n);
        return (high - low) / 2 <= 0.02;
      }),
    [true, false],
    "EXPERIMENT_SIZE(5%, 2%) is 201",
  ],
  [
    "a rate of 0 needs leads too: z^2 (1 / 2h - 1)",
    () => funnel.experimentSize(0, 0.01, 0.95),
    Math.ceil(3.841458820694124 * 49),
    "by hand",
  ],
  [
    "a huge experiment, to the lead",
    () => funnel.experimentSize(0.5, 1e-6, 0.8),
    410593603786,
    "mpmath 1.3, 40 digits",
  ],
];

test.each(ROWS)("%s", (_, got, expected, _source, rel = 1e-14) => {
  expectClose(got(), expected, { rel });
});
