/** The reference cases of Money, with the arguments as they stand there. */
import * as funnel from "../../../src/funnel";
import {
  expectMathematics,
  referenceCases,
  type ReferenceCase,
} from "../../functions/referenceCases";

const CASES = referenceCases("10_economics");

const CALLS: Record<string, (args: ReferenceCase["args"]) => unknown> = {
  ROMI: (a) => funnel.romi(a.bookings, a.grossMargin, a.cost),
  CAC: (a) => funnel.cac(a.marketing, a.sales, a.customers),
  CAC_CI: (a) => funnel.cacRange(a.spend, a.leads, a.customers, a.confidence),
  CAC_LAGGED: (a) => funnel.laggedCac(a.spend, a.customers, a.lag),
  PAYBACK_MONTHS: (a) =>
    funnel.cacPayback(a.cac, a.arpa, a.grossMargin, a.churn),
  LTV: (a) => funnel.lifetimeValue(a.arpa, a.grossMargin, a.churn, a.discount),
  COST_PER_STAGE: (a) => funnel.costPerStage(a.spend, a.volumes),
};

/** An error in one cell is null in the file. */
const cells = (got: unknown): unknown =>
  Array.isArray(got)
    ? got.map((each) => (each instanceof funnel.FunnelError ? null : each))
    : got;

test("the file holds its 30 cases of seven functions", () => {
  expect(CASES).toHaveLength(30);
  expect(new Set(CASES.map(([, each]) => each.function))).toEqual(
    new Set(Object.keys(CALLS)),
  );
});

test.each(CASES)("%s", (_, each) => {
  expectMathematics(each, () =>
    cells(CALLS[each.function]!(Object.freeze(each.args))),
  );
});
