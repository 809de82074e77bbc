/** The reference cases of Plan through the Excel faces: ranges both ways, omitted arguments, blanks as 0 and as nothing. */
import {
  blanks,
  expectOutcome,
  referenceCases,
  type ReferenceCase,
} from "../referenceCases";
import { callFace, column, installRuntime, row } from "../runtime";

beforeAll(() => {
  installRuntime();
});

const of = (name: string) => referenceCases("01_reverse_funnel", name);

/** The case with another result: that of one of its cells, or an error. */
const expecting = (each: ReferenceCase, expected: unknown): ReferenceCase => ({
  ...each,
  expected,
});

const SHAPES = [
  ["row", row],
  ["column", column],
] as const;

describe.each(SHAPES)("ranges as a %s", (_, shape) => {
  const laid = (expected: unknown) =>
    Array.isArray(expected) ? shape(expected) : expected;

  test.each(of("REQUIRED"))("REQUIRED_VOLUMES %s", (_, each) => {
    const { target, dealSize, rates, rounding } = each.args;
    for (const given of blanks(rates))
      for (const share of [null, undefined, "", 1])
        expectOutcome(
          callFace("REQUIRED_VOLUMES", [
            ...[target, dealSize, shape(given), share, rounding],
          ]),
          each,
          // One rate in one cell: a row.
          rates.length > 1 ? laid : (expected) => row(expected as unknown[]),
        );
  });

  test.each(of("FORWARD"))(
    "EXPECTED_VOLUMES and EXPECTED_BOOKINGS %s",
    (_, each) => {
      const { volume, rates, dealSize } = each.args;
      const expected = each.expected as number[];
      const volumes = expected.slice(0, -1);
      expectOutcome(
        callFace("EXPECTED_VOLUMES", [volume, shape(rates)]),
        expecting(each, volumes.length > 1 ? laid(volumes) : row(volumes)),
      );
      expectOutcome(
        callFace("EXPECTED_BOOKINGS", [volume, shape(rates), dealSize]),
        expecting(each, expected.at(-1)),
      );
    },
  );

  test.each(of("APPORTION"))("APPORTION %s", (_, each) => {
    for (const weights of blanks(each.args.weights))
      expectOutcome(
        callFace("APPORTION", [each.args.total, shape(weights)]),
        each,
        laid,
      );
  });

  test.each(of("NTM_BOOKINGS"))("BOOKINGS_FOR_REVENUE %s", (_, each) => {
    for (const phasing of blanks(each.args.phasing))
      for (const term of [null, undefined, 12])
        expectOutcome(
          callFace("BOOKINGS_FOR_REVENUE", [
            ...[each.args.revenue, shape(phasing), term],
          ]),
          each,
        );
  });
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
  (_, each) => {
    const { target, dealSize, rounding } = each.args;
    const rates = each.args.rates as number[];
    const { expected } = each;
    for (const [steps, id] of BY_STEPS.entries()) {
      if (steps > rates.length) continue;
      const own = rates.slice(rates.length - steps);
      const isError = !Array.isArray(expected);
      // An error that only a rate above causes does not reach the shorter chain.
      if (isError && steps < rates.length) continue;
      for (const given of blanks(own))
        expectOutcome(
          callFace(id, [target, dealSize, ...given, null, rounding]),
          isError ? each : expecting(each, expected[rates.length - steps]),
        );
    }
  },
);

test.each(of("COVERAGE"))(
  "REQUIRED_PIPELINE and PIPELINE_COVERAGE %s",
  (_, each) => {
    const { openPipeline, target, won, winRate } = each.args;
    const [, needed, times] = each.expected as (number | null)[];
    const required = expecting(each, needed);
    expectOutcome(
      callFace("REQUIRED_PIPELINE", [target, winRate, won]),
      required,
    );
    expectOutcome(
      callFace("PIPELINE_COVERAGE", [openPipeline, target, won]),
      expecting(each, times ?? { error: "#DIV/0!" }),
    );
    if (won === 0)
      for (const blank of [null, undefined, ""])
        expectOutcome(
          callFace("REQUIRED_PIPELINE", [target, winRate, blank]),
          required,
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
    const own = row(rates[at]!.slice(entry[at]));
    const wanted = expecting(each, row(rows[at]!.slice(entry[at])));
    const part = (targets as { value: number[][] }).value[at]![0];
    for (const given of [
      [target, dealSizes[at], own, share],
      [part, dealSizes[at], own],
    ])
      expectOutcome(callFace("REQUIRED_VOLUMES", given), wanted);
  });
});
