/** What the Excel faces refuse and pass on: error, exact sentence, on Microsoft's own runtime. */
import { callFace, column, installRuntime, row } from "../runtime";

const runtime = installRuntime();
const NUMBER = " - enter a number such as 1200 or 25%";

type Row = [
  promise: string,
  id: string,
  args: unknown[],
  error: string,
  sentence: string,
];

test.each<Row>([
  [
    "25 typed for 25 %",
    "REQUIRED_MQLS",
    [2e6, 75000, 25, 0.25],
    "#VALUE!",
    "mql_to_sql must be above 0 and at most 1; got 25 - enter 25% or 0.25",
  ],
  [
    "a blank rate as null",
    "REQUIRED_MQLS",
    [2e6, 75000, null, 0.25],
    "#N/A",
    "mql_to_sql is blank or 0 - enter a rate above 0, such as 25%",
  ],
  [
    "a blank rate as 0",
    "REQUIRED_MQLS",
    [2e6, 75000, 0, 0.25],
    "#N/A",
    "mql_to_sql is blank or 0 - enter a rate above 0, such as 25%",
  ],
  [
    "a blank rate as text",
    "REQUIRED_MQLS",
    [2e6, 75000, "", 0.25],
    "#N/A",
    "mql_to_sql is blank or 0 - enter a rate above 0, such as 25%",
  ],
  [
    "text for money",
    "REQUIRED_DEALS",
    ["2 million", 75000],
    "#VALUE!",
    `bookings_target must be a number; got the text "2 million"${NUMBER}`,
  ],
  [
    "a number typed as text",
    "REQUIRED_SQLS",
    [1, 1, "25%"],
    "#VALUE!",
    `sql_to_booking must be a number; got the text "25%"${NUMBER}`,
  ],
  [
    "long text, shortened",
    "REQUIRED_DEALS",
    ["x".repeat(60), 1],
    "#VALUE!",
    `bookings_target must be a number; got the text "${"x".repeat(40)}…"${NUMBER}`,
  ],
  [
    "TRUE for a number",
    "REQUIRED_DEALS",
    [true, 1],
    "#VALUE!",
    `bookings_target must be a number; got TRUE${NUMBER}`,
  ],
  [
    "FALSE for a share that may be left out",
    "REQUIRED_DEALS",
    [1, 1, false],
    "#VALUE!",
    `source_share must be a number; got FALSE${NUMBER}`,
  ],
  [
    "a rich value without a number",
    "REQUIRED_DEALS",
    [{ type: "Entity", text: "Sales" }, 1],
    "#VALUE!",
    `bookings_target must be a number; got a value without a number${NUMBER}`,
  ],
  [
    "a rich value that is text",
    "REQUIRED_DEALS",
    [{ type: "String", basicType: "String", basicValue: "abc" }, 1],
    "#VALUE!",
    `bookings_target must be a number; got the text "abc"${NUMBER}`,
  ],
  [
    "a range for a cell",
    "REQUIRED_DEALS",
    [[[1, 2]], 1],
    "#VALUE!",
    "bookings_target must be one cell; got a range - choose one of its cells",
  ],
  [
    "a block for a list",
    "REQUIRED_VOLUMES",
    [
      1,
      1,
      [
        [0.5, 0.5],
        [0.5, 0.5],
      ],
    ],
    "#VALUE!",
    "rates must be one row or one column; got 2 rows and 2 columns - give a single row or column",
  ],
  [
    "an empty matrix",
    "REQUIRED_VOLUMES",
    [1, 1, []],
    "#VALUE!",
    "rates must be a range; got no cell - select the cells that hold the numbers",
  ],
  [
    "an empty row",
    "EXPECTED_VOLUMES",
    [1, [[]]],
    "#VALUE!",
    "rates must be a range; got no cell - select the cells that hold the numbers",
  ],
  [
    "more cells than a column has",
    "APPORTION",
    [1, new Array(1_048_577).fill([1])],
    "#VALUE!",
    "weights must be at most 1048576 cells; got 1048577 - give the part that holds numbers",
  ],
  [
    "a blank column",
    "REQUIRED_VOLUMES",
    [1, 1, new Array(1_048_576).fill([null])],
    "#N/A",
    "rates is blank - give a range that holds at least one rate",
  ],
  [
    "a missing rate at the end of a short range",
    "REQUIRED_VOLUMES",
    [1, 1, [[0.5, null]]],
    "#N/A",
    "rate 2 is blank or 0 - enter a rate above 0, such as 25%",
  ],
  [
    "text within a range",
    "EXPECTED_VOLUMES",
    [1, column([0.5, "n/a"])],
    "#VALUE!",
    `rate 2 must be a number; got the text "n/a"${NUMBER}`,
  ],
  [
    "a heading within a column",
    "APPORTION",
    [1, column(["Weight", 1])],
    "#VALUE!",
    `weight 1 must be a number; got the text "Weight"${NUMBER}`,
  ],
  [
    "TRUE within a range",
    "SOURCE_TARGETS",
    [1, row([true])],
    "#VALUE!",
    `share 1 must be a number; got TRUE${NUMBER}`,
  ],
  [
    "an unknown rounding",
    "REQUIRED_SQLS",
    [1, 1, 0.5, null, "up"],
    "#VALUE!",
    'rounding must be "none", "final" or "cascade"; got "up"',
  ],
  [
    "a number for rounding",
    "REQUIRED_SQLS",
    [1, 1, 0.5, null, 2],
    "#VALUE!",
    'rounding must be "none", "final" or "cascade"; got "2"',
  ],
  [
    "shares above 100 % in sum",
    "NTM_SPLIT",
    [100, 0.7, 0.4],
    "#VALUE!",
    "expansion_share and nnc_share must add up to at most 1; got 1.1 - lower one of them",
  ],
  [
    "an error in a cell",
    "REQUIRED_DEALS",
    [new runtime.Error(runtime.ErrorCode.notAvailable), 1],
    "#N/A",
    "bookings_target holds the error #N/A - correct that cell first",
  ],
  [
    "an error within a range",
    "REQUIRED_VOLUMES",
    [1, 1, [[0.5, new runtime.Error(runtime.ErrorCode.divisionByZero)]]],
    "#DIV/0!",
    "rate 2 holds the error #DIV/0! - correct that cell first",
  ],
  [
    "an error as a rich value",
    "EXPECTED_BOOKINGS",
    [1, [[{ type: "Error", basicType: "Error", basicValue: "#NUM!" }]], 1],
    "#NUM!",
    "rate 1 holds the error #NUM! - correct that cell first",
  ],
  [
    "an error that Excel cannot return",
    "REQUIRED_DEALS",
    [{ type: "Error", basicType: "Error", basicValue: "#SPILL!" }, 1],
    "#VALUE!",
    "bookings_target holds the error #SPILL! - correct that cell first",
  ],
  [
    "an error in an optional argument",
    "REQUIRED_REPS",
    [1, 1, new runtime.Error(runtime.ErrorCode.invalidName)],
    "#NAME?",
    "ramped_share holds the error #NAME? - correct that cell first",
  ],
])("refuses %s", (_, id, args, error, sentence) => {
  expect(callFace(id, args)).toEqual({ error, sentence });
});

test.each<[promise: string, id: string, args: unknown[], value: unknown]>([
  [
    "a single cell where a range may stand",
    "REQUIRED_VOLUMES",
    [100, 1, 0.5],
    [[200, 100]],
  ],
  [
    "a matrix of one cell where a cell must stand",
    "REQUIRED_DEALS",
    [[[100]], 1],
    100,
  ],
  [
    "a rich value with a number",
    "REQUIRED_DEALS",
    [
      {
        type: "FormattedNumber",
        basicType: "Double",
        basicValue: 100,
        numberFormat: "$0",
      },
      1,
    ],
    100,
  ],
  [
    "a rich empty cell",
    "REQUIRED_DEALS",
    [{ type: "Empty", basicType: "Empty", basicValue: "" }, 1],
    0,
  ],
  ["a rounding in capitals", "REQUIRED_DEALS", [1, 2, null, " FINAL "], 1],
  ["a blank rounding as 0", "REQUIRED_DEALS", [1, 2, null, 0], 0.5],
  ["a blank target", "REQUIRED_MQLS", [null, 100, 0, null], 0],
  [
    "a blank share among others",
    "SOURCE_TARGETS",
    [10, column([0.5, null, 0.5])],
    column([5, 0, 5]),
  ],
  [
    "a blank end of a short range",
    "APPORTION",
    [3, column([2, 1, null])],
    column([2, 1, 0]),
  ],
  [
    "rates in a column",
    "EXPECTED_VOLUMES",
    [100, column([0.5, 0.5])],
    column([50, 25]),
  ],
  ["an omitted term", "BOOKINGS_FOR_REVENUE", [23, row([1]), undefined], 24],
])("takes %s", (_, id, args, value) => {
  expect(callFace(id, args)).toEqual({ value });
});

test.each([null, "", 0])(
  "a whole column ends where its %p cells begin",
  (blank) => {
    const whole = new Array<unknown[]>(1_048_576).fill([blank]);
    whole.splice(0, 3, [0.08], [0.35], [0.22]);
    expect(
      callFace("REQUIRED_VOLUMES", [1e6, 30000, whole, null, "cascade"]),
    ).toEqual({
      value: column([5538, 443, 155, 34]),
    });
  },
);
