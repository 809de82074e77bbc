/** What the faces of risk refuse: error and exact sentence, on Microsoft's own runtime. */
import { callFace, installRuntime, row } from "../runtime";

beforeAll(() => {
  installRuntime();
});

type Row = [
  promise: string,
  id: string,
  args: unknown[],
  error: string,
  sentence: string,
];

test.each<Row>([
  [
    "6 typed for 6 %",
    "SAFE_VOLUME",
    [34, 6, 200],
    "#VALUE!",
    "rate must be between 0 and 1; got 6 - enter 6% or 0.06",
  ],
  [
    "a blank rate",
    "SAFE_VOLUME",
    [34, null, 200],
    "#N/A",
    "rate is blank or 0 - enter a rate above 0, such as 25%",
  ],
  [
    "text for a sample",
    "SAFE_VOLUME",
    [34, 0.06, "many"],
    "#VALUE!",
    'rate_sample must be a number; got the text "many" - enter a number such as 1200 or 25%',
  ],
  [
    "a confidence of 80",
    "SAFE_VOLUME_FOR_BOOKINGS",
    [1e6, 0.06, 200, 3e4, 0.6, 80],
    "#VALUE!",
    "confidence must be above 0 and below 1; got 80 - enter 80% or 0.8",
  ],
  [
    "a blank deal size",
    "SAFE_VOLUME_FOR_BOOKINGS",
    [1e6, 0.06, 200, null, 0.6],
    "#DIV/0!",
    "average_deal_size is blank or 0 - enter the contract value of an average deal",
  ],
  [
    "120 typed for 120 %",
    "HIT_PROBABILITY",
    [600, 0.06, 200, 3e4, 120, 1e6],
    "#VALUE!",
    "deal_size_variation must be between 0 and 10; got 120 - enter 120% or 1.2",
  ],
  [
    "a model nobody knows",
    "HIT_PROBABILITY",
    [600, 0.06, 200, 3e4, 1.2, 1e6, "pareto"],
    "#VALUE!",
    'deal_model must be "gamma" or "lognormal"; got "pareto"',
  ],
  [
    "levels typed as whole percent",
    "BOOKINGS_RANGE",
    [600, 0.06, 200, 3e4, 0.6, row([10, 50, 90])],
    "#VALUE!",
    "level 1 must be above 0 and below 1; got 10 - enter 10% or 0.1",
  ],
  [
    "unequal lists",
    "PIPELINE_HIT_PROBABILITY",
    [row([1, 2, 3]), row([0.5, 0.5]), 3],
    "#VALUE!",
    "deal_values and win_probabilities must have the same number of cells; got 3 and 2 - select ranges of the same length",
  ],
  [
    "more open deals than anyone has",
    "PIPELINE_HIT_PROBABILITY",
    [row(new Array(20_000).fill(1)), row(new Array(20_000).fill(0.5)), 3],
    "#VALUE!",
    "deal_values must be at most 10000 deals; got 20000 - add up the smallest ones",
  ],
])("%s", (_, id, args, error, sentence) => {
  expect(callFace(id, args)).toEqual({ error, sentence });
});
