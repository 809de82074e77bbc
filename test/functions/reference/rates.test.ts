/** The reference cases of rates and experiments through the Excel faces. */
import { expectOutcome, blanks, referenceCases } from "../referenceCases";
import type { ReferenceCase } from "../referenceCases";
import { callFace, column, installRuntime, row } from "../runtime";

beforeAll(() => {
  installRuntime();
});

const of = (name: string) => referenceCases("02_rates", name);

const SCALARS: [
  name: string,
  id: string,
  order: (args: ReferenceCase["args"]) => unknown[],
][] = [
  ["RATE_CI", "RATE_RANGE", (a) => [a.x, a.n, a.confidence, a.method]],
  [
    "SHRINK",
    "BLENDED_RATE",
    (a) => [a.x, a.n, a.priorRate, a.priorWeight, a.confidence],
  ],
  ["PRIOR_FROM_RANGE", "PRIOR_WEIGHT", (a) => [a.low, a.high, a.confidence]],
  ["COMPARE", "RATE_DIFFERENCE", (a) => [a.x1, a.n1, a.x2, a.n2, a.confidence]],
  [
    "SAMPLE_SIZE",
    "EXPERIMENT_SIZE",
    (a) => [a.rate, a.halfWidth, a.confidence],
  ],
];

describe.each(SCALARS)("%s through %s", (name, id, order) => {
  test.each(of(name))("%s", (_, each) => {
    const laid = (expected: unknown) =>
      Array.isArray(expected) ? row(expected) : expected;
    for (const given of blanks(order(each.args))) {
      expectOutcome(callFace(id, given), each, laid);
      // References to single cells may arrive as matrices.
      const cells = given.map((value) =>
        typeof value === "number" ? [[value]] : value,
      );
      expectOutcome(callFace(id, cells), each, laid);
    }
  });

  test("an omitted confidence is 80 %", () => {
    const { confidence: _, ...args } = of(name)[0]![1].args;
    const given = order({ ...args, confidence: 0.8 });
    const omitted = order(args);
    for (const blank of [null, undefined, ""])
      if (id !== "BLENDED_RATE")
        expect(
          callFace(
            id,
            omitted.map((value) => (value === undefined ? blank : value)),
          ),
        ).toEqual(callFace(id, given));
  });
});

describe.each([
  ["row", row],
  ["column", column],
] as const)("ranges as a %s", (_, shape) => {
  test.each(of("POOL"))("%s", (_, each) => {
    for (const counts of blanks(each.args.x as unknown[]))
      expectOutcome(
        callFace("POOLED_RATES", [shape(counts), shape(each.args.n as [])]),
        each,
        (expected) => shape(expected as unknown[]),
      );
  });

  test.each(of("CHAIN_CI"))("%s", (_, each) => {
    const { x, n, confidence } = each.args as {
      x: unknown[];
      n: unknown[];
      confidence: number;
    };
    const laid = x.length > 1 ? shape : row;
    for (const counts of blanks(x))
      expectOutcome(
        callFace("CHAIN_RANGE", [shape(counts), shape(n), confidence]),
        each,
        (expected) => laid(expected as unknown[]),
      );
    if (x.length === 1)
      expectOutcome(
        callFace("CHAIN_RANGE", [x[0], n[0], confidence]),
        each,
        (expected) => row(expected as unknown[]),
      );
  });
});
