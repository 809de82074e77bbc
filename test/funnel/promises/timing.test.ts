/** What Timing promises beyond the reference cases: SciPy's and the calendar's numbers, and those worked by hand. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as funnel from "../../../src/funnel";
import { expectClose } from "../close";

interface FixtureCase {
  function: keyof typeof funnel;
  args: unknown[];
  expected: unknown;
  rel: number;
  abs: number;
}

const CASES = JSON.parse(
  readFileSync(join(__dirname, "../../fixtures/timing_cases.json"), "utf8"),
) as FixtureCase[];

const names = [...new Set(CASES.map((each) => each.function))];

/** An error of one cell is null in the file. */
const plainCells = (got: unknown): unknown =>
  Array.isArray(got)
    ? got.map((each: unknown) =>
        each instanceof funnel.FunnelError ? null : each,
      )
    : got;

test.each(names)("%s agrees with SciPy, NumPy or the calendar", (name) => {
  const compute = funnel[name] as (...args: unknown[]) => unknown;
  for (const each of CASES.filter((one) => one.function === name)) {
    const args = each.args.map((value) => value ?? undefined);
    const { error } = (each.expected ?? {}) as { error?: string };
    if (error !== undefined)
      expect(() => compute(...args)).toThrow(
        expect.objectContaining({ kind: error }),
      );
    else expectClose(plainCells(compute(...args)), each.expected, each);
  }
});

const months = (deals: number) => new Array<number>(12).fill(deals);
const LAG = [0.1, 0.25, 0.3, 0.2, 0.1, 0.05];

type Row = [
  promise: string,
  got: () => unknown,
  expected: unknown,
  source: string,
];

const ROWS: Row[] = [
  [
    "marketing's SQLs of the worked example, a blank period in front",
    () =>
      funnel.requiredSchedule([0, 120e3, 300e3, 480e3, 480e3], 50e3, 0.25, 1),
    [9.6, 24, 38.4, 38.4],
    "funnel by hand: 60 % of 4, 10, 16 and 16 deals",
  ],
  [
    "half a period splits its deals in two",
    () => funnel.requiredSchedule([0, 24, 38.4, 38.4, 0], 1, 0.5, 0.5),
    [24, 62.4, 76.8, 38.4],
    "funnel by hand",
  ],
  [
    "a lag of 0 needs no plan beyond its end",
    () => funnel.requiredSchedule([10, 20], 1, 0.5, 0),
    [20, 40],
    "by hand",
  ],
  [
    "2.9999999999 periods are three",
    () => funnel.requiredSchedule([0, 0, 0, 9], 1, 0.5, 2.999_999_999_9),
    [18],
    "by hand",
  ],
  [
    "no need, no rate",
    () => funnel.requiredSchedule([0, 0], 1, 0, 1),
    [0],
    "definition",
  ],
  [
    "all at once is the division itself",
    () => funnel.spreadSchedule([10, 20], 1, 0.5, [1]),
    [20, 40],
    "by hand",
  ],
  [
    "no need, no lag",
    () => funnel.spreadSchedule([0, 0], 1, 0, [0, 0]),
    [0, 0, 0],
    "definition",
  ],
  [
    "opening bookings come on top",
    () => funnel.expectedSchedule([100], 0.5, [0.5, 0.5], 10, [7, 8], 3),
    [257, 258, 0],
    "by hand",
  ],
  [
    "opening bookings of 0 may lie beyond the periods shown",
    () => funnel.expectedSchedule([100], 0.5, [1], 10, [7, 0, 0]),
    [507],
    "by hand",
  ],
  [
    "without a lag each stage is the volume times its rates",
    () => funnel.expectedStages([100, 200], [0.5, 0.1], [[1], [1]]),
    [
      [50, 100],
      [5, 10],
    ],
    "by hand",
  ],
  [
    "a target that the past meets needs nothing new",
    () => funnel.feasibleSchedule([10, 5], 1, 0.5, [0, 0.5, 0.5], [20, 30]),
    [
      [0, 0],
      [-2.5, -2.5],
    ],
    "0.5 x (0.5 x 20 + 0.5 x 30) = 12.5 and 0.5 x 0.5 x 30 = 7.5",
  ],
  [
    "what nobody can convert in time is the shortfall, in money",
    () => funnel.feasibleSchedule([1000, 1000], 100, 0.5, [0, 1]),
    [
      [20, 0],
      [1000, 0],
    ],
    "by hand",
  ],
  [
    "a level year is met exactly once the first months are past",
    () =>
      (funnel.feasibleSchedule(months(20), 1, 0.2, LAG, months(100))[1] ?? [])
        .map((each) => Math.round(each * 1e9) / 1e9 + 0)
        .every((each) => each === 0),
    true,
    "20 / 0.2 = 100 in every month, in the past too",
  ],
  [
    "one period at full capacity, the rest in the second",
    () => funnel.earliestVolume([0, 60], 0.5, [1], [], 100),
    120,
    "60 / 0.5, created in two periods",
  ],
  [
    "an early peak asks for more than the total does",
    () => funnel.earliestVolume([30, 0], 0.5, [0.5, 0.5]),
    120,
    "30 / 0.5 / 0.5 in the first period, though 60 would do in the end",
  ],
  [
    "nothing wanted needs nothing, whatever the rate",
    () => funnel.earliestVolume([0, 0], 0, [0]),
    0,
    "definition",
  ],
  [
    "shares that cover every day leave next to nothing",
    () => funnel.sum(funnel.lagShares(10, 1.5, 30, 12)),
    1,
    "definition",
  ],
  [
    "a lag of exactly forty days, arriving evenly in months of thirty",
    () => funnel.lagShares(40, 1e-9, 30, 4, "even", "lognormal"),
    [0, 2 / 3, 1 / 3, 0],
    "40 = 30 + 10: two thirds one month later, a third two",
  ],
  [
    "a certain conversion stays certain, however small its tail",
    () => funnel.openForecast([5], [600], 1, 1, 1, 1000, 1, "exponential"),
    [5],
    "memoryless",
  ],
  [
    "an old lead is worth next to nothing",
    () => funnel.openRate(2000, 0.5, 30, 1, "exponential"),
    Math.exp(-2000 / 30),
    "0.5 e^-66.7 / (0.5 + 0.5 e^-66.7)",
  ],
  [
    "a lag of part of a day needs the day before",
    () => funnel.createBy(46_112, 0.1),
    46_111,
    "by hand",
  ],
  [
    "the dust of 45000.3 - 0.3 is no day",
    () => funnel.createBy(45_000.3, 0.3),
    45_000,
    "by hand",
  ],
  [
    "the year of the United States government: October 2026 is in FY27",
    () => funnel.fiscalPeriod(46_296, 10),
    "FY27 Q1",
    "1 October 2026",
  ],
];

test.each(ROWS)("%s", (_, got, expected) => {
  const cells = plainCells(got());
  // Trailing cells beyond the plan are left out of the expectation.
  const shown = Array.isArray(cells)
    ? cells.slice(0, (expected as unknown[]).length)
    : cells;
  expectClose(shown, expected, { rel: 1e-12, abs: 1e-12 });
  if (Array.isArray(cells) && Array.isArray(expected))
    for (const rest of cells.slice(expected.length)) expect(rest).toBeNull();
});
