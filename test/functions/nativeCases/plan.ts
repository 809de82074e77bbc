/** Plan. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { NativeCase } from "./nativeCase";

const PLAN_CASES = JSON.parse(
  readFileSync(join(__dirname, "../../fixtures/plan_cases.json"), "utf8"),
) as NativeCase[];

/** Missing values: plain formulas and functions fail alike. */
const MISSING: NativeCase[] = [
  ["REQUIRED_DEALS", [1000, 0]],
  ["REQUIRED_DEALS", [0, 0]],
  ["REQUIRED_DEALS", [null, 10]],
  ["REQUIRED_SQLS", [1000, 10, 0]],
  ["REQUIRED_SQLS", [1000, 10, null]],
  ["REQUIRED_SQLS", [0, 10, 0]],
  ["REQUIRED_MQLS", [1000, 10, null, 0.5, 0.5, "final"]],
  ["REQUIRED_MQLS", [1000, 10, 0.5, null, null, "cascade"]],
  ["REQUIRED_MQLS", [1000, 10, 0.5, 0, 0]],
  ["REQUIRED_INQUIRIES", [0, 10, 0, 0, 0, null, "cascade"]],
  ["REQUIRED_VOLUMES", [0, 10, [0.5, 0, 0.5], null, "final"]],
  ["EXPECTED_BOOKINGS", [100, [0.5, null], 10]],
  ["EXPECTED_VOLUMES", [100, [0.5, null, 0.5]]],
  ["BOOKINGS_FOR_REVENUE", [0, [0, 0]]],
  ["BOOKINGS_FOR_REVENUE", [100, [0, 0]]],
  ["BOOKINGS_FOR_REVENUE", [100, [1, null, 2]]],
  ["APPORTION", [10, [0.5, null, 0.5]]],
  ["PIPELINE_COVERAGE", [100, 10, 10]],
  ["PIPELINE_COVERAGE", [100, 0]],
  ["REQUIRED_PIPELINE", [100, 0, 100]],
  ["REQUIRED_PIPELINE", [100, 0, 10]],
  ["REQUIRED_REPS", [0, 0]],
  ["REQUIRED_REPS", [5, 0, 0.5]],
  ["REQUIRED_REPS", [5, 10, 0]],
].map(([id, args]) => ({ function: id as string, args: args as unknown[] }));

const REFERENCE = (
  JSON.parse(
    readFileSync(
      join(__dirname, "../../fixtures/reference/01_reverse_funnel.json"),
      "utf8",
    ),
  ) as { function: string; args: Record<string, unknown>; expected: unknown }[]
)
  .filter(
    ({ expected }) => Array.isArray(expected) || typeof expected === "number",
  )
  .flatMap(({ function: name, args }): NativeCase[] => {
    const { target, dealSize, rates, rounding, volume, total, weights } = args;
    const { openPipeline, won, winRate, revenue, phasing } = args;
    if (name === "REQUIRED")
      return [
        {
          function: "REQUIRED_VOLUMES",
          args: [target, dealSize, rates, null, rounding],
        },
      ];
    if (name === "FORWARD")
      return [
        { function: "EXPECTED_VOLUMES", args: [volume, rates] },
        { function: "EXPECTED_BOOKINGS", args: [volume, rates, dealSize] },
      ];
    if (name === "APPORTION")
      return [{ function: "APPORTION", args: [total, weights] }];
    if (name === "NTM_BOOKINGS")
      return [{ function: "BOOKINGS_FOR_REVENUE", args: [revenue, phasing] }];
    if (name === "COVERAGE")
      return [
        { function: "PIPELINE_COVERAGE", args: [openPipeline, target, won] },
        { function: "REQUIRED_PIPELINE", args: [target, winRate, won] },
      ];
    return [];
  });

export const PLAN: NativeCase[] = [...PLAN_CASES, ...REFERENCE, ...MISSING];
