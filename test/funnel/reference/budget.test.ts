/** The reference cases of Budget, with the arguments as they stand there. */
import * as funnel from "../../../src/funnel";
import {
  expectMathematics,
  referenceCases,
  type ReferenceCase,
} from "../../functions/referenceCases";
import { expectClose } from "../close";

const CASES = referenceCases("09_budget");

const CALLS: Record<string, (args: ReferenceCase["args"]) => unknown> = {
  RESPONSE: (a) => funnel.expectedResult(a.spend, a.curve, a.a, a.b, a.h),
  MARGINAL_COST: (a) => funnel.marginalCost(a.spend, a.curve, a.a, a.b, a.h),
  CALIBRATE: (a) =>
    funnel.calibrateCurve(
      a.curve,
      a.spend1,
      a.response1,
      a.spend2,
      a.response2,
    ),
  ALLOCATE: (a) => funnel.allocateBudget(a.budget, a.curves, a.min, a.max),
  ALLOCATE_UNITS: (a) => funnel.allocateUnits(a.budget, a.unitCost, a.curves),
};

interface Allocated {
  spend: number[];
  response: number;
  lambda_: number;
}

test("the file holds its cases of five functions", () => {
  expect(CASES.length).toBe(39);
  expect(new Set(CASES.map(([, each]) => each.function))).toEqual(
    new Set(Object.keys(CALLS)),
  );
});

test.each(CASES)("%s", (_, each) => {
  Object.values(each.args).forEach(Object.freeze);
  const { spend, response } = each.expected as Allocated;
  if (spend === undefined) {
    expectMathematics(each, () => CALLS[each.function]!(each.args));
    return;
  }
  const { budget, curves, min, max } = each.args;
  const got = funnel.allocateBudget(budget, curves, min, max);
  expectClose(got.spends, spend, each.tolerance);
  expectClose(got.result, response, { rel: 1e-9 });
  expectMultiplier(got, each);
});

/** One more unit of money brings the same, `lambda_`, in every channel between its floor and its cap. */
function expectMultiplier(
  { spends, unallocated }: funnel.Allocation,
  { args, expected }: ReferenceCase,
): void {
  const { lambda_ } = expected as Allocated;
  if (lambda_ === 0) {
    expect(unallocated).toBeGreaterThan(0);
    return;
  }
  expect(unallocated).toBe(0);
  const inside = spends
    .map((_, at) => at)
    .filter(
      (at) =>
        spends[at]! > args.min[at] && spends[at]! < (args.max[at] ?? Infinity),
    );
  expect(inside.length).toBeGreaterThan(0);
  for (const at of inside) {
    const [curve, a, b, h] = args.curves[at];
    const more = 1 / funnel.marginalCost(spends[at]!, curve, a, b, h);
    expectClose(more, lambda_, { rel: 1e-7 });
  }
}
