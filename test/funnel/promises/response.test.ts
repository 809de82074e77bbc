/** What response time promises beyond the reference cases; by hand unless a source is named. */
import * as funnel from "../../../src/funnel";
import { expectClose } from "../close";

/** Monday, 2 March 2026, and hours of it. */
const MONDAY = 46_083;
const at = (day: number, hour: number): number => MONDAY + day + hour / 24;
/** Monday of the first week is 0; Saturday is 5. */
const FRIDAY = 4;

type Row = [promise: string, got: () => unknown, expected: unknown];

const ROWS: Row[] = [
  [
    "nothing passes overnight",
    () => funnel.businessHours(at(0, 17), at(1, 9)),
    0,
  ],
  [
    "nothing passes over a weekend",
    () => funnel.businessHours(at(FRIDAY, 17), at(7, 9)),
    0,
  ],
  [
    "a week has forty hours",
    () => funnel.businessHours(at(0, 0), at(7, 0)),
    40,
  ],
  [
    "a holiday has none",
    () => funnel.businessHours(at(0, 0), at(7, 0), 9, 17, 1, [MONDAY + 1]),
    32,
  ],
  [
    "a holiday twice, or with a time, is one; on a Saturday it is none; a blank is none",
    () =>
      funnel.businessHours(at(0, 0), at(7, 0), 9, 17, 1, [
        ...[MONDAY + 1, MONDAY + 1.5, MONDAY + 5, 0, MONDAY + 1],
      ]),
    32,
  ],
  [
    "day times as Excel times, as hours, and mixed",
    () => [
      funnel.businessHours(at(0, 0), at(1, 0), 0.375, 17 / 24),
      funnel.businessHours(at(0, 0), at(1, 0), 9, 0.75),
      funnel.businessHours(at(0, 0), at(1, 0), 8.5, 17.25),
    ],
    [8, 9, 8.75],
  ],
  [
    "a start of 1 is one in the morning, an end of 1 is midnight",
    () => [
      funnel.businessHours(at(0, 0), at(1, 0), 1, 9),
      funnel.businessHours(at(0, 0), at(1, 0), 9, 1),
      funnel.businessHours(at(0, 0), at(1, 0), 0, 24),
    ],
    [8, 15, 24],
  ],
  [
    "two days off by number, as NETWORKDAYS.INTL counts them",
    () =>
      [1, 2, 3, 4, 5, 6, 7].map((weekend) =>
        [0, 1, 2, 3, 4, 5, 6].map((day) =>
          funnel.businessHours(at(day, 0), at(day + 1, 0), 9, 10, weekend),
        ),
      ),
    [
      [1, 1, 1, 1, 1, 0, 0],
      [0, 1, 1, 1, 1, 1, 0],
      [0, 0, 1, 1, 1, 1, 1],
      [1, 0, 0, 1, 1, 1, 1],
      [1, 1, 0, 0, 1, 1, 1],
      [1, 1, 1, 0, 0, 1, 1],
      [1, 1, 1, 1, 0, 0, 1],
    ],
  ],
  [
    "one day off by number: 11 is Sunday",
    () =>
      [11, 12, 13, 14, 15, 16, 17].map((weekend) =>
        [0, 1, 2, 3, 4, 5, 6]
          .map((day) =>
            funnel.businessHours(at(day, 0), at(day + 1, 0), 9, 10, weekend),
          )
          .indexOf(0),
      ),
    [6, 0, 1, 2, 3, 4, 5],
  ],
  [
    "a mask begins on Monday",
    () =>
      [0, 1, 2, 3, 4, 5, 6].map((day) =>
        funnel.businessHours(at(day, 0), at(day + 1, 0), 9, 10, "1010001"),
      ),
    [0, 1, 0, 1, 1, 1, 0],
  ],
  [
    "moments are whole seconds, however the serial was rounded",
    () =>
      funnel.businessHours(at(0, 9) + 0.4 / 86_400, at(0, 10) - 0.4 / 86_400),
    1,
  ],
  [
    "an end a fraction of a second before the start is the same moment",
    () => funnel.businessHours(at(0, 12), at(0, 12) - 0.4 / 86_400),
    0,
  ],
  [
    "eight thousand years",
    () => funnel.businessHours(61, 2_958_465) / 8,
    // numpy.busday_count.
    2_113_146,
  ],
  ["due within the day", () => funnel.slaDue(at(0, 10), 4, 9, 17), at(0, 14)],
  [
    "due over the weekend",
    () => funnel.slaDue(at(FRIDAY, 16), 4, 9, 17),
    at(7, 12),
  ],
  [
    "due at the end of a day, not at the start of the next",
    () => funnel.slaDue(at(0, 9), 8, 9, 17),
    at(0, 17),
  ],
  [
    "a lead of the night waits from the morning on",
    () => funnel.slaDue(at(0, 20), 1, 9, 17),
    at(1, 10),
  ],
  [
    "a lead of Saturday waits from Monday on",
    () => funnel.slaDue(at(5, 11), 1, 9, 17),
    at(7, 10),
  ],
  [
    "a holiday moves it",
    () => funnel.slaDue(at(FRIDAY, 16), 4, 9, 17, 1, [MONDAY + 7]),
    at(8, 12),
  ],
  [
    "a second is the least that can be agreed",
    () => funnel.slaDue(at(0, 10), 1e-9, 9, 17),
    at(0, 10) + 1 / 86_400,
  ],
  [
    "exactly the agreed hours are in time, a second more is late",
    () => [
      funnel.slaStatus(at(0, 9), at(0, 13), 4, at(3, 0), 9, 17),
      funnel.slaStatus(at(0, 9), at(0, 13) + 1 / 86_400, 4, at(3, 0), 9, 17),
      funnel.slaStatus(at(0, 9), 0, 4, at(0, 13), 9, 17),
      funnel.slaStatus(at(0, 9), 0, 4, at(0, 13) + 1 / 86_400, 9, 17),
    ],
    ["Met", "Missed", "Open", "Overdue"],
  ],
  [
    "a day agreed and answered before work begins the next morning is in time",
    () => funnel.slaStatus(at(0, 9), at(1, 8), 8, at(3, 0), 9, 17),
    "Met",
  ],
  [
    "an answer after as_of was not known then",
    () => [
      funnel.slaStatus(at(0, 9), at(1, 9), 4, at(0, 10), 9, 17),
      funnel.slaStatus(at(0, 9), at(3, 9), 4, at(2, 10), 9, 17),
      funnel.slaStatus(at(0, 9), at(0, 10), 4, at(0, 10), 9, 17),
    ],
    ["Open", "Overdue", "Met"],
  ],
  [
    "a lead answered at once",
    () => funnel.slaStatus(at(0, 9), at(0, 9), 4, at(0, 9), 9, 17),
    "Met",
  ],
  [
    "rows without a lead and leads created later do not count",
    () =>
      funnel
        .slaAttainment(
          [0, at(0, 9), at(0, 10), at(3, 9)],
          [0, at(0, 10), 0, at(3, 10)],
          4,
          at(0, 12),
          9,
          17,
        )
        .slice(0, 5),
    [1, 1, 0, 0, 1],
  ],
  [
    "median and 90th percentile in working hours",
    () =>
      funnel
        .slaAttainment(
          [at(0, 9), at(0, 16), at(0, 16)],
          [at(0, 10), at(1, 10), at(1, 17)],
          4,
          at(3, 12),
          9,
          17,
        )
        .slice(5),
    [2, 9],
  ],
  [
    "pending leads lower the rate only where they are given",
    () => [funnel.acceptanceRate(6, 2), funnel.acceptanceRate(6, 2, 2)],
    [0.75, 0.6],
  ],
  [
    "sales that accepts all, or nothing",
    () => [funnel.acceptanceRate(5, 0), funnel.acceptanceRate(0, 5)],
    [1, 0],
  ],
];

test.each(ROWS)("%s", (_, got, expected) => {
  expectClose(got(), expected, { abs: 1e-9 });
});

test("a calendar that is asked for again is not that of another", () => {
  const holidays = [MONDAY];
  const day = () =>
    funnel.businessHours(at(0, 0), at(2, 0), 9, 17, 1, holidays);
  expect(day()).toBe(8);
  holidays[0] = 0;
  expect(day()).toBe(16);
  expect(funnel.businessHours(at(0, 0), at(2, 0), 9, 18, 1, holidays)).toBe(18);
  expect(funnel.businessHours(at(0, 0), at(2, 0), 9, 17, 12, holidays)).toBe(8);
});
