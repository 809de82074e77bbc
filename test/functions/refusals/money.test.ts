/** What the Excel faces of Money refuse, take and pass on. */
import { callFace, column, installRuntime, row } from "../runtime";

const runtime = installRuntime();
const error = (code: CustomFunctions.ErrorCode) => new runtime.Error(code);
const NUMBER = " - enter a number such as 1200 or 25%";

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
    "text for money",
    "COST_PER",
    ["50k", 400],
    "#VALUE!",
    `spend must be a number; got the text "50k"${NUMBER}`,
  ],
  [
    "TRUE for a margin",
    "ROMI",
    [1, true, 1],
    "#VALUE!",
    `contribution_margin must be a number; got TRUE${NUMBER}`,
  ],
  [
    "a range for a cell",
    "CAC",
    [[[1, 2]], 1, 1],
    "#VALUE!",
    "marketing_spend must be one cell; got a range - choose one of its cells",
  ],
  [
    "ranges of different length",
    "COST_PER_STAGE",
    [row([1, 2]), row([1])],
    "#VALUE!",
    "spend_by_stage and volumes must have the same number of cells; got 2 and 1 - select ranges of the same length",
  ],
  [
    "a block for a list",
    "LAGGED_CAC",
    [
      [
        [1, 2],
        [3, 4],
      ],
      row([1, 1]),
      row([1]),
    ],
    "#VALUE!",
    "spend_by_period must be one row or one column; got 2 rows and 2 columns - give a single row or column",
  ],
  [
    "a blank lag",
    "LAGGED_CAC",
    [row([1, 2]), row([1, 1]), row([null, ""])],
    "#N/A",
    "lag_shares is blank or 0 - enter the share converting 0, 1, 2 ... periods later",
  ],
  [
    "an error in a cell",
    "ATTAINMENT",
    [error(runtime.ErrorCode.notAvailable), 1],
    "#N/A",
    "actual holds the error #N/A - correct that cell first",
  ],
  [
    "an error in a range",
    "COST_PER_STAGE",
    [row([1, 2]), row([1, error(runtime.ErrorCode.divisionByZero)])],
    "#DIV/0!",
    "volume 2 holds the error #DIV/0! - correct that cell first",
  ],
  [
    "an error in an optional argument",
    "CAC_PAYBACK",
    [1, 1, 1, error(runtime.ErrorCode.invalidName)],
    "#NAME?",
    "monthly_churn holds the error #NAME? - correct that cell first",
  ],
  [
    "no confidence at all",
    "CAC_RANGE",
    [1, 1, 1, 0],
    "#VALUE!",
    "confidence must be above 0 and below 1; got 0 - enter a fraction such as 80% or 0.8",
  ],
])("refuses %s", (_, id, args, code, sentence) => {
  expect(callFace(id, args)).toEqual({ error: code, sentence });
});

test.each<[promise: string, id: string, args: unknown[], value: unknown]>([
  ["a blank spend", "COST_PER", [null, 5], 0],
  ["one cell for a list", "COST_PER_STAGE", [100, [[4]]], [[25]]],
  [
    "volumes that run the other way",
    "COST_PER_STAGE",
    [column([100, 50]), row([10, 5])],
    column([10, 30]),
  ],
  ["a blank discount", "LIFETIME_VALUE", [100, 0.5, 0.1, null], 500],
  ["a blank churn as 0", "CAC_PAYBACK", [100, 50, 0.5, 0], 4],
])("takes %s", (_, id, args, value) => {
  expect(callFace(id, args)).toEqual({ value });
});

test("whole columns end where their cells end", () => {
  const whole = (values: unknown[]) => [
    ...column(values),
    ...new Array<unknown[]>(1_048_576 - values.length).fill([null]),
  ];
  expect(
    callFace("LAGGED_CAC", [whole([10, 20, 30]), whole([1, 2, 3]), whole([1])]),
  ).toEqual({ value: column([10, 10, 10]) });
});
