/** What the faces of rates and experiments refuse: error and exact sentence, on Microsoft's own runtime. */
import { callFace, column, installRuntime, row } from "../runtime";

beforeAll(() => {
  installRuntime();
});

const failed = { type: "Error", basicType: "Error", basicValue: "#REF!" };

test.each<
  [
    promise: string,
    id: string,
    args: unknown[],
    error: string,
    sentence: string,
  ]
>([
  [
    "blank cells: nothing entered",
    "CONVERSION_RATE",
    [null, null],
    "#N/A",
    "entered is blank or 0 - enter how many leads entered the stage",
  ],
  [
    "a text",
    "LEADS_PER_CONVERSION",
    ["five", 20],
    "#VALUE!",
    'converted must be a number; got the text "five" - enter a number such as 1200 or 25%',
  ],
  [
    "a range where a cell is meant",
    "RATE_RANGE",
    [row([1, 2]), 20],
    "#VALUE!",
    "converted must be one cell; got a range - choose one of its cells",
  ],
  [
    "a confidence that reads as 0",
    "RATE_RANGE",
    [1, 20, 0],
    "#VALUE!",
    "confidence must be above 0 and below 1; got 0 - enter a fraction such as 80% or 0.8",
  ],
  [
    "an unknown method",
    "RATE_RANGE",
    [1, 20, null, "Wald"],
    "#VALUE!",
    'method must be "wilson", "jeffreys", "exact", "midp", "agresti-coull" or "wilson-cc"; got "Wald"',
  ],
  [
    "a blank prior weight",
    "BLENDED_RATE",
    [1, 20, 0.05, ""],
    "#N/A",
    "prior_weight is blank or 0 - enter how many leads the prior rate is worth",
  ],
  [
    "segments of unequal ranges",
    "POOLED_RATES",
    [column([1, 2]), column([3])],
    "#VALUE!",
    "converted and entered must have the same number of cells; got 2 and 1 - select ranges of the same length",
  ],
  [
    "a table of segments",
    "POOLED_RATES",
    [
      [
        [1, 2],
        [3, 4],
      ],
      column([3]),
    ],
    "#VALUE!",
    "converted must be one row or one column; got 2 rows and 2 columns - give a single row or column",
  ],
  [
    "a text among the stages",
    "CHAIN_RANGE",
    [row([1, "x"]), row([3, 4])],
    "#VALUE!",
    'converted 2 must be a number; got the text "x" - enter a number such as 1200 or 25%',
  ],
  [
    "a blank group",
    "RATE_DIFFERENCE",
    [1, 10, null, null],
    "#N/A",
    "entered_2 is blank or 0 - enter how many leads entered the stage",
  ],
  [
    "a truth value",
    "EXPERIMENT_SIZE",
    [true, 0.02],
    "#VALUE!",
    "rate must be a number; got TRUE - enter a number such as 1200 or 25%",
  ],
])("%s", (_, id, args, error, sentence) => {
  expect(callFace(id, args)).toEqual({ error, sentence });
});

/** Calls that work; then an error in each argument in turn. */
const CALLS: [id: string, names: string[], args: unknown[]][] = [
  ["CONVERSION_RATE", ["converted", "entered"], [1, 20]],
  ["LEADS_PER_CONVERSION", ["converted", "entered"], [1, 20]],
  [
    "RATE_RANGE",
    ["converted", "entered", "confidence", "method"],
    [1, 20, 0.8, "midp"],
  ],
  [
    "BLENDED_RATE",
    ["converted", "entered", "prior_rate", "prior_weight", "confidence"],
    [1, 20, 0.05, 40, 0.8],
  ],
  ["PRIOR_WEIGHT", ["low", "high", "confidence"], [0.05, 0.15, 0.8]],
  ["POOLED_RATES", ["converted 1", "entered 1"], [1, 20]],
  ["CHAIN_RANGE", ["converted 1", "entered 1", "confidence"], [1, 20, 0.8]],
  [
    "RATE_DIFFERENCE",
    ["converted_1", "entered_1", "converted_2", "entered_2", "confidence"],
    [1, 20, 2, 20, 0.8],
  ],
  ["EXPERIMENT_SIZE", ["rate", "half_width", "confidence"], [0.05, 0.02, 0.8]],
];

test.each(CALLS)(
  "an error in a cell of %s comes out again",
  (id, names, args) => {
    expect(callFace(id, args)).toHaveProperty("value");
    names.forEach((name, at) => {
      const given = args.map((each, index) => (index === at ? failed : each));
      expect(callFace(id, given)).toEqual({
        error: "#REF!",
        sentence: `${name} holds the error #REF! - correct that cell first`,
      });
    });
  },
);

test("segments that do not differ: an error in the cell of the weight alone", () => {
  const { value } = callFace("POOLED_RATES", [
    column([2, 2]),
    column([20, 20]),
  ]) as {
    value: unknown[][];
  };
  expect(value.map(([each]) => each)).toEqual([
    0.1,
    expect.objectContaining({
      code: "#N/A",
      message:
        "the segments differ no more than chance does - each has the pooled rate, whatever the weight",
    }),
    0.1,
    0.1,
  ]);
});

test("whole columns: their blank tails count for nothing", () => {
  const tail = new Array<null>(3000).fill(null);
  expect(
    callFace("CHAIN_RANGE", [
      column([80, 35, ...tail]),
      column([1000, 100, ...tail]),
    ]),
  ).toEqual(callFace("CHAIN_RANGE", [column([80, 35]), column([1000, 100])]));
});
