/** What the mathematics of rates and experiments refuses, with the exact sentences. */
import * as funnel from "../../../src/funnel";

type Row = [
  call: string,
  compute: () => unknown,
  kind: funnel.FunnelErrorKind,
  sentence: string,
];

const ROWS: Row[] = [
  [
    "more converted than entered",
    () => funnel.conversionRate(30, 20),
    "value",
    "converted must be at most entered; got 30 of 20 - count only those that entered",
  ],
  [
    "nothing entered",
    () => funnel.conversionRate(0, 0),
    "na",
    "entered is blank or 0 - enter how many leads entered the stage",
  ],
  [
    "a negative count",
    () => funnel.conversionRate(-1, 20),
    "value",
    "converted must be 0 or more; got -1 - enter it without the minus sign",
  ],
  [
    "a count beyond single leads",
    () => funnel.conversionRate(1, 2e15),
    "value",
    "entered must be at most 1E+15; got 2000000000000000 - enter a count of leads",
  ],
  [
    "no number",
    () => funnel.conversionRate(1, Number.NaN),
    "value",
    "entered must be a number; got NaN",
  ],
  [
    "no conversion yet",
    () => funnel.leadsPerConversion(0, 20),
    "na",
    "converted is blank or 0 - enter at least one conversion, or wait for it",
  ],
  [
    "more leads for a conversion than a cell can hold",
    () => funnel.leadsPerConversion(5e-324, 20),
    "num",
    "the result is too large for a cell - check the sizes of the arguments",
  ],
  [
    "a confidence of 80",
    () => funnel.rateRange(8, 100, 80),
    "value",
    "confidence must be above 0 and below 1; got 80 - enter 80% or 0.8",
  ],
  [
    "full confidence",
    () => funnel.rateRange(8, 100, 1),
    "value",
    "confidence must be above 0 and below 1; got 1 - enter a fraction such as 80% or 0.8",
  ],
  [
    "an unknown method",
    () => funnel.rateRange(8, 100, 0.8, "wald" as "wilson"),
    "value",
    'method must be "wilson", "jeffreys", "exact", "midp", "agresti-coull" or "wilson-cc"; got "wald"',
  ],
  [
    "a prior rate of 5 for 5 %",
    () => funnel.blendedRate(3, 12, 5, 40),
    "value",
    "prior_rate must be above 0 and below 1; got 5 - enter 5% or 0.05",
  ],
  [
    "a prior rate of 0",
    () => funnel.blendedRate(3, 12, 0, 40),
    "value",
    "prior_rate must be above 0 and below 1; got 0 - enter a fraction such as 8% or 0.08",
  ],
  [
    "a prior without weight",
    () => funnel.blendedRate(3, 12, 0.05, 0),
    "na",
    "prior_weight is blank or 0 - enter how many leads the prior rate is worth",
  ],
  [
    "a conversion without a lead",
    () => funnel.blendedRate(1, 0, 0.05, 40),
    "value",
    "converted must be at most entered; got 1 of 0 - count only those that entered",
  ],
  [
    "a range the wrong way round",
    () => funnel.priorWeight(0.15, 0.05),
    "value",
    "low must be below high; got 0.15 and 0.05 - enter the lower rate first",
  ],
  [
    "a range that holds 0",
    () => funnel.priorWeight(0, 0.05),
    "value",
    "low must be above 0 and below 1; got 0 - enter a fraction such as 8% or 0.08",
  ],
  [
    "a range that holds 1",
    () => funnel.priorWeight(0.1, 1),
    "value",
    "high must be above 0 and below 1; got 1 - enter a fraction such as 8% or 0.08",
  ],
  [
    "a range too narrow for any count",
    () => funnel.priorWeight(0.1, 0.1 + 1e-12),
    "value",
    "low and high lie so close together that the belief is worth more than 1E+15 leads; got 0.1 and 0.100000000001 - widen the range",
  ],
  [
    "a belief hardly held",
    () => funnel.priorWeight(0.1, 0.2, 0.001),
    "value",
    "confidence must be at least 1% here; got 0.001 - enter how sure you are of the range",
  ],
  [
    "segments of unequal lists",
    () => funnel.pooledRates([1, 2], [3]),
    "value",
    "converted and entered must have the same number of cells; got 2 and 1 - select ranges of the same length",
  ],
  [
    "more converted than entered in a segment",
    () => funnel.pooledRates([1, 5], [3, 4]),
    "value",
    "converted 2 must be at most entered 2; got 5 of 4 - count only those that entered",
  ],
  [
    "no leads in any segment",
    () => funnel.pooledRates([0, 0], [0, 0]),
    "na",
    "entered is blank or 0 - enter how many leads entered each segment",
  ],
  [
    "more segments than anyone compares",
    () =>
      funnel.pooledRates(
        new Array<number>(1001).fill(1),
        new Array<number>(1001).fill(2),
      ),
    "value",
    "converted must be at most 1000 cells; got 1001 - add small segments up first",
  ],
  [
    "stages of unequal lists",
    () => funnel.chainRange([1], [3, 4]),
    "value",
    "converted and entered must have the same number of cells; got 1 and 2 - select ranges of the same length",
  ],
  [
    "no stage",
    () => funnel.chainRange([], []),
    "value",
    "converted must hold at least one stage; got none - give a range",
  ],
  [
    "a stage that nothing entered",
    () => funnel.chainRange([1, 0], [3, 0]),
    "na",
    "entered 2 is blank or 0 - enter how many leads entered the stage",
  ],
  [
    "a second group without leads",
    () => funnel.rateDifference(1, 10, 0, 0),
    "na",
    "entered_2 is blank or 0 - enter how many leads entered the stage",
  ],
  [
    "a first group with too many conversions",
    () => funnel.rateDifference(11, 10, 0, 10),
    "value",
    "converted_1 must be at most entered_1; got 11 of 10 - count only those that entered",
  ],
  [
    "an expected rate of 5 for 5 %",
    () => funnel.experimentSize(5, 0.02),
    "value",
    "rate must be between 0 and 1; got 5 - enter 5% or 0.05",
  ],
  [
    "a margin of 2 for 2 %",
    () => funnel.experimentSize(0.05, 2),
    "value",
    "half_width must be above 0 and below 0.5; got 2 - enter 2% or 0.02",
  ],
  [
    "no margin",
    () => funnel.experimentSize(0.05, 0),
    "value",
    "half_width must be above 0 and below 0.5; got 0 - enter a fraction such as 2% or 0.02",
  ],
  [
    "a margin that says nothing",
    () => funnel.experimentSize(0.05, 0.5),
    "value",
    "half_width must be above 0 and below 0.5; got 0.5 - enter a fraction such as 2% or 0.02",
  ],
  [
    "a margin for more leads than there are people",
    () => funnel.experimentSize(0.5, 1e-7),
    "value",
    "half_width 1e-7 would take more than 1E+12 leads - enter a wider one",
  ],
];

test.each(ROWS)("%s is refused", (_, compute, kind, sentence) => {
  expect(compute).toThrow(funnel.FunnelError);
  expect(compute).toThrow(expect.objectContaining({ kind, sentence }));
});
