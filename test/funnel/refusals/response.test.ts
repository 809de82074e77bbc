/** What the mathematics of response time refuses, with the exact sentences. */
import * as funnel from "../../../src/funnel";

const MONDAY = 46_083;

type Row = [
  promise: string,
  compute: () => unknown,
  kind: funnel.FunnelErrorKind,
  sentence: string,
];

const hours = (
  start: number,
  end: number,
  ...calendar: [
    dayStart?: number,
    dayEnd?: number,
    weekend?: number | string,
    holidays?: number[],
  ]
) => funnel.businessHours(start, end, ...calendar);

const WEEKEND = (given: string) =>
  `weekend must be a number from 1 to 7 or 11 to 17, or a text of seven 0s and 1s from Monday; got ${given} - enter 1 for Saturday and Sunday, or "0000011" in quotes`;
const TIME = "enter a time such as 9:00, or hours such as 9 or 17.5";
const SHIFT = "enter 24 for midnight; a shift over midnight is not possible";
const DATE = "enter a date such as 31-Mar-2027";

const ROWS: Row[] = [
  [
    "a blank end",
    () => hours(MONDAY, 0),
    "na",
    "end is blank - enter a date with its time",
  ],
  [
    "a blank start",
    () => hours(0, MONDAY),
    "na",
    "start is blank - enter a date with its time",
  ],
  [
    "an end before the start",
    () => hours(MONDAY, MONDAY - 1),
    "num",
    "end is before start - enter the earlier moment first",
  ],
  [
    "a time without a date",
    () => hours(0.4, MONDAY),
    "value",
    `start must be a date from 1 March 1900 to 31 December 9999; got 0.4 - ${DATE}`,
  ],
  [
    "a date beyond the calendar",
    () => hours(MONDAY, 2_958_466),
    "value",
    `end must be a date from 1 March 1900 to 31 December 9999; got 2958466 - ${DATE}`,
  ],
  [
    "a date that is no number",
    () => hours(MONDAY, NaN),
    "value",
    "end must be a number; got NaN",
  ],
  [
    "hours without a point",
    () => hours(MONDAY, MONDAY, 900, 1700),
    "value",
    `day_start must be a time of day; got 900 - ${TIME}`,
  ],
  [
    "an end after midnight",
    () => hours(MONDAY, MONDAY, 9, 25),
    "value",
    `day_end must be a time of day; got 25 - ${TIME}`,
  ],
  [
    "a negative start",
    () => hours(MONDAY, MONDAY, -1),
    "value",
    `day_start must be a time of day; got -1 - ${TIME}`,
  ],
  [
    "a night shift",
    () => hours(MONDAY, MONDAY, 22, 6),
    "value",
    `day_end must be later than day_start; got 6:00 and 22:00 - ${SHIFT}`,
  ],
  [
    "no day at all",
    () => hours(MONDAY, MONDAY, 0.375, 9),
    "value",
    `day_end must be later than day_start; got 9:00 and 9:00 - ${SHIFT}`,
  ],
  [
    "a start at midnight of the other end",
    () => hours(MONDAY, MONDAY, 24, 17.5),
    "value",
    `day_end must be later than day_start; got 17:30 and 24:00 - ${SHIFT}`,
  ],
  [
    "seconds are told where there are any",
    () => hours(MONDAY, MONDAY, 17.5, 8.0025),
    "value",
    `day_end must be later than day_start; got 8:00:09 and 17:30 - ${SHIFT}`,
  ],
  [
    "a blank end of the day",
    () => hours(MONDAY, MONDAY, 9, 0),
    "na",
    "day_end is blank or 0 - enter when a working day ends, 24 for midnight",
  ],
  [
    "a mask that lost its zeros",
    () => hours(MONDAY, MONDAY, 9, 17, 110),
    "value",
    WEEKEND("110"),
  ],
  [
    "a mask of six",
    () => hours(MONDAY, MONDAY, 9, 17, "000011"),
    "value",
    WEEKEND('"000011"'),
  ],
  [
    "a number as text",
    () => hours(MONDAY, MONDAY, 9, 17, "1"),
    "value",
    WEEKEND('"1"'),
  ],
  [
    "a number between the two lists",
    () => hours(MONDAY, MONDAY, 9, 17, 8),
    "value",
    WEEKEND("8"),
  ],
  [
    "half a number",
    () => hours(MONDAY, MONDAY, 9, 17, 1.5),
    "value",
    WEEKEND("1.5"),
  ],
  [
    "a week without work",
    () => hours(MONDAY, MONDAY, 9, 17, "1111111"),
    "value",
    'weekend must leave a day to work; got "1111111" - write 0 for each working day, Monday first',
  ],
  [
    "a holiday that is no date",
    () => hours(MONDAY, MONDAY, 9, 17, 1, [MONDAY, 25]),
    "value",
    `holiday 2 must be a date from 1 March 1900 to 31 December 9999; got 25 - ${DATE}`,
  ],
  [
    "no agreed hours",
    () => funnel.slaDue(MONDAY, 0, 9, 17),
    "na",
    "sla_hours is blank or 0 - enter the hours agreed, such as 4",
  ],
  [
    "negative hours",
    () => funnel.slaDue(MONDAY, -4, 9, 17),
    "value",
    "sla_hours must be 0 or more; got -4 - enter it without the minus sign",
  ],
  [
    "hours beyond the calendar",
    () => funnel.slaDue(MONDAY, 1e300, 9, 17),
    "num",
    "sla_hours reaches beyond the year 9999 - check the hours",
  ],
  [
    "a lead without a date",
    () => funnel.slaStatus(0, 0, 4, MONDAY, 9, 17),
    "na",
    "created is blank - enter a date with its time",
  ],
  [
    "no moment to judge at",
    () => funnel.slaStatus(MONDAY, 0, 4, 0, 9, 17),
    "na",
    "as_of is blank - enter a date with its time",
  ],
  [
    "an answer before the lead",
    () => funnel.slaStatus(MONDAY, MONDAY - 1, 4, MONDAY + 1, 9, 17),
    "value",
    "responded is before created - check the two dates",
  ],
  [
    "a lead of the future",
    () => funnel.slaStatus(MONDAY, 0, 4, MONDAY - 1, 9, 17),
    "na",
    "created is after as_of - the lead does not exist yet",
  ],
  [
    "leads and answers of different number",
    () => funnel.slaAttainment([MONDAY], [], 4, MONDAY, 9, 17),
    "value",
    "created and responded must have the same number of leads; got 1 and 0",
  ],
  [
    "an answer before its lead, by row",
    () =>
      funnel.slaAttainment([MONDAY, MONDAY], [0, MONDAY - 1], 4, MONDAY, 9, 17),
    "value",
    "responded date 2 is before created date 2 - check the two dates, or leave out the row",
  ],
  [
    "an answer without a lead, by row",
    () => funnel.slaAttainment([MONDAY, 0], [0, MONDAY], 4, MONDAY, 9, 17),
    "na",
    "created date 2 is blank - enter a date with its time",
  ],
  [
    "an answer that is no date, by row",
    () => funnel.slaAttainment([MONDAY], [1], 4, MONDAY, 9, 17),
    "value",
    `responded date 1 must be a date from 1 March 1900 to 31 December 9999; got 1 - ${DATE}`,
  ],
  [
    "no lead before as_of",
    () => funnel.slaAttainment([MONDAY, 0], [0, 0], 4, MONDAY - 1, 9, 17),
    "na",
    "created holds no lead up to as_of - give a range with leads, or a later as_of",
  ],
  [
    "waits and answers of different number",
    () => funnel.slaSummary([1], [1, 1], 4),
    "value",
    "hours and responded must have the same number of leads; got 1 and 2",
  ],
  [
    "no waits",
    () => funnel.slaSummary([], [], 4),
    "na",
    "hours is blank - give at least one lead",
  ],
  [
    "a negative wait",
    () => funnel.slaSummary([1, -1], [1, 1], 4),
    "value",
    "hours 2 must be 0 or more; got -1 - enter it without the minus sign",
  ],
  ...["Mars/Olympus", "IST", "pst", "+05:30", "SystemV/EST5", "CEST"].map(
    (zone): Row => [
      `the time zone ${zone}`,
      () => funnel.localTime(MONDAY, zone),
      "value",
      `time_zone must be an IANA name; got "${zone}" - enter a name such as Europe/Zurich or America/New_York`,
    ],
  ),
  [
    "a very long time zone",
    () => funnel.localTime(MONDAY, "x".repeat(1000)),
    "value",
    `time_zone must be an IANA name; got "${"x".repeat(40)}" - enter a name such as Europe/Zurich or America/New_York`,
  ],
  [
    "no time zone",
    () => funnel.localTime(MONDAY, ""),
    "na",
    "time_zone is blank - enter a name such as Europe/Zurich",
  ],
  [
    "no moment",
    () => funnel.localTime(0, "Europe/Zurich"),
    "na",
    "utc is blank - enter a date with its time",
  ],
  [
    "a moment whose local date Excel does not know",
    () => funnel.localTime(61, "America/New_York"),
    "value",
    "utc must lie a day within 1 March 1900 and 31 December 9999 - check the date",
  ],
  [
    "a moment whose local date is after the calendar",
    () => funnel.localTime(2_958_465.9, "Pacific/Kiritimati"),
    "value",
    "utc must lie a day within 1 March 1900 and 31 December 9999 - check the date",
  ],
  [
    "no lead to accept",
    () => funnel.acceptanceRate(0, 0),
    "div0",
    "accepted and rejected are blank or 0 - enter how many leads were decided",
  ],
  [
    "negative rejections",
    () => funnel.acceptanceRate(1, -1),
    "value",
    "rejected must be 0 or more; got -1 - enter it without the minus sign",
  ],
  [
    "more leads than a number can count",
    () => funnel.acceptanceRate(1e308, 1e308),
    "num",
    "the result is too large for a cell - check the sizes of the arguments",
  ],
];

test.each(ROWS)("refuses %s", (_, compute, kind, sentence) => {
  expect(compute).toThrow(funnel.FunnelError);
  expect(compute).toThrow(expect.objectContaining({ kind, sentence }));
});

test.each<[promise: string, cell: () => unknown, sentence: string]>([
  [
    "attainment while nothing is due",
    () => funnel.slaAttainment([MONDAY], [0], 4, MONDAY + 0.1, 9, 17)[0],
    "no lead is answered or overdue yet - there is nothing to judge",
  ],
  [
    "a median that is not reached",
    () => funnel.slaAttainment([MONDAY], [0], 4, MONDAY + 1, 9, 17)[5],
    "fewer than 50% of the leads are answered so far - that wait is not reached yet",
  ],
  [
    "a 90th percentile that is not reached",
    () => funnel.slaSummary([1, 2, 3, 4], [1, 1, 0, 0], 4)[8],
    "fewer than 90% of the leads are answered so far - that wait is not reached yet",
  ],
])("%s has an error of its own", (_, cell, sentence) => {
  expect(cell()).toBeInstanceOf(funnel.FunnelError);
  expect(cell()).toMatchObject({ kind: "na", sentence });
});
