/** 795 cases by exact rational arithmetic (fixtures/plan_cases.py), in the mathematics and through the Excel faces. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as funnel from "../../src/funnel";
import { callFace, column, installRuntime, row } from "../functions/runtime";
import { expectClose } from "./close";

interface Case {
  function: string;
  args: unknown[];
  expected: number | number[];
  rel: number;
}

const CASES = JSON.parse(
  readFileSync(join(__dirname, "../fixtures/plan_cases.json"), "utf8"),
) as Case[];

beforeAll(() => {
  installRuntime();
});

const mathsName = (id: string): string =>
  id
    .toLowerCase()
    .replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const PLANNED = [...new Set(CASES.map((each) => each.function))];

test.each(PLANNED)("%s agrees with exact fractions", (id) => {
  const own = CASES.filter((each) => each.function === id);
  expect(own.length).toBeGreaterThan(9);
  const compute = (
    funnel as unknown as Record<string, (...args: unknown[]) => unknown>
  )[mathsName(id)]!;
  for (const { args, expected, rel } of own) {
    const plain = args.map((each) => (each === null ? undefined : each));
    expectClose(compute(...plain), expected, { rel });
    for (const shape of [row, column]) {
      const given = args.map((each) =>
        Array.isArray(each) ? shape(each) : each,
      );
      const outcome = callFace(id, given);
      if (!("value" in outcome))
        throw new Error(JSON.stringify([id, args, outcome]));
      const isList = Array.isArray(expected);
      const oriented = args.some(
        (each) => Array.isArray(each) && each.length > 1,
      );
      const laid = isList
        ? oriented
          ? shape(expected)
          : row(expected)
        : expected;
      expectClose(outcome.value, laid, { rel });
    }
  }
});
