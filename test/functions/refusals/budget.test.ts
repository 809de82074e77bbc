/** What the faces of Budget refuse and pass on: error and exact sentence, on Microsoft's own runtime. */
import { callFace, column, installRuntime, row } from "../runtime";

const runtime = installRuntime();
const MISSING = new runtime.Error(runtime.ErrorCode.notAvailable);
const NUMBER = " - enter a number such as 1200 or 25%";
const CURVES = '"power", "log", "exp" or "hill"';
const LINES = [
  ["log", 60, 20_000, null],
  ["hill", 90, 40_000, 3],
];

type Row = [
  promise: string,
  id: string,
  args: unknown[],
  error: string,
  sentence: string,
];

const ROWS: Row[] = [
  ...[null, undefined, "", 0].map((blank): Row => [
    `a blank curve as ${String(blank)}`,
    "EXPECTED_RESULT",
    [100, blank, 1, 1],
    "#VALUE!",
    `curve must be ${CURVES}; got ""`,
  ]),
  [
    "a word for a spend",
    "MARGINAL_COST",
    ["all", "log", 1, 1],
    "#VALUE!",
    `spend must be a number; got the text "all"${NUMBER}`,
  ],
  [
    "an error in b",
    "EXPECTED_RESULT",
    [100, "log", 1, MISSING],
    "#N/A",
    "b holds the error #N/A - correct that cell first",
  ],
  [
    "no b",
    "EXPECTED_RESULT",
    [100, "log", 1, null],
    "#N/A",
    "b is blank or 0 - enter the spend at which the curve bends",
  ],
  [
    "a missing result",
    "CALIBRATE_CURVE",
    ["log", 100, null, 200, 5],
    "#N/A",
    "result_1 is blank or 0 - enter what was measured",
  ],
  [
    "a table of two columns",
    "ALLOCATE_BUDGET",
    [
      100,
      [
        ["log", 60],
        ["exp", 50],
      ],
    ],
    "#VALUE!",
    "curves must have 3 or 4 columns: curve, a, b and h; got 2 - select one line for each channel",
  ],
  [
    "a table of five rows",
    "ALLOCATE_BUDGET",
    [
      100,
      [
        ["log", "exp", "exp"],
        [1, 1, 1],
        [1, 1, 1],
        [1, 1, 1],
        [1, 1, 1],
      ],
    ],
    "#VALUE!",
    "curves must have 3 or 4 rows: curve, a, b and h; got 5 - select one line for each channel",
  ],
  [
    "one cell for a table",
    "ALLOCATE_UNITS",
    [100, 1, "log"],
    "#VALUE!",
    "curves must have 3 or 4 rows: curve, a, b and h; got 1 - select one line for each channel",
  ],
  [
    "headings in the table",
    "ALLOCATE_BUDGET",
    [100, [["Curve", "a", "b", "h"], ...LINES, ...LINES]],
    "#VALUE!",
    `a of line 1 must be a number; got the text "a"${NUMBER}`,
  ],
  [
    "an unknown curve in a line",
    "ALLOCATE_BUDGET",
    [100, [...LINES, ["Linear", 1, 1, 1]]],
    "#VALUE!",
    `curve of line 3 must be ${CURVES}; got "linear"`,
  ],
  [
    "a line without its curve",
    "ALLOCATE_UNITS",
    [100, 10, [...LINES, [null, 1, 1, 1]]],
    "#VALUE!",
    `curve of line 3 must be ${CURVES}; got ""`,
  ],
  [
    "a word in a line, lines in columns",
    "ALLOCATE_BUDGET",
    [
      100,
      [
        ["log", "exp"],
        [60, 50],
        [20, "many"],
      ],
    ],
    "#VALUE!",
    `b of line 2 must be a number; got the text "many"${NUMBER}`,
  ],
  [
    "a missing b in a line",
    "ALLOCATE_BUDGET",
    [100, [...LINES, ["exp", 5, null, null]]],
    "#N/A",
    "b of line 3 is blank or 0 - enter the spend at which the curve bends",
  ],
  [
    "a blank table",
    "ALLOCATE_BUDGET",
    [
      100,
      [
        [null, null, null],
        ["", 0, null],
      ],
    ],
    "#N/A",
    "curves are blank - give a line with curve, a and b for each channel",
  ],
  [
    "an error in the table",
    "ALLOCATE_BUDGET",
    [100, [...LINES, ["exp", MISSING, 1, 1]]],
    "#N/A",
    "a of line 3 holds the error #N/A - correct that cell first",
  ],
  [
    "an error for a curve",
    "ALLOCATE_BUDGET",
    [100, [...LINES, [MISSING, 1, 1, 1]]],
    "#N/A",
    "curves holds the error #N/A - correct that cell first",
  ],
  [
    "a ragged table",
    "ALLOCATE_UNITS",
    [
      100,
      10,
      [
        ["log", 1, 1, 1],
        ["exp", 1],
      ],
    ],
    "#VALUE!",
    "curves must have rows of one width; got 4 and 2 cells - select one rectangle",
  ],
  [
    "fewer floors than lines",
    "ALLOCATE_BUDGET",
    [100, LINES, column([1, 2, 3])],
    "#VALUE!",
    "curves and floors must have the same number of cells; got 2 and 3 - select ranges of the same length",
  ],
  [
    "floors above the budget",
    "ALLOCATE_BUDGET",
    [100, LINES, row([80, 80])],
    "#NUM!",
    "floors add up to more than the budget of 100 - lower them",
  ],
  [
    "a floor above its cap",
    "ALLOCATE_BUDGET",
    [100, LINES, row([80, 0]), row([60, 0])],
    "#VALUE!",
    "floor 1 must be at most its cap of 60; got 80 - lower the floor or raise the cap",
  ],
];

test.each(ROWS)("%s", (_, id, args, error, sentence) => {
  expect(callFace(id, args)).toEqual({ error, sentence });
});
