/** 150 cases by exact fractions, NumPy and all groups of channels (fixtures/credit_cases.py). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as funnel from "../../src/funnel";
import { expectClose } from "./close";

interface Case {
  function: string;
  args: unknown[];
  expected: unknown;
  rel: number;
}

const CASES = JSON.parse(
  readFileSync(join(__dirname, "../fixtures/credit_cases.json"), "utf8"),
) as Case[];

const FUNCTIONS = funnel as unknown as Record<
  string,
  (...args: unknown[]) => unknown
>;

test.each([...new Set(CASES.map((each) => each.function))])("%s", (name) => {
  const own = CASES.filter((each) => each.function === name);
  expect(own.length).toBeGreaterThanOrEqual(20);
  for (const { args, expected, rel } of own)
    expectClose(FUNCTIONS[name]!(...args), expected, { rel, abs: 1e-15 });
});
