/** What Credit promises beyond the reference cases; numbers by hand unless a source is named. */
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
    "a touch on the day of the close counts, one after it does not",
    () => funnel.creditSplit([46000, 46001, 46002], 46001, "linear"),
    [0.5, 0.5, 0],
    "definition",
  ],
  [
    "a blank touch is none",
    () => funnel.creditSplit([0, 46001, 0, 46000], 46001, "first"),
    [0, 0, 0, 1],
    "definition",
  ],
  [
    "two touches share the ends",
    () => funnel.creditSplit([46001, 46000], 46001, "position"),
    [0.5, 0.5],
    "definition",
  ],
  [
    "touches of one time keep their order",
    () => funnel.creditSplit([46000, 46000, 46000], 46001, "last"),
    [0, 0, 1],
    "definition",
  ],
  [
    "old touches do not vanish together",
    () => funnel.creditSplit([1000, 1001], 46000, "decay", 0.5),
    [0.2, 0.8],
    "2^-2 against 1",
  ],
  [
    "a half-life without end is linear",
    () => funnel.creditSplit([100, 20000], 46000, "decay", 1e300),
    [0.5, 0.5],
    "limit",
  ],
  [
    "capitals and spaces tell no teams apart, the first spelling stays",
    () =>
      funnel.teamCredit(
        10,
        [46000, 46001, 46002, 46003],
        ["Inside  Sales", "inside sales ", "Partner", ""],
        46004,
        "linear",
      ),
    [
      ["Inside Sales", 5],
      ["Partner", 2.5],
      ["(no team)", 2.5],
    ],
    "by hand",
  ],
  [
    "a team without credit is shown with 0, a blank line not at all",
    () =>
      funnel.teamCredit(
        10,
        [46000, 46009, 0, 0],
        ["Sales", "Partner", "Events", ""],
        46001,
        "linear",
      ),
    [
      ["Sales", 10],
      ["Partner", 0],
      ["Events", 0],
    ],
    "definition",
  ],
  [
    "empty steps, spaces and capitals make no difference",
    () =>
      funnel.shapleyCredit(
        [" Web>event ", "web > > EVENT", "> event >"],
        [1, 1, 1],
      ),
    [
      ["Web", 1],
      ["event", 2],
    ],
    "by hand",
  ],
  [
    "channels may have any name",
    () =>
      funnel.shapleyCredit(
        ["__proto__ > constructor", "paid & social (EU), 50% - <b", "1"],
        [2, 3, 4],
      ),
    [
      ["__proto__", 1],
      ["constructor", 1],
      ["paid & social (EU), 50% - <b", 3],
      ["1", 4],
    ],
    "definition",
  ],
  [
    "a path may come in several rows",
    () => funnel.markovCredit(["a > b", "b", "a > b"], [1, 2, 3], [4, 5, 6]),
    funnel.markovCredit(["a > b", "b"], [4, 2], [10, 5]),
    "sums",
  ],
  [
    "steps on the spot change nothing",
    () => funnel.markovCredit(["a > a > a > b", "b > b"], [1, 2], [4, 5]),
    funnel.markovCredit(["a > b", "b"], [1, 2], [4, 5]),
    "a chain leaves a state for each other one in the same proportions",
  ],
  [
    "customers who circle a thousand times come out exactly",
    () => funnel.markovCredit(["a > b > ".repeat(1000)], [7], [5]),
    [
      ["a", 1, 3.5],
      ["b", 1, 3.5],
    ],
    "every conversion passes both",
  ],
  [
    "a channel that nobody bought after gets nothing",
    () => funnel.markovCredit(["a", "b"], [2, 0], [0, 5]),
    [
      ["a", 1, 2],
      ["b", 0, 0],
    ],
    "definition",
  ],
  [
    "a channel on paths without customers gets nothing",
    () => funnel.markovCredit(["a", "b > c"], [2, 0], [1, 0]),
    [
      ["a", 1, 2],
      ["b", 0, 0],
      ["c", 0, 0],
    ],
    "definition",
  ],
  [
    "counts of any size",
    () =>
      [1e307, 1e-300].flatMap((size) =>
        funnel
          .markovCredit(["a > b", "b"], [size, 2 * size], [4 * size, 5 * size])
          .map(([, effect, credit]) => [effect, credit / size]),
      ),
    [1, 1].flatMap(() =>
      funnel
        .markovCredit(["a > b", "b"], [1, 2], [4, 5])
        .map(([, effect, credit]) => [effect, credit]),
    ),
    "only proportions matter",
  ],
  [
    "a threshold is reached at the threshold, a cap at the cap",
    () =>
      funnel.bonusPayout(
        100,
        [1, 1, 1, 1],
        [0.7, 0.69, 1.5, 9],
        0,
        0,
        0.7,
        1.5,
      ),
    [17.5, 0, 37.5, 37.5],
    "100 / 4 x 0.7 and x 1.5",
  ],
  [
    "all at 100 % empty the pool",
    () =>
      funnel.sum(funnel.bonusPayout(1000, [3, 5, 1], [1, 1, 1], 1, 0.3, 1, 1)),
    1000,
    "definition",
  ],
  [
    "a team without weight gets nothing",
    () => funnel.bonusPayout(1000, [1, 0], [1, 1], 1, 0.3, 0.5, 2),
    [1000, 0],
    "definition",
  ],
];

test.each(ROWS)("%s", (_, got, expected) => {
  expectClose(got(), expected, { rel: 1e-14 });
});
