/** What the mathematics of Timing refuses, with the exact sentences. */
import * as funnel from "../../../src/funnel";

type Row = [
  promise: string,
  compute: () => unknown,
  kind: funnel.FunnelErrorKind,
  sentence: string,
];

const RATE_NEEDED = "rate is blank or 0 - enter a rate above 0, such as 25%";
const CURVE_NEEDED =
  "lag_shares is blank or 0 - enter the share converting 0, 1, 2 ... periods later";
const long = (length: number) => new Array<number>(length).fill(0);

const ROWS: Row[] = [
  [
    "negative bookings",
    () => funnel.requiredSchedule([1, -1], 1, 0.5, 0),
    "value",
    "bookings 2 must be 0 or more; got -1 - enter it without the minus sign",
  ],
  [
    "a deal size of 0",
    () => funnel.spreadSchedule([1], 0, 0.5, [1]),
    "div0",
    "average_deal_size is blank or 0 - enter the contract value of an average deal",
  ],
  [
    "a rate of 25 in a schedule",
    () => funnel.requiredSchedule([1], 1, 25, 0),
    "value",
    "rate must be above 0 and at most 1; got 25 - enter 25% or 0.25",
  ],
  [
    "a rate of 0 below a target",
    () => funnel.requiredSchedule([0, 1], 1, 0, 0),
    "na",
    RATE_NEEDED,
  ],
  [
    "a negative lag",
    () => funnel.requiredSchedule([1], 1, 0.5, -1),
    "value",
    "lag_periods must be 0 or more; got -1 - enter it without the minus sign",
  ],
  [
    "a schedule of days for many years",
    () => funnel.requiredSchedule(long(5001), 1, 0.5, 0),
    "value",
    "bookings_by_period must be at most 5000 periods; got 5001 - plan in longer periods",
  ],
  [
    "a negative share",
    () => funnel.spreadSchedule([1], 1, 0.5, [1, -0.1]),
    "value",
    "lag share 2 must be between 0 and 1; got -0.1 - enter a fraction such as 25% or 0.25",
  ],
  [
    "shares in per cent",
    () => funnel.forecast([1], 0.5, [60, 40]),
    "value",
    "lag share 1 must be between 0 and 1; got 60 - enter 60% or 0.6",
  ],
  [
    "shares above the whole",
    () => funnel.expectedSchedule([1], 0.5, [0.6, 0.5], 1),
    "value",
    "lag_shares must add up to at most 1; got 1.1 - lower one of them",
  ],
  [
    "a lag without any share below a target",
    () => funnel.spreadSchedule([1], 1, 0.5, [0, 0]),
    "na",
    CURVE_NEEDED,
  ],
  [
    "volumes beyond a number",
    () => funnel.spreadSchedule([1e308], 1, 0.001, [1]),
    "num",
    "the result is too large for a cell - check the sizes of the arguments",
  ],
  [
    "a forward rate of 20",
    () => funnel.forecast([1], 20, [1]),
    "value",
    "rate must be between 0 and 1; got 20 - enter 20% or 0.2",
  ],
  [
    "a negative volume",
    () => funnel.forecast([1, 2, -3], 0.5, [1]),
    "value",
    "volume 3 must be 0 or more; got -3 - enter it without the minus sign",
  ],
  [
    "half a period",
    () => funnel.expectedSchedule([1], 0.5, [1], 1, [], 2.5),
    "value",
    "periods must be a whole number from 1 to 5000; got 2.5 - enter how many periods to show",
  ],
  [
    "no period",
    () => funnel.expectedStages([1], [0.5], [[1]], 0),
    "value",
    "periods must be a whole number from 1 to 5000; got 0 - enter how many periods to show",
  ],
  [
    "opening bookings that would not be seen",
    () => funnel.expectedSchedule([1, 1], 0.5, [1], 1, [5, 0, 5]),
    "value",
    "opening_bookings must lie within the 2 periods shown; got bookings in period 3 - raise periods or shorten the range",
  ],
  [
    "opening bookings below 0",
    () => funnel.expectedSchedule([1], 0.5, [1], 1, [-5]),
    "value",
    "opening bookings 1 must be 0 or more; got -5 - enter it without the minus sign",
  ],
  [
    "a stage without a lag",
    () => funnel.expectedStages([1], [0.5, 0.5], [[1]]),
    "value",
    "lags must have one row for each of the 2 rates; got 1 - lay the lag shares of each step along a row",
  ],
  [
    "a stage whose shares exceed the whole",
    () => funnel.expectedStages([1], [0.5, 0.5], [[1], [0.9, 0.2]]),
    "value",
    "lags row 2 must add up to at most 1; got 1.1 - lower one of them",
  ],
  [
    "a share of a stage in per cent",
    () => funnel.expectedStages([1], [0.5, 0.5], [[1], [0.9, 10]]),
    "value",
    "lags 2, 2 must be between 0 and 1; got 10 - enter 10% or 0.1",
  ],
  [
    "the second of several rates",
    () => funnel.expectedStages([1], [0.5, 50], [[1], [1]]),
    "value",
    "rate 2 must be between 0 and 1; got 50 - enter 50% or 0.5",
  ],
  [
    "a negative past",
    () => funnel.feasibleSchedule([1], 1, 0.5, [1], [5, -5]),
    "value",
    "past volume 2 must be 0 or more; got -5 - enter it without the minus sign",
  ],
  [
    "a search over too many periods",
    () => funnel.feasibleSchedule(long(261), 1, 0.5, [1]),
    "value",
    "bookings_by_period must be at most 260 periods; got 261 - plan in longer periods",
  ],
  [
    "closest volumes without a rate",
    () => funnel.feasibleSchedule([1], 1, 0, [1]),
    "na",
    RATE_NEEDED,
  ],
  [
    "an unreachable first period, by name",
    () => funnel.earliestVolume([20, 20], 0.2, [0, 0.5, 0.5]),
    "na",
    "the deals up to period 1 cannot be reached: 20 are needed and at most 0 can come by then - lower the early targets or raise capacity",
  ],
  [
    "a later period that capacity cannot reach, by name",
    () =>
      funnel.earliestVolume([10, 20, 40], 0.2, [0.3, 0.4, 0.3], [100, 100], 90),
    "na",
    "the deals up to period 3 cannot be reached: 70 are needed and at most 56 can come by then - lower the early targets or raise capacity",
  ],
  [
    "negative deals",
    () => funnel.earliestVolume([-1], 0.5, [1]),
    "value",
    "deals 1 must be 0 or more; got -1 - enter it without the minus sign",
  ],
  [
    "a negative capacity",
    () => funnel.earliestVolume([1], 0.5, [1], [], -5),
    "value",
    "capacity must be 0 or more; got -5 - enter it without the minus sign",
  ],
  [
    "a phase of another kind",
    () => funnel.phase([1], 0.5, [1], "jump" as "shift"),
    "value",
    'method must be "spread" or "shift"; got "jump"',
  ],
  [
    "a period of no days",
    () => funnel.lagShares(30, 1, 0, 3),
    "value",
    "period_days must be above 0; got 0 - enter 30.4375 for months, 7 for weeks",
  ],
  [
    "a scale of 0",
    () => funnel.lagShares(0, 1, 30, 3),
    "value",
    "scale_days must be above 0; got 0 - enter the scale that COHORT_LAG gives",
  ],
  [
    "another arrival",
    () => funnel.lagShares(30, 1, 30, 3, "late" as "even"),
    "value",
    'arrival must be "start" or "even"; got "late"',
  ],
  [
    "another model",
    () => funnel.lagShares(30, 1, 30, 3, "start", "gamma" as "gengamma"),
    "value",
    'model must be "weibull", "exponential", "lognormal" or "gengamma"; got "gamma"',
  ],
  [
    "counts without ages",
    () => funnel.openForecast([1, 2], [3], 0.5, 30, 1, 30, 3),
    "value",
    "open_counts and ages_days must have the same number of cells; got 2 and 1 - select ranges of the same length",
  ],
  [
    "a negative age",
    () => funnel.openForecast([1], [-3], 0.5, 30, 1, 30, 3),
    "value",
    "age 1 must be 0 or more; got -3 - enter it without the minus sign",
  ],
  [
    "a negative count",
    () => funnel.openForecast([-1], [3], 0.5, 30, 1, 30, 3),
    "value",
    "open count 1 must be 0 or more; got -1 - enter it without the minus sign",
  ],
  [
    "more ages than a moment can take",
    () =>
      funnel.openForecast(
        new Array<number>(1001).fill(1),
        Array.from({ length: 1001 }, (_, at) => at / 7),
        0.5,
        30,
        1,
        30,
        1000,
      ),
    "value",
    "ages_days must have at most 1000 different ages for 1000 periods; got 1001 - enter ages in whole days",
  ],
  [
    "a lead that cannot be open any more",
    () => funnel.openRate(1e6, 1, 30, 1),
    "na",
    "no lead is open at an age of 1000000 days when all convert with this lag - enter a rate below 100% or leave such leads out",
  ],
  [
    "a date before 1 March 1900",
    () => funnel.createBy(60, 1),
    "value",
    "booking_date must be a date from 1 March 1900 to 31 December 9999; got 60 - enter a date such as 31-Mar-2027",
  ],
  [
    "a date written as digits",
    () => funnel.fiscalPeriod(20260407, 2),
    "value",
    "date must be a date from 1 March 1900 to 31 December 9999; got 20260407 - enter a date such as 31-Mar-2027",
  ],
  [
    "a lag that reaches before the calendar",
    () => funnel.createBy(46_112, 50_000),
    "value",
    "lag_days must end after 1 March 1900; got 50000 days before the booking - enter a lag in days",
  ],
  [
    "a thirteenth month",
    () => funnel.fiscalPeriod(46_112, 13),
    "value",
    "first_month must be a whole number from 1 to 12; got 13 - enter 2 for a year that begins in February",
  ],
  [
    "a fiscal week",
    () => funnel.fiscalPeriod(46_112, 2, "W" as "Q"),
    "value",
    'period must be "Q", "M" or "Y"; got "W"',
  ],
];

test.each(ROWS)("refuses %s", (_, compute, kind, sentence) => {
  expect(compute).toThrow(expect.objectContaining({ kind, sentence }));
});

test("a period whose deals come after the plan has an error of its own", () => {
  const [, last] = funnel.requiredSchedule([1, 2], 1, 0.5, 1.5);
  expect(last).toBeInstanceOf(funnel.FunnelError);
  expect(last).toMatchObject({
    kind: "na",
    sentence:
      "with lag_periods 1.5 the deals of this period's leads come after the last of the 2 targets - extend the plan",
  });
});
