/** The reference cases of response time, with the arguments as they stand there. */
import * as funnel from "../../../src/funnel";
import {
  expectMathematics,
  referenceCases,
  type ReferenceCase,
} from "../../functions/referenceCases";

const CASES = referenceCases("07_sla");

const CALLS: Record<string, (args: ReferenceCase["args"]) => unknown> = {
  BUSINESS_HOURS: (a) =>
    funnel.businessHours(
      a.start,
      a.end,
      a.opens,
      a.closes,
      a.weekend,
      a.holidays,
      a.zone,
    ),
  LOCAL_TIME: (a) => funnel.localTime(a.utc, a.zone),
  SLA: (a) => funnel.slaSummary(a.hours, a.responded, a.sla),
};

/** An error in one cell is null in the file. */
const cells = (got: unknown): unknown =>
  Array.isArray(got)
    ? got.map((each) => (each instanceof funnel.FunnelError ? null : each))
    : got;

test("the file holds its 36 cases of three functions", () => {
  expect(CASES).toHaveLength(36);
  expect(new Set(CASES.map(([, each]) => each.function))).toEqual(
    new Set(Object.keys(CALLS)),
  );
});

test.each(CASES)("%s", (_, each) => {
  expectMathematics(each, () =>
    cells(CALLS[each.function]!(Object.freeze(each.args))),
  );
});
