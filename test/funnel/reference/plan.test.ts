/** The reference cases of Plan, with the arguments as they stand there. */
import * as funnel from "../../../src/funnel";
import {
  expectMathematics,
  referenceCases,
  type ReferenceCase,
} from "../../functions/referenceCases";

const CASES = referenceCases("01_reverse_funnel");

const CALLS: Record<string, (args: ReferenceCase["args"]) => unknown> = {
  REQUIRED: (a) =>
    funnel.requiredVolumes(a.target, a.dealSize, a.rates, 1, a.rounding),
  CEIL_GUARD: (a) => funnel.ceilGuard(a.x),
  FORWARD: (a) => funnel.forward(a.volume, a.rates, a.dealSize),
  APPORTION: (a) => funnel.apportion(a.total, a.weights),
  COVERAGE: (a) => {
    const cells = funnel.coverage(a.openPipeline, a.target, a.won, a.winRate);
    return (cells as unknown[]).map(errorAsNull);
  },
  NTM_BOOKINGS: (a) => funnel.bookingsForRevenue(a.revenue, a.phasing),
  SOURCES: (a) =>
    funnel
      .sources(a.target, a.shares, a.dealSizes, a.rates, a.entry)
      .map((line) => line.map((cell) => (cell === "" ? null : cell))),
};

/** The file writes null for a cell that is empty or holds its own error. */
function errorAsNull(cell: unknown): unknown {
  if (!(cell instanceof funnel.FunnelError)) return cell;
  expect(cell.kind).toBe("div0");
  return null;
}

test("the file holds its 69 cases of seven functions", () => {
  expect(CASES).toHaveLength(69);
  expect(new Set(CASES.map(([, each]) => each.function))).toEqual(
    new Set(Object.keys(CALLS)),
  );
});

test.each(CASES)("%s", (_, each) => {
  expectMathematics(each, () =>
    CALLS[each.function]!(Object.freeze(each.args)),
  );
});
