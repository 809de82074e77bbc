/** What the Excel faces of response time refuse, take and pass on. */
import { callFace, column, installRuntime, row } from "../runtime";

const runtime = installRuntime();
const error = (code: CustomFunctions.ErrorCode) => new runtime.Error(code);
const MONDAY = 46_083;
const DATE = "enter a date such as 31-Mar-2027";

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
    "a stamp as text",
    "BUSINESS_HOURS",
    ["2026-03-02T09:00:00Z", MONDAY],
    "#VALUE!",
    `start must be a date; got the text "2026-03-02T09:00:00Z" - ${DATE}`,
  ],
  [
    "TRUE for a date",
    "BUSINESS_HOURS",
    [MONDAY, true],
    "#VALUE!",
    `end must be a date; got TRUE - ${DATE}`,
  ],
  [
    "a time as text",
    "BUSINESS_HOURS",
    [MONDAY, MONDAY, "9:00"],
    "#VALUE!",
    'day_start must be a number; got the text "9:00" - enter a number such as 1200 or 25%',
  ],
  [
    "a heading among the holidays",
    "BUSINESS_HOURS",
    [MONDAY, MONDAY, 9, 17, 1, column(["Holidays", MONDAY])],
    "#VALUE!",
    `holiday 1 must be a date; got the text "Holidays" - ${DATE}`,
  ],
  [
    "TRUE for a weekend",
    "SLA_DUE",
    [MONDAY, 4, 9, 17, true],
    "#VALUE!",
    "weekend must be a text; got TRUE - enter a text",
  ],
  [
    "a range for a weekend",
    "SLA_DUE",
    [MONDAY, 4, 9, 17, row([0, 0])],
    "#VALUE!",
    "weekend must be one cell; got a range - choose one of its cells",
  ],
  [
    "an error among the holidays",
    "SLA_DUE",
    [MONDAY, 4, 9, 17, null, row([error(runtime.ErrorCode.invalidReference)])],
    "#REF!",
    "holiday 1 holds the error #REF! - correct that cell first",
  ],
  [
    "an error for an answer",
    "SLA_STATUS",
    [MONDAY, error(runtime.ErrorCode.notAvailable), 4, MONDAY, 9, 17],
    "#N/A",
    "responded holds the error #N/A - correct that cell first",
  ],
  [
    "text among the answers",
    "SLA_ATTAINMENT",
    [row([MONDAY, MONDAY]), row([null, "no"]), 4, MONDAY, 9, 17],
    "#VALUE!",
    `responded date 2 must be a date; got the text "no" - ${DATE}`,
  ],
  [
    "ranges of different length",
    "SLA_ATTAINMENT",
    [row([MONDAY, MONDAY]), row([MONDAY]), 4, MONDAY, 9, 17],
    "#VALUE!",
    "created and responded must have the same number of cells; got 2 and 1 - select ranges of the same length",
  ],
  [
    "blank columns",
    "SLA_ATTAINMENT",
    [
      new Array<unknown[]>(2000).fill([null]),
      new Array<unknown[]>(2000).fill([null]),
      ...[4, MONDAY, 9, 17],
    ],
    "#N/A",
    "created is blank - give a range that holds at least one created date",
  ],
  [
    "a number for a time zone",
    "LOCAL_TIME",
    [MONDAY, 5],
    "#VALUE!",
    'time_zone must be an IANA name; got "5" - enter a name such as Europe/Zurich or America/New_York',
  ],
  [
    "TRUE for a time zone",
    "LOCAL_TIME",
    [MONDAY, true],
    "#VALUE!",
    "time_zone must be a text; got TRUE - enter a text",
  ],
])("refuses %s", (_, id, args, code, sentence) => {
  expect(callFace(id, args)).toEqual({ error: code, sentence });
});

test.each<[promise: string, id: string, args: unknown[], value: unknown]>([
  ["nothing but the moments", "BUSINESS_HOURS", [MONDAY, MONDAY + 1], 8],
  [
    "a day that begins at midnight",
    "BUSINESS_HOURS",
    [MONDAY, MONDAY + 1, 0, 0.5],
    12,
  ],
  [
    "the number 11, which is Sunday only",
    "BUSINESS_HOURS",
    [MONDAY, MONDAY + 7, 9, 17, 11],
    48,
  ],
  [
    "the mask 0000011, which is Saturday and Sunday",
    "BUSINESS_HOURS",
    [MONDAY, MONDAY + 7, 9, 17, "0000011"],
    40,
  ],
  [
    "a blank weekend as 0",
    "BUSINESS_HOURS",
    [MONDAY, MONDAY + 7, 9, 17, 0],
    40,
  ],
  [
    "one holiday in one cell",
    "BUSINESS_HOURS",
    [MONDAY, MONDAY + 7, 9, 17, 1, MONDAY],
    32,
  ],
  [
    "a whole column of holidays, most of it blank",
    "BUSINESS_HOURS",
    [
      MONDAY,
      MONDAY + 7,
      9,
      17,
      1,
      [[MONDAY], ...new Array<unknown[]>(5000).fill([null])],
    ],
    32,
  ],
  [
    "a column of holidays that is blank",
    "BUSINESS_HOURS",
    [MONDAY, MONDAY + 7, 9, 17, 1, new Array<unknown[]>(5000).fill([0])],
    40,
  ],
  [
    "a block of holidays",
    "SLA_DUE",
    [
      MONDAY,
      1,
      9,
      17,
      1,
      [
        [MONDAY, ""],
        [null, MONDAY + 1],
      ],
    ],
    MONDAY + 2 + 10 / 24,
  ],
  [
    "an answer that is an empty text",
    "SLA_STATUS",
    [MONDAY, "", 4, MONDAY + 0.5, 9, 17],
    "Open",
  ],
  ["a pending count that is left out", "ACCEPTANCE_RATE", [3, 1, ""], 0.75],
])("takes %s", (_, id, args, value) => {
  const outcome = callFace(id, args);
  if (typeof value !== "number") expect(outcome).toEqual({ value });
  else expect((outcome as { value: number }).value).toBeCloseTo(value, 9);
});

test("whole columns of leads end where the leads end", () => {
  const whole = (values: unknown[]) => [
    ...column(values),
    ...new Array<unknown[]>(1_048_576 - values.length).fill([null]),
  ];
  const outcome = callFace("SLA_ATTAINMENT", [
    whole([MONDAY, null, MONDAY + 0.5]),
    whole([MONDAY + 0.5, null, MONDAY + 0.6]),
    4,
    MONDAY + 1,
    9,
    17,
  ]);
  expect((outcome as { value: number[][] }).value[0]!.slice(0, 5)).toEqual([
    1, 2, 0, 0, 0,
  ]);
});
