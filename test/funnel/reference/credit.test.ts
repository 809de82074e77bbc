/** The reference cases of Credit, with the arguments as they stand there. */
import * as funnel from "../../../src/funnel";
import {
  expectMathematics,
  referenceCases,
  type ReferenceCase,
} from "../../functions/referenceCases";

const CASES = referenceCases("08_credit");

const CALLS: Record<string, (args: ReferenceCase["args"]) => unknown> = {
  CREDIT: (a) => funnel.creditSplit(a.touches, a.close, a.model, a.halfLife),
  CREDIT_BY_TEAM: (a) =>
    funnel.teamCredit(
      a.value,
      a.touches,
      a.teams,
      a.close,
      a.model,
      a.halfLife,
    ),
  MARKOV_CREDIT: (a) => funnel.markovCredit(a.paths, a.conversions, a.nulls),
  SHAPLEY_CREDIT: (a) => funnel.shapleyCredit(a.paths, a.conversions),
  BONUS_SPLIT: (a) =>
    funnel.bonusPayout(
      a.pool,
      a.weights,
      a.own,
      a.shared,
      a.sharedWeight,
      a.threshold,
      a.cap,
    ),
};

test("the file holds its 30 cases of five functions", () => {
  expect(CASES).toHaveLength(30);
  expect(new Set(CASES.map(([, each]) => each.function))).toEqual(
    new Set(Object.keys(CALLS)),
  );
});

test.each(CASES)("%s", (_, each) => {
  Object.values(each.args).forEach(Object.freeze);
  expectMathematics(each, () => CALLS[each.function]!(each.args));
});
