/** What Budget promises beyond the reference cases; numbers by hand unless a source is named. */
import * as funnel from "../../../src/funnel";
import { expectClose } from "../close";

const allocated = (...args: Parameters<typeof funnel.allocateBudget>) => {
  const { spends, unallocated } = funnel.allocateBudget(...args);
  return [...spends, unallocated];
};
const LOG: funnel.Curve = ["log", 60, 20_000];
const STEEP: funnel.Curve = ["hill", 100, 50_000, 3];

type Row = [
  promise: string,
  got: () => unknown,
  expected: unknown,
  source: string,
];

const ROWS: Row[] = [
  [
    "half of a hill at its bend, whatever its steepness",
    () =>
      [0.3, 1, 4, 100].map((h) => funnel.expectedResult(7, "hill", 10, 7, h)),
    [5, 5, 5, 5],
    "definition",
  ],
  [
    "an h of 0 is a blank: 1",
    () => funnel.expectedResult(1, "hill", 10, 1, 0),
    5,
    "a blank cell may arrive as 0",
  ],
  [
    "h is read by hill alone",
    () => funnel.expectedResult(100, "power", 3, 0.5, 7),
    30,
    "3 x 10",
  ],
  [
    "small spends keep their digits",
    () => [
      funnel.expectedResult(1e-9, "log", 1, 1e9),
      funnel.expectedResult(1e-9, "exp", 1, 1e9),
    ],
    [1e-18, 1e-18],
    "x / b",
  ],
  [
    "no spend brings nothing, also of a steep curve",
    () => funnel.expectedResult(0, "hill", 10, 7, 5),
    0,
    "definition",
  ],
  [
    "the first result costs nothing where a curve begins vertically",
    () => [
      funnel.marginalCost(0, "power", 2, 0.5),
      funnel.marginalCost(0, "hill", 2, 10, 0.5),
    ],
    [0, 0],
    "the slope is infinite",
  ],
  [
    "and b / a where it begins with a slope",
    () => [
      funnel.marginalCost(0, "log", 2, 10),
      funnel.marginalCost(0, "exp", 2, 10),
      funnel.marginalCost(0, "hill", 2, 10),
      funnel.marginalCost(0, "power", 2, 1),
    ],
    [5, 5, 5, 0.5],
    "by hand",
  ],
  [
    "the points of a curve may come in any order",
    () => funnel.calibrateCurve("exp", 10_000, 12, 1000, 3),
    funnel.calibrateCurve("exp", 1000, 3, 10_000, 12),
    "definition",
  ],
  [
    "equal channels get equal parts",
    () => allocated(90_000, [LOG, LOG, LOG]),
    [30_000, 30_000, 30_000, 0],
    "symmetry",
  ],
  [
    "the first of two channels that rise evenly takes all it may",
    () =>
      allocated(
        100,
        [
          ["power", 2, 1],
          ["power", 2, 1],
          ["power", 1, 1],
        ],
        [0, 0, 10],
        [70, null, null],
      ),
    [70, 20, 10, 0],
    "in their order",
  ],
  [
    "a channel that rises evenly takes what the others no longer want",
    () =>
      allocated(100, [
        ["power", 2, 0.5],
        ["power", 0.25, 1],
      ]),
    [16, 84, 0],
    "1 / sqrt(16) = 0.25",
  ],
  ["no budget", () => allocated(0, [LOG, STEEP]), [0, 0, 0], "definition"],
  [
    "floors that are the whole budget, in thirds of a cent",
    () => allocated(0.3, [LOG, LOG], [0.1, 0.2]),
    [0.1, 0.2, 0],
    "0.1 + 0.2 is above 0.3 for a computer",
  ],
  [
    "nothing goes where nothing comes back",
    () => allocated(100, [["log", 0, 5], LOG], [5, 0], [null, 40]),
    [5, 40, 55],
    "definition",
  ],
  [
    "a cap of 0 is a cap of 0",
    () => allocated(100, [LOG, LOG], [0, 0], [0, null]),
    [0, 100, 0],
    "definition",
  ],
  [
    "money for one of two steep channels, not for both",
    () => allocated(50_000, [STEEP, STEEP]),
    [50_000, 0, 0],
    "50 against 2 x 11.1",
  ],
  [
    "money for both of them",
    () => allocated(300_000, [STEEP, STEEP]),
    [150_000, 150_000, 0],
    "symmetry",
  ],
  [
    "a steep channel that is too dear is left out",
    () => allocated(20_000, [["hill", 100, 500_000, 4], LOG]),
    [0, 20_000, 0],
    "2.6e-4 SQLs at most",
  ],
  [
    "a steep channel half-way up because the other one is full",
    () => allocated(30_000, [STEEP, LOG], [0, 0], [null, 10_000]),
    [20_000, 10_000, 0],
    "the only place left",
  ],
  [
    "seven of twenty equal steep channels, as many as the tangent asks for",
    () => {
      const spends = allocated(
        20 * 22_500,
        new Array<funnel.Curve>(20).fill(STEEP),
      );
      return [spends.filter((each) => each > 0).length, Math.min(...spends)];
    },
    [7, 0],
    "7 at 64,286 bring 476.0, 6 or 8 bring less",
  ],
  [
    "0.3 buys three units of 0.1",
    () => funnel.allocateUnits(0.3, 0.1, [["power", 1, 0.5]]),
    [3],
    "0.3 / 0.1 is below 3 for a computer",
  ],
  [
    "a unit too dear is not bought",
    () => funnel.allocateUnits(9.99, 10, [LOG, STEEP]),
    [0, 0],
    "definition",
  ],
  [
    "a tie goes to the earlier channel",
    () => funnel.allocateUnits(30_000, 10_000, [LOG, LOG]),
    [2, 1],
    "definition",
  ],
  [
    "no unit for what brings nothing",
    () =>
      funnel.allocateUnits(30_000, 10_000, [
        ["log", 0, 1],
        ["hill", 0, 1, 3],
      ]),
    [0, 0],
    "definition",
  ],
  [
    "a trillion units",
    () =>
      funnel.sum(funnel.allocateUnits(1e12, 1, [LOG, LOG, ["exp", 9, 1e11]])),
    1e12,
    "all are used",
  ],
  [
    "steep channels get whole teams",
    () =>
      funnel.allocateUnits(100_000, 25_000, [STEEP, STEEP, ["log", 1, 1e6]]),
    [2, 2, 0],
    "2 and 2 bring 100, 4 and 0 bring 88.9",
  ],
];

test.each(ROWS)("%s", (_, got, expected) => {
  expectClose(got(), expected, { rel: 1e-12, abs: 1e-9 });
});
