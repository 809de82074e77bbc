/** What the faces of cohorts refuse and what their words say: exact sentences, on Microsoft's own runtime. */
import { callFace, column, installRuntime, row } from "../runtime";

beforeAll(() => {
  installRuntime();
});

const ENTERED = [46_000, 46_010, 46_020, 46_030, 46_040, 46_050];
const WON = [46_003, 46_010, 46_029, 0, 0, 46_062];
const AS_OF = 46_400;
const DATES = [column(ENTERED), column(WON), AS_OF];
const COUNTS = [column([0, 5, 30]), column([3, 2, 0]), column([4, 6, 20])];
const MODELS =
  'model must be "weibull", "exponential", "lognormal" or "gengamma"';

/** The dates with one cell changed. */
const changed = (dates: number[], at: number, cell: unknown): unknown[][] =>
  column(dates.map((each, place) => (place === at ? cell : each)));

type Row = [
  promise: string,
  id: string,
  args: unknown[],
  error: string,
  sentence: string,
];

test.each<Row>([
  [
    "columns of different length",
    "COHORT_RATE",
    [column(ENTERED), column(WON.slice(1)), AS_OF],
    "#VALUE!",
    "entered_dates and converted_dates must have the same number of cells; got 6 and 5 - select ranges of the same length",
  ],
  [
    "a lost column of another length",
    "COHORT_CURVE",
    [...DATES, 30, null, column([0, 0])],
    "#VALUE!",
    "entered_dates, converted_dates and lost_dates must have the same number of cells; got 6, 6 and 2 - select ranges of the same length",
  ],
  [
    "a table for a column",
    "COHORT_LAG",
    [[ENTERED, ENTERED], column(WON), AS_OF],
    "#VALUE!",
    "entered_dates must be one row or one column; got 2 rows and 6 columns - give a single row or column",
  ],
  [
    "more leads than the cap",
    "COHORT_RATE",
    [
      Array<unknown[]>(1_048_577).fill([46_000]),
      Array<unknown[]>(1_048_577).fill([46_001]),
      AS_OF,
    ],
    "#VALUE!",
    "entered_dates must be at most 1048576 cells; got 1048577 - give the part that holds numbers",
  ],
  [
    "a word for a date",
    "COHORT_RATE",
    [column(ENTERED), changed(WON, 3, "open"), AS_OF],
    "#VALUE!",
    'converted date 4 must be a date; got the text "open" - enter a date such as 31-Mar-2027',
  ],
  [
    "a heading over one column only",
    "COHORT_RATE",
    [changed(ENTERED, 0, "Created"), column(WON), AS_OF],
    "#VALUE!",
    'entered date 1 must be a date; got the text "Created" - enter a date such as 31-Mar-2027',
  ],
  [
    "a number that is no date",
    "COHORT_CURVE",
    [changed(ENTERED, 1, 12), column(WON), AS_OF, 30],
    "#VALUE!",
    "entered date 2 must be a date from 1 March 1900 to 31 December 9999; got 12 - enter a date such as 31-Mar-2027",
  ],
  [
    "a negative date",
    "COHORT_LAG",
    [column(ENTERED), changed(WON, 2, -1), AS_OF],
    "#VALUE!",
    "converted date 3 must be a date from 1 March 1900 to 31 December 9999; got -1 - enter a date such as 31-Mar-2027",
  ],
  [
    "a century in the wrong place",
    "COHORT_RATE",
    [changed(ENTERED, 1, 61), column(WON), AS_OF],
    "#VALUE!",
    "row 2 spans 45949 days; at most 36525 (100 years) - check its dates",
  ],
  [
    "as_of left blank",
    "COHORT_RATE",
    [column(ENTERED), column(WON), null],
    "#N/A",
    "as_of is blank - enter a date such as 31-Mar-2027",
  ],
  [
    "as_of before the first lead",
    "COHORT_CURVE",
    [column(ENTERED), column(WON), 45_999, 30],
    "#N/A",
    "no lead had entered by as_of - check entered_dates and as_of",
  ],
  [
    "blank columns",
    "COHORT_RATE",
    [column([0, 0]), column([0, 0]), AS_OF],
    "#N/A",
    "no lead had entered by as_of - check entered_dates and as_of",
  ],
  [
    "two conversions, the others not yet known on that day",
    "COHORT_RATE",
    [column(ENTERED), column(WON), 46_025],
    "#N/A",
    "a fit needs at least 3 conversions; got 2 - wait for more, or use BLENDED_RATE",
  ],
  [
    "80 typed for 80 %",
    "COHORT_RATE",
    [...DATES, 80],
    "#VALUE!",
    "confidence must be above 0 and below 1; got 80 - enter 80% or 0.8",
  ],
  [
    "an unknown model",
    "COHORT_RATE",
    [...DATES, null, null, "cox"],
    "#VALUE!",
    `${MODELS}; got "cox"`,
  ],
  [
    "25 typed for a prior of 25 %",
    "COHORT_RATE",
    [...DATES, null, null, null, 25, 40],
    "#VALUE!",
    "prior_rate must be between 0 and 1; got 25 - enter 25% or 0.25",
  ],
  [
    "a prior without its weight",
    "COHORT_RATE_COUNTS",
    [...COUNTS, null, null, 0.25],
    "#VALUE!",
    "prior_weight must be above 0 beside a prior_rate of 0.25; got 0 - enter how many leads the belief is worth",
  ],
  [
    "a weight without its prior",
    "COHORT_RATE_COUNTS",
    [...COUNTS, null, null, "", 40],
    "#N/A",
    "prior_rate is blank or 0 - enter the rate you believe in, such as 25%",
  ],
  [
    "a negative weight",
    "COHORT_RATE_COUNTS",
    [...COUNTS, null, null, 0.25, -40],
    "#VALUE!",
    "prior_weight must be 0 or more; got -40 - enter it without the minus sign",
  ],
  [
    "a negative count",
    "COHORT_RATE_COUNTS",
    [COUNTS[0], column([3, -2, 0]), COUNTS[2]],
    "#VALUE!",
    "converted 2 must be 0 or more; got -2 - enter it without the minus sign",
  ],
  [
    "a negative day",
    "COHORT_CURVE_COUNTS",
    [column([0, -5, 30]), COUNTS[1], COUNTS[2], 10],
    "#VALUE!",
    "day 2 must be 0 or more; got -5 - enter it without the minus sign",
  ],
  [
    "counts that no log holds",
    "COHORT_CURVE_COUNTS",
    [COUNTS[0], column([3, 1e13, 0]), COUNTS[2], 10],
    "#VALUE!",
    "row 2 must hold at most 1000000000000 leads; got 10000000000006 - check the counts",
  ],
  [
    "nobody",
    "COHORT_CURVE_COUNTS",
    [COUNTS[0], column([0, 0, 0]), column([0, 0, 0]), 10],
    "#N/A",
    "converted and open are blank or 0 - give at least one lead",
  ],
  [
    "days that are none",
    "COHORT_RATE_COUNTS",
    [column([0, 5, 46_000]), COUNTS[1], COUNTS[2]],
    "#VALUE!",
    "days must be at most 36525 (100 years) and whole; got 3 different days up to 46000 - check them",
  ],
  [
    "half a dozen leads too few",
    "COHORT_RATE_COUNTS",
    [COUNTS[0], column([1, 1.5, 0]), COUNTS[2]],
    "#N/A",
    "a fit needs at least 3 conversions; got 2.5 - wait for more, or use BLENDED_RATE",
  ],
  [
    "a day before entry",
    "COHORT_CURVE",
    [...DATES, column([30, -2])],
    "#VALUE!",
    "day 2 must be 0 or more; got -2 - enter it without the minus sign",
  ],
  [
    "a share of all",
    "COHORT_LAG",
    [...DATES, row([0.5, 1])],
    "#VALUE!",
    "share 2 must be above 0 and below 1; got 1 - enter a fraction such as 80% or 0.8",
  ],
  [
    "90 typed for 90 %",
    "COHORT_LAG",
    [...DATES, 90],
    "#VALUE!",
    "share 1 must be above 0 and below 1; got 90 - enter 90% or 0.9",
  ],
])("%s", (_, id, args, error, sentence) => {
  expect(callFace(id, args)).toEqual({ error, sentence });
});

/** The words in the last cell of the first line. */
function words(id: string, args: unknown[]): unknown {
  const outcome = callFace(id, args);
  if (!("value" in outcome)) return outcome;
  return (outcome.value as unknown[][])[0]!.at(-1);
}

const MATURE = "mature: 100 % of the final conversions have happened";

test.each<[promise: string, id: string, args: unknown[], words: string]>([
  ["a cohort of last year", "COHORT_RATE", DATES, MATURE],
  [
    "a cohort that nobody can judge",
    "COHORT_RATE",
    [column(ENTERED), column(WON), 46_062],
    "the data cannot tell the final rate: at least 42.8 % - add older leads or a prior",
  ],
  [
    "its lag",
    "COHORT_LAG",
    [column(ENTERED), column(WON), 46_062],
    "the data cannot tell the final rate: conversions still to come may take longer - add older leads",
  ],
  [
    "a cohort on its way",
    "COHORT_RATE_COUNTS",
    [
      column([0, 1, 2, 4, 7, 12, 20, 35, 60, 120]),
      column([9, 7, 6, 8, 7, 5, 5, 3, 1, 0]),
      column([3, 3, 4, 8, 12, 20, 30, 40, 60, 140]),
      null,
      "lognormal",
    ],
    "still maturing: 85.7 % of the final conversions have happened",
  ],
  [
    "one row with a conversion before its entry",
    "COHORT_RATE",
    [column([...ENTERED, 46_100]), column([...WON, 46_099]), AS_OF],
    `${MATURE}; 1 row left out, first row 7: it was converted before it entered`,
  ],
  [
    "several, below a heading",
    "COHORT_CURVE",
    [
      column(["Created", 0, 46_100, ...ENTERED]),
      column(["Won", 46_200, 46_000, ...WON]),
      AS_OF,
      30,
    ],
    "2 leads followed that long; 2 rows left out, first row 2: it has no entered date",
  ],
  [
    "a loss before entry",
    "COHORT_RATE",
    [...DATES, null, column([0, 0, 0, 46_012, 0, 0])],
    `${MATURE}; 1 row left out, first row 4: it was lost before it entered`,
  ],
  [
    "one lead",
    "COHORT_CURVE",
    [46_000, 46_030, AS_OF, 30],
    "1 lead followed that long",
  ],
  [
    "beyond the oldest lead",
    "COHORT_CURVE",
    [...DATES, 500],
    "no open lead was followed that long",
  ],
])("the words about %s", (_, id, args, expected) => {
  expect(words(id, args)).toBe(expected);
});

test("beyond the oldest open lead the curve is an error with its sentence, cell by cell", () => {
  const { value } = callFace("COHORT_CURVE", [...DATES, row([30, 500])]) as {
    value: unknown[][];
  };
  for (const line of value.slice(0, 3))
    expect(line[1]).toMatchObject({
      code: "#N/A",
      message:
        "no lead has been followed for 500 days; the oldest is 370 days old - ask for a day up to that",
    });
});

test("what happens after as_of has not happened", () => {
  const asOf = 46_045;
  const now = [
    column(ENTERED.slice(0, 5)),
    column([46_003, 46_010, 46_029, 0, 0]),
    asOf,
    column([0, 5, 15]),
    null,
    column([0, 0, 0, 46_044, 0]),
  ];
  const later = [
    column(ENTERED),
    column([46_003, 46_010, 46_029, 46_046, 0, 46_062]),
    asOf,
    column([0, 5, 15]),
    null,
    column([46_050, 0, 46_500, 46_044, 46_046, 46_060]),
  ];
  expect(callFace("COHORT_CURVE", later)).toEqual(
    callFace("COHORT_CURVE", now),
  );
});
