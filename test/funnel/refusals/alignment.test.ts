/** What the mathematics of alignment refuses, with the exact sentences. */
import * as funnel from "../../../src/funnel";

type Row = [
  call: string,
  compute: () => unknown,
  kind: funnel.FunnelErrorKind,
  sentence: string,
];

const ROWS: Row[] = [
  [
    "a negative actual",
    () => funnel.gapDrivers([5, 1], [5, -1]),
    "value",
    "actual 2 must be 0 or more; got -1 - enter it without the minus sign",
  ],
  [
    "a negative plan",
    () => funnel.gapDrivers([-5, 1], [5, 1], "lmdi"),
    "value",
    "plan 1 must be 0 or more; got -5 - enter it without the minus sign",
  ],
  [
    "a driver that is no number",
    () => funnel.gapDrivers([5, 1], [5, Number.NaN]),
    "value",
    "actual 2 must be a number; got NaN",
  ],
  [
    "unequal lists",
    () => funnel.gapDrivers([5, 1], [5]),
    "value",
    "plan and actual must have the same number of drivers; got 2 and 1 - give both for every driver",
  ],
  [
    "more drivers than anyone plans with",
    () =>
      funnel.gapDrivers(
        new Array<number>(101).fill(1),
        new Array<number>(101).fill(1),
      ),
    "value",
    "plan must have at most 100 drivers; got 101 - give volume, rates and deal size",
  ],
  [
    "an unknown method",
    () => funnel.gapDrivers([5], [5], "waterfall" as "lmdi"),
    "value",
    'method must be "shapley", "lmdi" or "sequential"; got "waterfall"',
  ],
  [
    "a gap beyond a number",
    () => funnel.gapDrivers([1e200, 1], [1e200, 1e200]),
    "num",
    "the result is too large for a cell - check the sizes of the arguments",
  ],
  [
    "a negative driver of a segment",
    () =>
      funnel.gapSegments(
        [
          [1, 1],
          [1, 1],
        ],
        [
          [1, 1],
          [1, -2],
        ],
      ),
    "value",
    "actual 2, 2 must be 0 or more; got -2 - enter it without the minus sign",
  ],
  [
    "a missing segment",
    () =>
      funnel.gapSegments(
        [
          [1, 1],
          [1, 1],
        ],
        [[1, 1]],
      ),
    "value",
    "plan and actual must have the same number of segments; got 2 and 1 - give a row of each for every segment",
  ],
  [
    "segments of unequal drivers",
    () => funnel.gapSegments([[1, 1], [1]], [[1, 1], [1]]),
    "value",
    "plan must have the same drivers in every segment; got 2 and 1 - fill the rows to one width",
  ],
  [
    "a missing owner",
    () => funnel.gapByOwner([1, 1], [1, 1], ["sales"]),
    "value",
    "owners must name one owner for each of the 2 drivers; got 1 - give a name for every driver",
  ],
  [
    "more converted than entered",
    () => funnel.belowAgreed(6, 5, 0.1),
    "value",
    "converted must be at most entered; got 6 of 5 - count only those that entered",
  ],
  [
    "a negative count",
    () => funnel.belowAgreed(-1, 5, 0.1),
    "value",
    "converted must be 0 or more; got -1 - enter it without the minus sign",
  ],
  [
    "an agreed rate of 10",
    () => funnel.belowAgreed(1, 5, 10),
    "value",
    "agreed_rate must be between 0 and 1; got 10 - enter 10% or 0.1",
  ],
  [
    "nobody entered",
    () => funnel.belowAgreed(0, 0, 0.1),
    "na",
    "entered is blank or 0 - enter how many leads entered the stage",
  ],
];

test.each(ROWS)("refuses %s", (_, compute, kind, sentence) => {
  expect(compute).toThrow(funnel.FunnelError);
  expect(compute).toThrow(expect.objectContaining({ kind, sentence }));
});
