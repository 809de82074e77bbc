/** 203 cases by mpmath, SciPy, exhaustive grids and exhaustive search (fixtures/budget_cases.py). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as funnel from "../../src/funnel";
import { expectClose } from "./close";

interface Case {
  function: string;
  args: never[];
  expected: unknown;
  rel: number;
}

const CASES = JSON.parse(
  readFileSync(join(__dirname, "../fixtures/budget_cases.json"), "utf8"),
) as Case[];

const total = (curves: readonly funnel.Curve[], spends: readonly number[]) =>
  funnel.sum(
    curves.map((each, at) => funnel.expectedResult(spends[at]!, ...each)),
  );

type Compute = (...args: never[]) => unknown;

/** Where several splits are as good, what they bring is compared. */
const CALLS: Record<string, Compute> = {
  expectedResult: funnel.expectedResult as Compute,
  marginalCost: funnel.marginalCost as Compute,
  calibrateCurve: funnel.calibrateCurve as Compute,
  allocateBudget: ((budget, curves, floors, caps) => {
    const got = funnel.allocateBudget(budget, curves, floors, caps);
    expect(total(curves, got.spends) / got.result).toBeCloseTo(1, 12);
    return got;
  }) as (...args: Parameters<typeof funnel.allocateBudget>) => unknown,
  allocateUnits: ((budget, cost, curves) => {
    const units = funnel.allocateUnits(budget, cost, curves);
    expect(funnel.sum(units) * cost).toBeLessThanOrEqual(budget);
    return total(
      curves,
      units.map((each) => each * cost),
    );
  }) as (...args: Parameters<typeof funnel.allocateUnits>) => unknown,
};

/** Never worse than what SciPy found, and hardly better than its last step. */
function expectAtLeast(got: number, found: number): void {
  expect(got).toBeGreaterThanOrEqual(found * (1 - 1e-9));
  expectClose(got, found, { rel: 1e-5 });
}

test.each(Object.keys(CALLS))("%s", (name) => {
  const own = CASES.filter((each) => each.function === name);
  expect(own.length).toBeGreaterThanOrEqual(35);
  for (const { args, expected, rel } of own) {
    const got = CALLS[name]!(...args);
    if (name === "allocateBudget")
      expectAtLeast((got as funnel.Allocation).result, expected as number);
    else expectClose(got, expected, { rel });
  }
});
