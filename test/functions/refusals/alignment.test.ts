/** What the faces of alignment refuse: error and exact sentence, on Microsoft's own runtime. */
import { callFace, column, installRuntime, row } from "../runtime";

beforeAll(() => {
  installRuntime();
});

type Row = [
  promise: string,
  id: string,
  args: unknown[],
  error: string,
  sentence: string,
];

const TABLE = [
  [1, 2],
  [3, 4],
];

test.each<Row>([
  [
    "unequal lines",
    "GAP_DRIVERS",
    [row([1, 2, 3]), row([1, 2])],
    "#VALUE!",
    "plan and actual must have the same number of cells; got 3 and 2 - select ranges of the same length",
  ],
  [
    "a line beside a table",
    "GAP_DRIVERS",
    [TABLE, row([1, 2])],
    "#VALUE!",
    "plan and actual must be of one size; got 2 x 2 and 1 x 2 cells - select the same drivers and segments of both",
  ],
  [
    "a table beside a cell",
    "GAP_DRIVERS",
    [5, TABLE],
    "#VALUE!",
    "plan and actual must be of one size; got 1 x 1 and 2 x 2 cells - select the same drivers and segments of both",
  ],
  [
    "rows of unequal width",
    "GAP_DRIVERS",
    [[[1, 2], [3]], TABLE],
    "#VALUE!",
    "plan must have rows of one width; got 2 and 1 cells - select one rectangle",
  ],
  [
    "text in a segment",
    "GAP_DRIVERS",
    [
      TABLE,
      [
        [1, 2],
        ["x", 4],
      ],
    ],
    "#VALUE!",
    'actual 2, 1 must be a number; got the text "x" - enter a number such as 1200 or 25%',
  ],
  [
    "a method nobody knows",
    "GAP_DRIVERS",
    [row([1]), row([2]), "fair"],
    "#VALUE!",
    'method must be "shapley", "lmdi" or "sequential"; got "fair"',
  ],
  [
    "a blank column",
    "GAP_DRIVERS",
    [column(new Array(200).fill(null)), column(new Array(200).fill(null))],
    "#N/A",
    "plan is blank - give a range that holds at least one driver",
  ],
  [
    "too few owners",
    "GAP_BY_OWNER",
    [row([1, 2]), row([1, 2]), "sales"],
    "#VALUE!",
    "plan, actual and owners must have the same number of cells; got 2, 2 and 1 - select ranges of the same length",
  ],
  [
    "too few owners of a table",
    "GAP_BY_OWNER",
    [TABLE, TABLE, "sales"],
    "#VALUE!",
    "owners must name one owner for each of the 2 drivers; got 1 - give a name for every driver",
  ],
  [
    "an owner that is no text",
    "GAP_BY_OWNER",
    [row([1, 2]), row([1, 2]), row(["sales", true])],
    "#VALUE!",
    "owner 2 must be a text; got TRUE - enter a text",
  ],
  [
    "nobody entered",
    "BELOW_AGREED",
    [null, null, 0.1],
    "#N/A",
    "entered is blank or 0 - enter how many leads entered the stage",
  ],
  [
    "a range for a count",
    "BELOW_AGREED",
    [row([1, 2]), 5, 0.1],
    "#VALUE!",
    "converted must be one cell; got a range - choose one of its cells",
  ],
])("%s", (_, id, args, error, sentence) => {
  expect(callFace(id, args)).toEqual({ error, sentence });
});
