/** 470 cases by SciPy, mpmath and plain search (fixtures/rates_cases.py), in the mathematics and through the Excel faces. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as funnel from "../../src/funnel";
import { callFace, column, installRuntime, row } from "../functions/runtime";
import { expectClose } from "./close";

interface Case {
  function: string;
  args: unknown[];
  /** null for the weight of segments that do not differ. */
  expected: number | (number | null)[];
  rel: number;
  abs: number;
}

const CASES = JSON.parse(
  readFileSync(join(__dirname, "../fixtures/rates_cases.json"), "utf8"),
) as Case[];

beforeAll(() => {
  installRuntime();
});

const mathsName = (id: string): string =>
  id
    .toLowerCase()
    .replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Errors of single cells as null, as in the file. */
const plain = (values: unknown): unknown =>
  Array.isArray(values)
    ? values.map(plain)
    : typeof values === "number"
      ? values
      : null;

test.each([
  ["RATE_RANGE", 200],
  ["BLENDED_RATE", 40],
  ["PRIOR_WEIGHT", 30],
  ["POOLED_RATES", 24],
  ["CHAIN_RANGE", 30],
  ["RATE_DIFFERENCE", 40],
  ["EXPERIMENT_SIZE", 60],
])("%s agrees in %d cases and more", (id, least) => {
  const own = CASES.filter((each) => each.function === id);
  expect(own.length).toBeGreaterThanOrEqual(least);
  const compute = (
    funnel as unknown as Record<string, (...args: unknown[]) => unknown>
  )[mathsName(id)]!;
  for (const { args, expected, rel, abs } of own) {
    const given = args.map((each) => (each === null ? undefined : each));
    expectClose(plain(compute(...given)), expected, { rel, abs });
    for (const shape of [row, column]) {
      const ranges = args.map((each) =>
        Array.isArray(each) ? shape(each) : each,
      );
      const laid = args.some((each) => Array.isArray(each)) ? shape : row;
      const outcome = callFace(id, ranges);
      expectClose(
        "value" in outcome ? plain(outcome.value) : outcome,
        Array.isArray(expected) ? laid(expected) : expected,
        { rel, abs },
      );
    }
  }
});
