/** Every case of the reference file, in the mathematics, with the arguments as they stand there. */
import * as funnel from "../../../src/funnel";
import {
  expectMathematics,
  referenceCases,
  type ReferenceCase,
} from "../../functions/referenceCases";

/** The file writes null for a limit that does not exist and for a share that was not reached. */
const known = (cell: unknown): unknown =>
  cell === "" || cell instanceof funnel.FunnelError ? null : cell;

const CALLS: Record<string, (args: ReferenceCase["args"]) => unknown> = {
  KM: ({ days, converted, open, at, confidence }) =>
    funnel
      .kaplanMeier(days, converted, open, at, confidence)
      .map((line) => line.map(known)),
  KM_QUANTILE: ({ days, converted, open, probs }) =>
    funnel.kaplanMeierQuantile(days, converted, open, probs).map(known),
  NELSON_AALEN: ({ days, converted, open, at }) =>
    funnel.nelsonAalen(days, converted, open, at),
  CIF: ({ days, converted, lost, open, at }) =>
    funnel.cumulativeIncidence(days, converted, lost, open, at),
  COHORT_FIT: ({ days, converted, open, model, confidence, ...rest }) => {
    const { interval, priorRate, priorWeight } = rest;
    const fit = funnel.cohortFit(
      ...[days, converted, open, model, confidence],
      ...[interval, priorRate, priorWeight],
    );
    return [
      ...[fit.rate, fit.low, fit.high, fit.medianDays, fit.p90Days],
      ...[fit.logLikelihood, fit.maturity],
    ];
  },
  COHORT_FIT_FIXED: ({ days, converted, open, model, rate }) => {
    const fit = funnel.cohortFitFixed(days, converted, open, model, rate);
    return [fit.medianDays, fit.logLikelihood];
  },
};

const cases = referenceCases("03_cohort").filter(
  // Timing's.
  ([, each]) => each.function !== "LAG",
);

test("the file holds its 51 cases of six functions", () => {
  expect(cases).toHaveLength(51);
  expect(new Set(cases.map(([, each]) => each.function))).toEqual(
    new Set(Object.keys(CALLS)),
  );
});

test.each(cases)("%s", (_, each) => {
  Object.values(each.args).forEach(Object.freeze);
  expectMathematics(each, () => CALLS[each.function]!(each.args));
});
