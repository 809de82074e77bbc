/** What Money promises beyond the reference cases; numbers by hand unless a source is named. */
import * as funnel from "../../../src/funnel";
import { expectClose } from "../close";

type Row = [
  promise: string,
  got: () => unknown,
  expected: unknown,
  source: string,
];

const ROWS: Row[] = [
  ["a campaign that cost nothing", () => funnel.costPer(0, 5), 0, "definition"],
  ["part counts are counts", () => funnel.costPer(10, 0.5), 20, "by hand"],
  [
    "running sums do not drift: 0.1 + 0.2 + 0.7 is 1",
    () => funnel.costPerStage([0.1, 0.2, 0.7], [1, 1, 1])[2],
    1,
    "by hand",
  ],
  [
    "a loss is below 0",
    () => funnel.romi(100, 0.5, 200),
    -0.75,
    "(50 - 200) / 200",
  ],
  [
    "deals that cost more than they bring lose more than the spend",
    () => funnel.romi(100, -0.5, 200),
    -1.25,
    "(-50 - 200) / 200",
  ],
  [
    "all leads customers: the lowest cost is the cost of a lead",
    () => funnel.cacRange(1000, 20, 20, 0.9).slice(0, 2),
    [50, 50],
    "upper limit 1",
  ],
  [
    "one customer of 50 at 95 %, as SciPy has it",
    () => funnel.cacRange(10_000, 50, 1, 0.95),
    [10_000, 2230.142920303267, 92315.04163766935],
    "scipy.stats.beta.ppf",
  ],
  [
    "a share of 0 before others is a lag",
    () => funnel.laggedCac([10, 20, 30], [1, 1, 1], [0, 1]).slice(1),
    [10, 20],
    "by hand",
  ],
  [
    "shares of 0 at the end need no history",
    () => funnel.laggedCac([10, 20, 30], [1, 2, 3], [1, 0, 0, 0]),
    [10, 10, 10],
    "by hand",
  ],
  [
    "conversions beyond the shares are not charged",
    () => funnel.laggedCac([10, 10], [1, 1], [0.5])[0],
    5,
    "by hand",
  ],
  [
    "a customer won for nothing is paid back at once",
    () => funnel.cacPayback(0, 100, -0.5, 0.1),
    0,
    "definition",
  ],
  [
    "a churn too small to matter is none",
    () => funnel.cacPayback(12_000, 1000, 0.8, 1e-15),
    15,
    "limit",
  ],
  [
    "a churn of a millionth keeps its digits",
    () => funnel.cacPayback(12_000, 1000, 0.8, 1e-6),
    15.000_105_001_067_512,
    "mpmath, 40 digits",
  ],
  [
    "everyone leaving pays one month",
    () => funnel.lifetimeValue(100, 0.5, 1),
    50,
    "one term",
  ],
  [
    "a discount alone ends the sum",
    () => funnel.lifetimeValue(100, 0.5, 0, 0.01),
    5000,
    "perpetuity",
  ],
  [
    "a negative margin loses over the life",
    () => funnel.lifetimeValue(100, -0.5, 0.1),
    -500,
    "by hand",
  ],
  [
    "an empty pipeline has no velocity",
    () => funnel.salesVelocity(0, 0, 0, 30),
    0,
    "definition",
  ],
  [
    "cancellations can exceed bookings",
    () => [funnel.attainment(-5, 10), funnel.pace(-5, 10, 1, 2)],
    [-0.5, -1],
    "by hand",
  ],
  [
    "the last day's pace is the attainment",
    () => funnel.pace(450, 600, 90, 90),
    0.75,
    "definition",
  ],
];

test.each(ROWS)("%s", (_, got, expected) => {
  expectClose(got(), expected, { rel: 1e-12 });
});
