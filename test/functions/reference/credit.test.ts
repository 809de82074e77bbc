/** The reference cases of Credit through the Excel faces: ranges both ways, blanks as 0 and as nothing. */
import { blanks, expectOutcome, referenceCases } from "../referenceCases";
import { callFace, column, installRuntime, row } from "../runtime";

beforeAll(() => {
  installRuntime();
});

const of = (name: string) => referenceCases("08_credit", name);

describe.each([
  ["row", row],
  ["column", column],
] as const)("ranges as a %s", (_, shape) => {
  test.each(of("CREDIT"))("%s", (_, each) => {
    const { touches, close, model, halfLife } = each.args;
    const laid = (expected: unknown) =>
      (touches as unknown[]).length > 1
        ? shape(expected as number[])
        : row(expected as number[]);
    // A half-life may stand there though the model reads none.
    for (const half of halfLife === undefined
      ? [null, undefined, ""]
      : [halfLife])
      for (const word of [model, ` ${String(model).toUpperCase()}`])
        expectOutcome(
          callFace("CREDIT_SPLIT", [shape(touches), close, word, half]),
          each,
          laid,
        );
  });

  test.each(of("CREDIT_BY_TEAM"))("%s", (_, each) => {
    const { value, touches, teams, close, model } = each.args;
    // Blank rows, as in a form for more touches, change nothing.
    for (const blank of [0, null, ""])
      expectOutcome(
        callFace("TEAM_CREDIT", [
          value,
          shape([...touches, blank]),
          shape([...teams, blank]),
          close,
          model,
        ]),
        each,
      );
  });

  test.each(of("MARKOV_CREDIT"))("%s", (_, each) => {
    const { paths, conversions, nulls } = each.args;
    for (const bought of blanks(conversions as unknown[]))
      for (const left of blanks(nulls as unknown[]))
        expectOutcome(
          callFace("MARKOV_CREDIT", [
            shape([...paths, left[0] === 0 ? 0 : ""]),
            shape([...bought, null]),
            shape([...left, 0]),
          ]),
          each,
        );
  });

  test.each(of("SHAPLEY_CREDIT"))("%s", (_, each) => {
    const { paths, conversions } = each.args;
    for (const bought of blanks(conversions as unknown[]))
      expectOutcome(
        callFace("SHAPLEY_CREDIT", [shape(paths), shape(bought)]),
        each,
      );
  });

  test.each(of("BONUS_SPLIT"))("%s", (_, each) => {
    const { pool, weights, own, shared, sharedWeight, threshold, cap } =
      each.args;
    expectOutcome(
      callFace("BONUS_PAYOUT", [
        pool,
        shape(weights),
        shape(own),
        shared,
        sharedWeight,
        threshold,
        cap,
      ]),
      each,
      (expected) => shape(expected as number[]),
    );
  });
});

test("whole columns lose their blank ends", () => {
  const tail = new Array<null>(1000).fill(null);
  const long = (values: unknown[]) => column([...values, ...tail]);
  expect(
    callFace("CREDIT_SPLIT", [long([46000, 46010]), 46020, "linear"]),
  ).toEqual({ value: [[0.5], [0.5]] });
  expect(
    callFace("MARKOV_CREDIT", [long(["a > b", "b"]), long([1]), long([0, 3])]),
  ).toEqual({
    value: [
      ["a", 0.25, 0.2],
      ["b", 1, 0.8],
    ],
  });
  expect(
    callFace("TEAM_CREDIT", [
      100,
      long([46000, 46010]),
      long(["x", "y"]),
      46020,
      "last",
    ]),
  ).toEqual({
    value: [
      ["x", 0],
      ["y", 100],
    ],
  });
});

test("without nulls every customer on a path bought", () => {
  const paths = column(["a > b", "b"]);
  const none = callFace("MARKOV_CREDIT", [
    paths,
    column([1, 1]),
    column([0, 0]),
  ]);
  for (const left of [null, undefined, "", [[null]]])
    expect(callFace("MARKOV_CREDIT", [paths, column([1, 1]), left])).toEqual(
      none,
    );
});
