/** What the mathematics of Credit refuses, with the exact sentences. */
import * as funnel from "../../../src/funnel";

type Row = [
  promise: string,
  compute: () => unknown,
  kind: funnel.FunnelErrorKind,
  sentence: string,
];

const DATES = "from 1 March 1900 to 31 December 9999";

const ROWS: Row[] = [
  [
    "only touches after the close",
    () => funnel.creditSplit([46002, 46003], 46001, "linear"),
    "na",
    "touch_dates hold no touch up to close_date - check the dates of this deal",
  ],
  [
    "no touch",
    () => funnel.creditSplit([0, 0], 46001, "first"),
    "na",
    "touch_dates hold no touch up to close_date - check the dates of this deal",
  ],
  [
    "no close",
    () => funnel.creditSplit([46000], 0, "first"),
    "na",
    "close_date is blank or 0 - enter the date on which the deal closed",
  ],
  [
    "a year for a close",
    () => funnel.creditSplit([46000], 26, "first"),
    "value",
    `close_date must be a date ${DATES}; got 26 - enter a date such as 31-Mar-2027`,
  ],
  [
    "days for a touch",
    () => funnel.creditSplit([46000, 12], 46001, "first"),
    "value",
    `touch date 2 must be a date ${DATES}; got 12 - enter a date such as 31-Mar-2027`,
  ],
  [
    "a negative touch",
    () => funnel.creditSplit([-46000], 46001, "first"),
    "value",
    `touch date 1 must be a date ${DATES}; got -46000 - enter a date such as 31-Mar-2027`,
  ],
  [
    "an unknown model",
    () => funnel.creditSplit([46000], 46001, "even" as "linear"),
    "value",
    'model must be "first", "last", "linear", "position" or "decay"; got "even"',
  ],
  [
    "decay without a half-life",
    () => funnel.creditSplit([46000], 46001, "decay"),
    "value",
    "half_life_days must be above 0 for decay; got 0 - enter the days after which a touch counts half, such as 7",
  ],
  [
    "a negative half-life",
    () => funnel.creditSplit([46000], 46001, "decay", -7),
    "value",
    "half_life_days must be above 0 for decay; got -7 - enter the days after which a touch counts half, such as 7",
  ],
  [
    "a half-life that is no number",
    () => funnel.creditSplit([46000], 46001, "decay", Number.NaN),
    "value",
    "half_life_days must be above 0 for decay; got NaN - enter the days after which a touch counts half, such as 7",
  ],
  [
    "a negative deal",
    () => funnel.teamCredit(-1, [46000], ["x"], 46001, "first"),
    "value",
    "value must be 0 or more; got -1 - enter it without the minus sign",
  ],
  [
    "fewer teams than touches",
    () => funnel.teamCredit(1, [46000, 46001], ["x"], 46001, "first"),
    "value",
    "teams must name one team for each of the 2 touches; got 1 - give a name for every touch",
  ],
  [
    "no conversion",
    () => funnel.markovCredit(["a > b"], [0], [5]),
    "na",
    "conversions are blank or 0 on every path - enter how many customers on each path bought",
  ],
  [
    "a negative count",
    () => funnel.markovCredit(["a", "b"], [1, -1]),
    "value",
    "conversions of path 2 must be 0 or more; got -1 - enter it without the minus sign",
  ],
  [
    "a negative count of those who left",
    () => funnel.markovCredit(["a", "b"], [1, 1], [0, -3]),
    "value",
    "nulls of path 2 must be 0 or more; got -3 - enter it without the minus sign",
  ],
  [
    "fewer counts than paths",
    () => funnel.markovCredit(["a", "b"], [1]),
    "value",
    "conversions must hold one count for each of the 2 paths; got 1",
  ],
  [
    "fewer counts of those who left than paths",
    () => funnel.markovCredit(["a", "b"], [1, 1], [1]),
    "value",
    "nulls must hold one count for each of the 2 paths; got 1",
  ],
  [
    "customers on no path",
    () => funnel.shapleyCredit(["a", " > "], [1, 2]),
    "na",
    "path 2 is blank but has customers - enter its channels, such as web > event > sdr",
  ],
  [
    "lost customers on no path",
    () => funnel.markovCredit(["a", ""], [1, 0], [0, 9]),
    "na",
    "path 2 is blank but has customers - enter its channels, such as web > event > sdr",
  ],
  [
    "no path at all",
    () => funnel.shapleyCredit(["", ">"], [0, 0]),
    "na",
    "paths are blank - enter channels in the order of the touches, such as web > event > sdr",
  ],
  [
    "too many channels",
    () =>
      funnel.markovCredit(
        Array.from({ length: 1001 }, (_, at) => `channel ${at}`),
        new Array<number>(1001).fill(1),
      ),
    "value",
    "paths must hold at most 1000 channels; got 1001 - group the rare ones under one name",
  ],
  [
    "conversions beyond a number",
    () => funnel.shapleyCredit(["a", "a"], [1e308, 1e308]),
    "num",
    "the result is too large for a cell - check the sizes of the arguments",
  ],
  [
    "a negative pool",
    () => funnel.bonusPayout(-1, [1], [1], 1, 0.5, 0.7, 1.5),
    "value",
    "pool must be 0 or more; got -1 - enter it without the minus sign",
  ],
  [
    "a negative weight",
    () => funnel.bonusPayout(1, [1, -1], [1, 1], 1, 0.5, 0.7, 1.5),
    "value",
    "weight 2 must be 0 or more; got -1 - enter it without the minus sign",
  ],
  [
    "no weight",
    () => funnel.bonusPayout(1, [0, 0], [1, 1], 1, 0.5, 0.7, 1.5),
    "div0",
    "weights are blank or 0 - enter a weight above 0 for at least one team",
  ],
  [
    "fewer attainments than weights",
    () => funnel.bonusPayout(1, [1, 1], [1], 1, 0.5, 0.7, 1.5),
    "value",
    "own_attainment must hold one ratio for each of the 2 weights; got 1",
  ],
  [
    "97 typed for 97 %",
    () => funnel.bonusPayout(1, [1, 1], [1, 97], 1, 0.5, 0.7, 1.5),
    "value",
    "own_attainment 2 must be a ratio of at most 10; got 97 - enter 97% or 0.97",
  ],
  [
    "a shared attainment in money",
    () => funnel.bonusPayout(1, [1], [1], 970000, 0.5, 0.7, 1.5),
    "value",
    "shared_attainment must be a ratio of at most 10; got 970000 - enter a ratio such as 97% or 0.97",
  ],
  [
    "a shared weight of 50",
    () => funnel.bonusPayout(1, [1], [1], 1, 50, 0.7, 1.5),
    "value",
    "shared_weight must be between 0 and 1; got 50 - enter 50% or 0.5",
  ],
  [
    "a threshold of 70",
    () => funnel.bonusPayout(1, [1], [1], 1, 0.5, 70, 1.5),
    "value",
    "threshold must be a ratio of at most 10; got 70 - enter 70% or 0.7",
  ],
  [
    "no cap",
    () => funnel.bonusPayout(1, [1], [1], 1, 0.5, 0.7, 0),
    "na",
    "cap is blank or 0 - enter the highest attainment that pays, such as 150%",
  ],
  [
    "a cap below the threshold",
    () => funnel.bonusPayout(1, [1], [1], 1, 0.5, 1.5, 0.7),
    "value",
    "cap must be at least the threshold of 1.5; got 0.7 - raise the cap or lower the threshold",
  ],
];

test.each(ROWS)("refuses %s", (_, compute, kind, sentence) => {
  expect(compute).toThrow(funnel.FunnelError);
  expect(compute).toThrow(expect.objectContaining({ kind, sentence }));
});
