/** The reference cases through the Excel faces: ranges both ways, omitted arguments, blanks as 0 and as nothing. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expectClose, type Tolerance } from "../funnel/close";
import { callFace, column, installRuntime, row, type Outcome } from "./runtime";

interface Case {
  function: string;
  args: Record<string, unknown>;
  expected: unknown;
  tolerance: Tolerance | null;
}

const CASES = JSON.parse(
  readFileSync(
    join(__dirname, "../fixtures/reference/01_reverse_funnel.json"),
    "utf8",
  ),
) as Case[];

beforeAll(() => {
  installRuntime();
});

const of = (name: string) =>
  CASES.filter((each) => each.function === name).map(
    (each) => [JSON.stringify(each.args), each] as const,
  );

function check(
  outcome: Outcome,
  expected: unknown,
  tolerance: Tolerance | null,
) {
  const { error } = (expected ?? {}) as { error?: string };
  if (error === undefined)
    expectClose(
      "value" in outcome ? outcome.value : outcome,
      expected,
      tolerance,
    );
  else expect(outcome).toMatchObject({ error });
}

/** What an empty cell or one with 0 may arrive as. */
const blanks = (values: unknown): unknown[][] =>
  [0, null, "", undefined].map((blank) =>
    (values as unknown[]).map((value) => (value === 0 ? blank : value)),
  );

const SHAPES = [
  ["row", row],
  ["column", column],
] as const;

describe.each(SHAPES)("ranges as a %s", (_, shape) => {
  const laid = (expected: unknown) =>
    Array.isArray(expected) ? shape(expected) : expected;

  test.each(of("REQUIRED"))(
    "REQUIRED_VOLUMES %s",
    (_, { args, expected, tolerance }) => {
      for (const rates of blanks(args.rates))
        for (const share of [null, undefined, "", 1])
          check(
            callFace("REQUIRED_VOLUMES", [
              args.target,
              args.dealSize,
              shape(rates),
              share,
              args.rounding,
            ]),
            // One rate in one cell: a row.
            (args.rates as unknown[]).length > 1 || !Array.isArray(expected)
              ? laid(expected)
              : row(expected),
            tolerance,
          );
    },
  );

  test.each(of("FORWARD"))(
    "EXPECTED_VOLUMES and EXPECTED_BOOKINGS %s",
    (_, { args, expected, tolerance }) => {
      const volumes = (expected as number[]).slice(0, -1);
      check(
        callFace("EXPECTED_VOLUMES", [
          args.volume,
          shape(args.rates as unknown[]),
        ]),
        volumes.length > 1 ? laid(volumes) : row(volumes),
        tolerance,
      );
      check(
        callFace("EXPECTED_BOOKINGS", [
          args.volume,
          shape(args.rates as unknown[]),
          args.dealSize,
        ]),
        (expected as number[]).at(-1),
        tolerance,
      );
    },
  );

  test.each(of("APPORTION"))(
    "APPORTION %s",
    (_, { args, expected, tolerance }) => {
      for (const weights of blanks(args.weights))
        check(
          callFace("APPORTION", [args.total, shape(weights)]),
          laid(expected),
          tolerance,
        );
    },
  );

  test.each(of("NTM_BOOKINGS"))(
    "BOOKINGS_FOR_REVENUE %s",
    (_, { args, expected, tolerance }) => {
      for (const phasing of blanks(args.phasing))
        for (const term of [null, undefined, 12])
          check(
            callFace("BOOKINGS_FOR_REVENUE", [
              args.revenue,
              shape(phasing),
              term,
            ]),
            expected,
            tolerance,
          );
    },
  );
});

/** The scalar functions are the top row of a chain with so many rates. */
const BY_STEPS = [
  "REQUIRED_DEALS",
  "REQUIRED_SQLS",
  "REQUIRED_MQLS",
  "REQUIRED_INQUIRIES",
];

test.each(of("REQUIRED"))(
  "REQUIRED_DEALS to REQUIRED_INQUIRIES %s",
  (_, { args, expected, tolerance }) => {
    const rates = args.rates as number[];
    for (const [steps, id] of BY_STEPS.entries()) {
      if (steps > rates.length) continue;
      const own = rates.slice(rates.length - steps);
      const isError = !Array.isArray(expected);
      // An error that only a rate above causes does not reach the shorter chain.
      if (isError && steps < rates.length) continue;
      for (const given of blanks(own))
        check(
          callFace(id, [
            args.target,
            args.dealSize,
            ...given,
            null,
            args.rounding,
          ]),
          isError ? expected : expected[rates.length - steps],
          tolerance,
        );
    }
  },
);

test.each(of("COVERAGE"))(
  "REQUIRED_PIPELINE and PIPELINE_COVERAGE %s",
  (_, { args, expected, tolerance }) => {
    const [, needed, times] = expected as (number | null)[];
    check(
      callFace("REQUIRED_PIPELINE", [args.target, args.winRate, args.won]),
      needed,
      tolerance,
    );
    check(
      callFace("PIPELINE_COVERAGE", [args.openPipeline, args.target, args.won]),
      times ?? { error: "#DIV/0!" },
      tolerance,
    );
    if (args.won === 0)
      for (const blank of [null, undefined, ""])
        check(
          callFace("REQUIRED_PIPELINE", [args.target, args.winRate, blank]),
          needed,
          tolerance,
        );
  },
);

test("SOURCES through SOURCE_TARGETS and REQUIRED_VOLUMES, source by source", () => {
  const [, each] = of("SOURCES")[0]!;
  const { target, shares, dealSizes, rates, entry } = each.args as {
    target: number;
    shares: number[];
    dealSizes: number[];
    rates: number[][];
    entry: number[];
  };
  const rows = each.expected as (number | null)[][];
  const targets = callFace("SOURCE_TARGETS", [target, column(shares)]);
  shares.forEach((share, at) => {
    const own = rates[at]!.slice(entry[at]);
    const expected = rows[at]!.slice(entry[at]);
    check(
      callFace("REQUIRED_VOLUMES", [target, dealSizes[at], row(own), share]),
      row(expected),
      each.tolerance,
    );
    const part = (targets as { value: number[][] }).value[at]![0];
    check(
      callFace("REQUIRED_VOLUMES", [part, dealSizes[at], row(own)]),
      row(expected),
      each.tolerance,
    );
  });
});
