/** Every case of the reference file, in the mathematics, with the arguments as they stand there. */
import * as funnel from "../../../src/funnel";
import {
  expectMathematics,
  referenceCases,
  type ReferenceCase,
} from "../../functions/referenceCases";

const CALLS: Record<string, (args: ReferenceCase["args"]) => unknown> = {
  GAP: ({ plan, actual, method }) => funnel.gapDrivers(plan, actual, method),
  GAP_SEGMENTS: ({ plan, actual }) => funnel.gapSegments(plan, actual),
  GAP_BY_OWNER: ({ plan, actual, owners }) =>
    funnel.gapByOwner(plan, actual, owners).map(([, amount]) => amount),
  BELOW_PLAN: ({ x, n, agreed }) => funnel.belowAgreed(x, n, agreed),
};

test("the file holds its 27 cases of four functions", () => {
  const cases = referenceCases("06_variance");
  expect(cases).toHaveLength(27);
  expect(new Set(cases.map(([, each]) => each.function))).toEqual(
    new Set(Object.keys(CALLS)),
  );
});

test.each(referenceCases("06_variance"))("%s", (_, each) => {
  Object.values(each.args).forEach(Object.freeze);
  expectMathematics(each, () => CALLS[each.function]!(each.args));
});

test.each(referenceCases("06_variance", "GAP"))(
  "adds up to the gap: %s",
  (_, { args, expected }) => {
    if (!Array.isArray(expected)) return;
    const { plan, actual, method } = args;
    const reached = (actual as (number | null)[]).map(
      (each, at) => each ?? (plan as number[])[at]!,
    );
    const product = (factors: number[]) =>
      factors.reduce((all, each) => all * each, 1);
    const gap = product(reached) - product(plan);
    const whole = funnel.sum(funnel.gapDrivers(plan, actual, method));
    expect(Math.abs(whole - gap)).toBeLessThanOrEqual(
      1e-12 * Math.abs(gap) + 1e-15 * product(plan),
    );
  },
);
