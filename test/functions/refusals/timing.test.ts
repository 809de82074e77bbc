/** What the Excel faces of Timing refuse, take and pass on. */
import { callFace, column, installRuntime, row } from "../runtime";

const runtime = installRuntime();
const error = (code: CustomFunctions.ErrorCode) => new runtime.Error(code);
const { notAvailable, divisionByZero, invalidReference } = runtime.ErrorCode;
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
    "text among bookings",
    "REQUIRED_SCHEDULE",
    [row([100, "tbd"]), 1, 0.5, 1],
    "#VALUE!",
    `bookings 2 must be a number; got the text "tbd"${NUMBER}`,
  ],
  [
    "a block for a list",
    "SPREAD_SCHEDULE",
    [
      [
        [1, 2],
        [3, 4],
      ],
      1,
      0.5,
      row([1]),
    ],
    "#VALUE!",
    "bookings_by_period must be one row or one column; got 2 rows and 2 columns - give a single row or column",
  ],
  [
    "an error in a lag share",
    "EXPECTED_SCHEDULE",
    [row([1]), 0.5, row([0.5, error(divisionByZero)]), 1],
    "#DIV/0!",
    "lag share 2 holds the error #DIV/0! - correct that cell first",
  ],
  [
    "an error in an optional range",
    "EXPECTED_SCHEDULE",
    [row([1]), 0.5, row([1]), 1, row([error(invalidReference)])],
    "#REF!",
    "opening bookings 1 holds the error #REF! - correct that cell first",
  ],
  [
    "a blank rate below a target, as 0",
    "SPREAD_SCHEDULE",
    [row([1]), 1, 0, row([1])],
    "#N/A",
    "rate is blank or 0 - enter a rate above 0, such as 25%",
  ],
  [
    "a blank rate below a target, as nothing",
    "FEASIBLE_SCHEDULE",
    [row([1]), 1, null, row([1])],
    "#N/A",
    "rate is blank or 0 - enter a rate above 0, such as 25%",
  ],
  [
    "an error among the lags of stages, by place",
    "EXPECTED_STAGES",
    [row([1]), row([0.5, 0.5]), [[1], [error(notAvailable)]]],
    "#N/A",
    "lags 2, 1 holds the error #N/A - correct that cell first",
  ],
  [
    "lags in columns",
    "EXPECTED_STAGES",
    [row([1, 2]), row([0.5]), column([0.5, 0.5])],
    "#VALUE!",
    "lags must have one row for each of the 1 rates; got 2 - lay the lag shares of each step along a row",
  ],
  [
    "blank periods as 0",
    "EXPECTED_STAGES",
    [row([1, 2]), row([0.5]), row([1]), 0],
    "#VALUE!",
    "periods must be a whole number from 1 to 5000; got 0 - enter how many periods to show",
  ],
  [
    "a text for a date",
    "CREATE_BY",
    ["31 March", 90],
    "#VALUE!",
    'booking_date must be a date; got the text "31 March" - enter a date such as 31-Mar-2027',
  ],
  [
    "a blank date",
    "FISCAL_PERIOD",
    [null, 2],
    "#N/A",
    "date is blank - enter a date such as 31-Mar-2027",
  ],
  [
    "a fiscal week",
    "FISCAL_PERIOD",
    [46_112, 2, "week"],
    "#VALUE!",
    'period must be "Q", "M" or "Y"; got "week"',
  ],
  [
    "one shape for gengamma",
    "LAG_SHARES",
    [30, 0.9, 30, 3, null, "gengamma"],
    "#VALUE!",
    "shape must be two cells for gengamma, sigma and Q; got 1 - select both",
  ],
  [
    "a shape for exponential",
    "LAG_SHARES",
    [30, 0.8, 30, 3, null, "exponential"],
    "#VALUE!",
    'shape must be 1 or blank for exponential; got 0.8 - choose "weibull" for another shape',
  ],
  [
    "counts and ages of different length",
    "OPEN_FORECAST",
    [row([1, 2]), row([1]), 0.5, 30, 1, 30, 3],
    "#VALUE!",
    "open_counts and ages_days must have the same number of cells; got 2 and 1 - select ranges of the same length",
  ],
  [
    "a capacity in words",
    "EARLIEST_VOLUME",
    [row([1]), 0.5, row([1]), null, "none"],
    "#VALUE!",
    `capacity must be a number; got the text "none"${NUMBER}`,
  ],
])("refuses %s", (_, id, args, code, sentence) => {
  expect(callFace(id, args)).toEqual({ error: code, sentence });
});

const exp = (...days: number[]) => days.map((each) => Math.exp(-each));

test.each<[promise: string, id: string, args: unknown[], value: unknown]>([
  ["one cell for a list", "SPREAD_SCHEDULE", [100, 1, 0.5, 1], [[200]]],
  [
    "bookings down and lag shares across",
    "SPREAD_SCHEDULE",
    [column([10, 20]), 1, 0.5, row([0.5, 0.5])],
    column([10, 30, 20]),
  ],
  [
    "stages of volumes in a column: rows are stages all the same",
    "EXPECTED_STAGES",
    [
      column([100, 0]),
      column([0.5, 0.2]),
      [
        [1, 0],
        [0, 1],
      ],
    ],
    [
      [50, 0],
      [0, 10],
    ],
  ],
  [
    "closest volumes down a column, the shortfall beside them",
    "FEASIBLE_SCHEDULE",
    [column([1000, 1000]), 100, 0.5, row([0, 1]), null],
    [
      [20, 1000],
      [0, 0],
    ],
  ],
  [
    "a blank capacity as 0: no limit",
    "EARLIEST_VOLUME",
    [row([30, 0]), 0.5, row([0.5, 0.5]), "", 0],
    120,
  ],
  [
    "a blank capacity as nothing: no limit",
    "EARLIEST_VOLUME",
    [row([30, 0]), 0.5, row([0.5, 0.5]), [[null]], null],
    120,
  ],
  [
    "a fiscal period in small letters",
    "FISCAL_PERIOD",
    [46_119, 2, " m "],
    "FY27 M03",
  ],
  ["a fiscal period left out", "FISCAL_PERIOD", [46_119, 2, null], "FY27 Q1"],
  [
    "an exponential lag without a shape",
    "LAG_SHARES",
    [30, null, 30, 2, "START", "Exponential"],
    row([-Math.expm1(-1), exp(1)[0]! - exp(2)[0]!]),
  ],
])("takes %s", (_, id, args, value) => {
  expect(callFace(id, args)).toEqual({ value });
});

test("a period beyond the plan is #N/A in its own cell, with its sentence", () => {
  const outcome = callFace("REQUIRED_SCHEDULE", [row([10, 20]), 1, 0.5, 1]);
  const [[first, last]] = (outcome as { value: [[number, unknown]] }).value;
  expect(first).toBe(40);
  expect(last).toMatchObject({
    code: "#N/A",
    message:
      "with lag_periods 1 the deals of this period's leads come after the last of the 2 targets - extend the plan",
  });
});

test("sigma and Q stand in two cells, either way", () => {
  const along = [row([0.9, 0.5]), column([0.9, 0.5])].map((shape) =>
    callFace("LAG_SHARES", [40, shape, 30, 3, "start", "gengamma"]),
  );
  expect(along[0]).toHaveProperty("value");
  expect(along[1]).toEqual(along[0]);
});

test("whole columns end where their cells end", () => {
  const whole = (values: unknown[]) => [
    ...column(values),
    ...new Array<unknown[]>(1_048_576 - values.length).fill([null]),
  ];
  expect(
    callFace("EXPECTED_SCHEDULE", [whole([10, 20]), 0.5, whole([1]), 10]),
  ).toEqual({ value: column([50, 100]) });
  // Ages of 0 count as long as there are leads of that age.
  const [expected] = (
    callFace("OPEN_FORECAST", [
      whole([100, 50, 0, 20]),
      whole([30, 0, 0, 0]),
      1,
      30,
      1,
      30,
      1,
    ]) as { value: [number][] }
  ).value[0]!;
  expect(expected).toBeCloseTo(170 * (1 - Math.exp(-1)), 9);
});
