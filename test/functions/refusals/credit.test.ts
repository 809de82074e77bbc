/** What the faces of Credit refuse and pass on: error and exact sentence, on Microsoft's own runtime. */
import { callFace, column, installRuntime, row } from "../runtime";

const runtime = installRuntime();
const MISSING = new runtime.Error(runtime.ErrorCode.notAvailable);
const DIVIDED = new runtime.Error(runtime.ErrorCode.divisionByZero);
const NUMBER = " - enter a number such as 1200 or 25%";
const MODELS = '"first", "last", "linear", "position" or "decay"';

type Row = [
  promise: string,
  id: string,
  args: unknown[],
  error: string,
  sentence: string,
];

const ROWS: Row[] = [
  ...[null, undefined, "", 0].map((blank): Row => [
    `a blank model as ${String(blank)}`,
    "CREDIT_SPLIT",
    [row([46000]), 46001, blank],
    "#VALUE!",
    `model must be ${MODELS}; got ""`,
  ]),
  [
    "a number for a model",
    "CREDIT_SPLIT",
    [row([46000]), 46001, 7],
    "#VALUE!",
    `model must be ${MODELS}; got "7"`,
  ],
  [
    "a date typed as text",
    "CREDIT_SPLIT",
    [column([46000, "5 May"]), 46001, "linear"],
    "#VALUE!",
    `touch date 2 must be a date; got the text "5 May" - enter a date such as 31-Mar-2027`,
  ],
  [
    "touches in a block",
    "CREDIT_SPLIT",
    [
      [
        [46000, 46001],
        [46000, 46001],
      ],
      46001,
      "linear",
    ],
    "#VALUE!",
    "touch_dates must be one row or one column; got 2 rows and 2 columns - give a single row or column",
  ],
  [
    "an error among the touches",
    "CREDIT_SPLIT",
    [row([46000, MISSING]), 46001, "linear"],
    "#N/A",
    "touch date 2 holds the error #N/A - correct that cell first",
  ],
  [
    "an error for a half-life that the model does not read",
    "CREDIT_SPLIT",
    [row([46000]), 46001, "linear", DIVIDED],
    "#DIV/0!",
    "half_life_days holds the error #DIV/0! - correct that cell first",
  ],
  [
    "TRUE for a team",
    "TEAM_CREDIT",
    [100, row([46000]), row([true]), 46001, "linear"],
    "#VALUE!",
    "team 1 must be a text; got TRUE - enter a text",
  ],
  [
    "an error among the teams",
    "TEAM_CREDIT",
    [100, row([46000, 46000]), row(["x", MISSING]), 46001, "linear"],
    "#N/A",
    "team 2 holds the error #N/A - correct that cell first",
  ],
  [
    "fewer teams than touches",
    "TEAM_CREDIT",
    [100, column([46000, 46000]), column(["x"]), 46001, "linear"],
    "#VALUE!",
    "teams and touch_dates must have the same number of cells; got 1 and 2 - select ranges of the same length",
  ],
  [
    "ranges of three lengths",
    "MARKOV_CREDIT",
    [column(["a", "b"]), column([1, 2]), column([1, 2, 3])],
    "#VALUE!",
    "paths, conversions and nulls must have the same number of cells; got 2, 2 and 3 - select ranges of the same length",
  ],
  [
    "a heading among the counts",
    "MARKOV_CREDIT",
    [column(["Path", "b"]), column(["Conversions", 2])],
    "#VALUE!",
    `conversions of path 1 must be a number; got the text "Conversions"${NUMBER}`,
  ],
  [
    "blank columns",
    "SHAPLEY_CREDIT",
    [column(new Array(200).fill(null)), column(new Array(200).fill(0))],
    "#N/A",
    "paths is blank - give a range that holds at least one path",
  ],
  [
    "an error among the paths",
    "SHAPLEY_CREDIT",
    [column(["a > b", MISSING]), column([1, 1])],
    "#N/A",
    "path 2 holds the error #N/A - correct that cell first",
  ],
  [
    "fewer attainments than weights",
    "BONUS_PAYOUT",
    [100, row([1, 1]), row([1]), 1, 0.5, 0.7, 1.5],
    "#VALUE!",
    "weights and own_attainment must have the same number of cells; got 2 and 1 - select ranges of the same length",
  ],
  [
    "90 typed for 90 %",
    "BONUS_PAYOUT",
    [100, row([1, 1]), row([1, 90]), 1, 0.5, 0.7, 1.5],
    "#VALUE!",
    "own_attainment 2 must be a ratio of at most 10; got 90 - enter 90% or 0.9",
  ],
];

test.each(ROWS)("%s", (_, id, args, error, sentence) => {
  expect(callFace(id, args)).toEqual({ error, sentence });
});
