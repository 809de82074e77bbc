/** The reference cases of Money through the Excel faces. */
import {
  blanks,
  expectOutcome,
  referenceCases,
  type ReferenceCase,
} from "../referenceCases";
import {
  callFace,
  column,
  installRuntime,
  row,
  type Outcome,
} from "../runtime";

beforeAll(() => {
  installRuntime();
});

const SHAPES = [
  ["row", row],
  ["column", column],
] as const;

const of = (name: string) => referenceCases("10_economics", name);

/** Errors within a result as null, as in the file. */
function cells(outcome: Outcome): Outcome {
  if (!("value" in outcome) || !Array.isArray(outcome.value)) return outcome;
  const rows = outcome.value as unknown[][];
  return {
    value: rows.map((line) =>
      line.map((each) => (each instanceof CustomFunctions.Error ? null : each)),
    ),
  };
}

const SCALARS: [
  name: string,
  id: string,
  order: (args: ReferenceCase["args"]) => unknown[],
][] = [
  ["ROMI", "ROMI", (a) => [a.bookings, a.grossMargin, a.cost]],
  ["CAC", "CAC", (a) => [a.marketing, a.sales, a.customers]],
  [
    "PAYBACK_MONTHS",
    "CAC_PAYBACK",
    (a) => [a.cac, a.arpa, a.grossMargin, a.churn],
  ],
  [
    "LTV",
    "LIFETIME_VALUE",
    (a) => [a.arpa, a.grossMargin, a.churn, a.discount],
  ],
];

describe.each(SCALARS)("%s through %s", (name, id, order) => {
  test.each(of(name))("%s", (_, each) => {
    for (const given of blanks(order(each.args))) {
      expectOutcome(callFace(id, given), each);
      expectOutcome(
        callFace(
          id,
          given.map((value) => [[value]]),
        ),
        each,
      );
    }
  });
});

test.each(of("CAC_CI"))("CAC_RANGE %s", (_, each) => {
  const { spend, leads, customers, confidence } = each.args;
  const laid = (expected: unknown) => row(expected as number[]);
  expectOutcome(
    callFace("CAC_RANGE", [spend, leads, customers, confidence]),
    each,
    laid,
  );
  if (confidence === 0.8)
    for (const leftOut of [null, undefined, ""])
      expectOutcome(
        callFace("CAC_RANGE", [spend, leads, customers, leftOut]),
        each,
        laid,
      );
});

describe.each(SHAPES)("ranges as a %s", (_, shape) => {
  const laid = (expected: unknown) => shape(expected as unknown[]);

  test.each(of("COST_PER_STAGE"))("COST_PER_STAGE %s", (_, each) => {
    for (const spend of blanks(each.args.spend as unknown[]))
      for (const other of [row, column])
        expectOutcome(
          cells(
            callFace("COST_PER_STAGE", [
              shape(spend),
              other(each.args.volumes as unknown[]),
            ]),
          ),
          each,
          laid,
        );
  });

  test.each(of("CAC_LAGGED"))("LAGGED_CAC %s", (_, each) => {
    const { spend, customers, lag } = each.args as Record<string, number[]>;
    // A share of 0 at the end changes nothing.
    for (const shares of [lag!, [...lag!, 0], [...lag!, null], [...lag!, ""]])
      expectOutcome(
        cells(
          callFace("LAGGED_CAC", [
            shape(spend!),
            shape(customers!),
            shape(shares),
          ]),
        ),
        each,
        laid,
      );
    if (lag!.length === 1)
      expectOutcome(
        cells(callFace("LAGGED_CAC", [shape(spend!), shape(customers!), 1])),
        each,
        laid,
      );
  });
});
