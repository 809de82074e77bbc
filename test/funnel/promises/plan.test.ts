/** What the functions promise beyond the reference cases; numbers by hand unless a source is named. */
import * as funnel from "../../../src/funnel";
import { expectClose } from "../close";

type Row = [
  promise: string,
  got: () => unknown,
  expected: unknown,
  source: string,
];

const ROWS: Row[] = [
  [
    "a need of 0 is met whatever the rates",
    () => funnel.requiredMqls(0, 100, 0, 0),
    0,
    "definition",
  ],
  [
    "a source share of 0 needs nothing",
    () => funnel.requiredMqls(5, 100, 0, 0, 0),
    0,
    "definition",
  ],
  [
    "no rate at all leaves the deals",
    () => funnel.requiredVolumes(500, 100, []),
    [5],
    "500 / 100",
  ],
  [
    "the share scales every stage",
    () => funnel.requiredVolumes(1000, 100, [0.5], 0.5),
    [10, 5],
    "by hand",
  ],
  [
    "cascade covers the row below",
    () => funnel.requiredMqls(1_000_000, 30_000, 0.35, 0.22, 1, "cascade"),
    443,
    "ceil(155 / 0.35), 155 = ceil(34 / 0.22)",
  ],
  [
    "final rounds once",
    () => funnel.requiredMqls(1_000_000, 30_000, 0.35, 0.22, 1, "final"),
    433,
    "ceil(432.9)",
  ],
  [
    "a forward rate of 0 is legal",
    () => funnel.expectedVolumes(100, [0.5, 0, 0.5]),
    [50, 0, 0],
    "definition",
  ],
  [
    "no forward rate leaves the volume",
    () => funnel.expectedBookings(3, [], 10),
    30,
    "3 x 10",
  ],
  [
    "shares of the whole leave no base",
    () => funnel.ntmSplit(1000, 0.7, 0.3),
    [0, 700, 300],
    "by hand",
  ],
  [
    "sums such as 0.1 + 0.2 + 0.7 are whole",
    () => funnel.sourceTargets(100, [0.1, 0.2, 0.7]),
    [10, 20, 70],
    "by hand",
  ],
  [
    "a source without a share gets nothing",
    () => funnel.sourceTargets(100, [0.3, 0.7, 0]),
    [30, 70, 0],
    "by hand",
  ],
  [
    "level bookings must be twice the revenue",
    () => funnel.bookingsForRevenue(1e6, new Array<number>(12).fill(1)),
    2e6,
    "sum of (12.5 - m) / 12 over 12 months is 6",
  ],
  [
    "a month's term is recognised at once, but for half the last month",
    () => funnel.bookingsForRevenue(23, new Array<number>(12).fill(2), 1),
    24,
    "23 / 24 recognised",
  ],
  [
    "a term of two years doubles a year's booking",
    () => funnel.bookingsForRevenue(11.5, [1], 24),
    24,
    "11.5 / 24 recognised",
  ],
  [
    "no revenue needs no bookings",
    () => funnel.bookingsForRevenue(0, [0]),
    0,
    "definition",
  ],
  [
    "blank months after the twelfth do not matter",
    () =>
      funnel.bookingsForRevenue(11.5, [1, ...new Array<number>(14).fill(0)]),
    12,
    "11.5 / 12 recognised",
  ],
  [
    "ties in decimals are ties",
    () => funnel.apportion(1, [0.1 + 0.2, 0.3]),
    [1, 0],
    "0.1 + 0.2 = 0.3",
  ],
  [
    "the largest total adds up",
    () => funnel.apportion(9007199254740991, [1, 1]),
    [4503599627370496, 4503599627370495],
    "by hand",
  ],
  [
    "weights of any size",
    () => funnel.apportion(3, [1e300, 1e-300]),
    [3, 0],
    "definition",
  ],
  [
    "a met target needs no pipeline",
    () => funnel.requiredPipeline(5, 0, 7),
    0,
    "definition",
  ],
  [
    "640 / 72 people are 9",
    () => funnel.requiredReps(640, 90, 0.8),
    9,
    "8.89 rounded up",
  ],
  [
    "a full team is not one more",
    () => funnel.requiredReps(21, 0.35),
    60,
    "21 / 0.35 = 60",
  ],
  [
    "nothing to work needs nobody",
    () => funnel.requiredReps(0, 0),
    0,
    "definition",
  ],
  [
    "a hundredth of a lead is a whole one",
    () => funnel.ceilGuard(60.01),
    61,
    "ROUNDUP(ROUND(60.01,6),0)",
  ],
  [
    "a millionth is a whole one, less than half of it is dust",
    () => [1e-6, 4e-7].map(funnel.ceilGuard),
    [1, 0],
    "ROUND(x,6)",
  ],
  [
    "large whole counts stay",
    () => [1e13, 1e15 + 1, 2 ** 60].map(funnel.ceilGuard),
    [1e13, 1e15 + 1, 2 ** 60],
    "whole already",
  ],
  [
    "dust at a large size is dust",
    () => funnel.ceilGuard(10_000_000_000.000002),
    10_000_000_000,
    "one unit in the last place",
  ],
  [
    "compensated sums keep the small",
    () => funnel.sum([1, 1e100, 1, -1e100]),
    2,
    "Neumaier 1974",
  ],
  [
    "an infinite sum says so",
    () => funnel.sum([1e308, 1e308]),
    Infinity,
    "IEEE 754",
  ],
];

test.each(ROWS)("%s", (_, got, expected) => {
  expectClose(got(), expected, { rel: 1e-15 });
});
