/** 200 cases by mpmath and exact fractions (fixtures/money_cases.py). */
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
  readFileSync(join(__dirname, "../fixtures/money_cases.json"), "utf8"),
) as Case[];

const compute = funnel as unknown as Record<
  string,
  (...args: unknown[]) => unknown
>;

test.each(CASES)(
  "$function $args",
  ({ function: name, args, expected, rel }) => {
    const got = compute[name]!(...args);
    const cells = Array.isArray(got)
      ? got.map((each) => (each instanceof funnel.FunnelError ? null : each))
      : got;
    expectClose(cells, expected, { rel });
  },
);
