/** Every case of the reference file, in the mathematics, with the arguments as they stand there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as funnel from "../../src/funnel";
import { expectClose, type Tolerance } from "./close";

/** Named arguments of any type: the file is read, not typed. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Arguments = Record<string, any>;

interface Case {
  function: string;
  args: Arguments;
  expected: unknown;
  tolerance: Tolerance | null;
}

const CASES = JSON.parse(
  readFileSync(
    join(__dirname, "../fixtures/reference/01_reverse_funnel.json"),
    "utf8",
  ),
) as Case[];

const CALLS: Record<string, (args: Arguments) => unknown> = {
  REQUIRED: ({ target, dealSize, rates, rounding }) =>
    funnel.requiredVolumes(target, dealSize, rates, 1, rounding),
  CEIL_GUARD: ({ x }) => funnel.ceilGuard(x),
  FORWARD: ({ volume, rates, dealSize }) =>
    funnel.forward(volume, rates, dealSize),
  APPORTION: ({ total, weights }) => funnel.apportion(total, weights),
  COVERAGE: ({ openPipeline, target, won, winRate }) =>
    funnel.coverage(openPipeline, target, won, winRate),
  NTM_BOOKINGS: ({ revenue, phasing }) =>
    funnel.bookingsForRevenue(revenue, phasing),
  SOURCES: ({ target, shares, dealSizes, rates, entry }) =>
    funnel.sources(target, shares, dealSizes, rates, entry),
};

const KINDS: Record<string, string> = {
  "#VALUE!": "value",
  "#N/A": "na",
  "#DIV/0!": "div0",
  "#NUM!": "num",
};

test("the file holds its 69 cases of seven functions", () => {
  expect(CASES).toHaveLength(69);
  expect(new Set(CASES.map((each) => each.function))).toEqual(
    new Set(Object.keys(CALLS)),
  );
});

test.each(CASES.map((each) => [JSON.stringify(each.args), each] as const))(
  "%s",
  (_, each) => {
    const compute = () => CALLS[each.function]!(Object.freeze(each.args));
    const { error } = (each.expected ?? {}) as { error?: string };
    if (error !== undefined) {
      expect(compute).toThrow(funnel.FunnelError);
      expect(compute).toThrow(expect.objectContaining({ kind: KINDS[error] }));
      return;
    }
    expectClose(known(each, compute()), each.expected, each.tolerance);
  },
);

/** The file writes null for a cell that is empty or holds its own error. */
function known(each: Case, got: unknown): unknown {
  if (each.function === "SOURCES")
    return (got as unknown[][]).map((line) =>
      line.map((cell) => (cell === "" ? null : cell)),
    );
  if (each.function === "COVERAGE")
    return (got as unknown[]).map((cell) => {
      if (!(cell instanceof funnel.FunnelError)) return cell;
      expect(cell.kind).toBe("div0");
      return null;
    });
  return got;
}
