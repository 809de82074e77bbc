/** What the mathematics of risk refuses, with the exact sentences. */
import * as funnel from "../../../src/funnel";

type Row = [
  call: string,
  compute: () => unknown,
  kind: funnel.FunnelErrorKind,
  sentence: string,
];

const ROWS: Row[] = [
  [
    "negative deals",
    () => funnel.safeVolume(-1, 0.1),
    "value",
    "deals must be 0 or more; got -1 - enter it without the minus sign",
  ],
  [
    "a rate of 6",
    () => funnel.safeVolume(1, 6),
    "value",
    "rate must be between 0 and 1; got 6 - enter 6% or 0.06",
  ],
  [
    "a rate of 0 below a need",
    () => funnel.safeVolume(1, 0),
    "na",
    "rate is blank or 0 - enter a rate above 0, such as 25%",
  ],
  [
    "a negative sample",
    () => funnel.safeVolume(1, 0.1, -20),
    "value",
    "rate_sample must be 0 or more; got -20 - enter it without the minus sign",
  ],
  [
    "a confidence of 80",
    () => funnel.safeVolume(1, 0.1, 20, 80),
    "value",
    "confidence must be above 0 and below 1; got 80 - enter 80% or 0.8",
  ],
  [
    "certainty",
    () => funnel.safeVolume(1, 0.1, 20, 1),
    "value",
    "confidence must be above 0 and below 1; got 1 - enter a fraction such as 80% or 0.8",
  ],
  [
    "a rate that no number of leads makes up for",
    () => funnel.safeVolume(10, 1e-12),
    "num",
    "more than 1000000000 leads are needed - lower the target or the confidence",
  ],
  [
    "a sample so small that the rate may well be 0",
    () => funnel.safeVolume(10, 0.1, 0.01, 0.9),
    "num",
    "more than 1000000000 leads are needed - lower the target or the confidence",
  ],
  [
    "more deals than leads there are",
    () => funnel.safeVolume(2e9, 1),
    "num",
    "more than 1000000000 leads are needed - lower the target or the confidence",
  ],
  [
    "a deal size of 0",
    () => funnel.safeVolumeForBookings(1, 0.1, 20, 0, 0.5),
    "div0",
    "average_deal_size is blank or 0 - enter the contract value of an average deal",
  ],
  [
    "a variation of 60",
    () => funnel.safeVolumeForBookings(1, 0.1, 20, 1, 60),
    "value",
    "deal_size_variation must be between 0 and 10; got 60 - enter 60% or 0.6",
  ],
  [
    "a negative variation",
    () => funnel.hitProbability(1, 0.1, 20, 1, -0.5, 1),
    "value",
    "deal_size_variation must be between 0 and 10; got -0.5 - enter standard deviation / mean of the deal sizes, such as 60%",
  ],
  [
    "a rate of 0 below a target",
    () => funnel.safeVolumeForBookings(1, 0, 20, 1, 0.5),
    "na",
    "rate is blank or 0 - enter a rate above 0, such as 25%",
  ],
  [
    "a target that no number of leads reaches",
    () => funnel.safeVolumeForBookings(1e15, 0.1, 20, 1, 0.5),
    "num",
    "more than 1000000000 leads are needed - lower the target or the confidence",
  ],
  [
    "a target that is no number",
    () => funnel.safeVolumeForBookings(Infinity, 0.1, 20, 1, 0.5),
    "value",
    "bookings_target must be a number; got Infinity",
  ],
  [
    "a negative volume",
    () => funnel.hitProbability(-1, 0.1, 20, 1, 0, 1),
    "value",
    "volume must be 0 or more; got -1 - enter it without the minus sign",
  ],
  [
    "more leads than there are people to ask",
    () => funnel.hitProbability(2e9, 0.1, 20, 1, 0, 1),
    "value",
    "volume must be at most 1000000000; got 2000000000 - enter a count of leads",
  ],
  [
    "an unknown model",
    () => funnel.hitProbability(1, 0.1, 20, 1, 0, 1, "normal" as "gamma"),
    "value",
    'deal_model must be "gamma" or "lognormal"; got "normal"',
  ],
  [
    "a level of 50",
    () => funnel.bookingsRange(1, 0.1, 20, 1, 0, [0.1, 50]),
    "value",
    "level 2 must be above 0 and below 1; got 50 - enter 50% or 0.5",
  ],
  [
    "a deal that is lost money",
    () => funnel.pipelineHitProbability([1, -5], [0.5, 0.5], 1),
    "value",
    "deal value 2 must be 0 or more; got -5 - enter it without the minus sign",
  ],
  [
    "a win probability of 50",
    () => funnel.pipelineHitProbability([1, 5], [50, 0.5], 1),
    "value",
    "win probability 1 must be between 0 and 1; got 50 - enter 50% or 0.5",
  ],
  [
    "a deal without a probability",
    () => funnel.pipelineHitProbability([1, 5], [0.5], 1),
    "value",
    "deal_values and win_probabilities must have the same number of deals; got 2 and 1 - give a probability for every deal",
  ],
  [
    "more open deals than anyone has",
    () =>
      funnel.pipelineHitProbability(
        new Array<number>(10_001).fill(1),
        new Array<number>(10_001).fill(0.5),
        1,
      ),
    "value",
    "deal_values must be at most 10000 deals; got 10001 - add up the smallest ones",
  ],
];

test.each(ROWS)("refuses %s", (_, compute, kind, sentence) => {
  expect(compute).toThrow(funnel.FunnelError);
  expect(compute).toThrow(expect.objectContaining({ kind, sentence }));
});
