/** The reference cases of Budget through the Excel faces: tables of curves both ways, blanks as 0 and as nothing. */
import { expectClose } from "../../funnel/close";
import { expectOutcome, referenceCases } from "../referenceCases";
import { callFace, column, installRuntime, row } from "../runtime";

beforeAll(() => {
  installRuntime();
});

const of = (name: string) => referenceCases("09_budget", name);
const BLANKS = [0, null, "", undefined];

/** An h of 1 may be left out. */
const steepness = (h: unknown): unknown[] => (h === 1 ? [1, ...BLANKS] : [h]);

test.each([...of("RESPONSE"), ...of("MARGINAL_COST")])("%s", (_, each) => {
  const { spend, curve, a, b, h } = each.args;
  const id = each.function === "RESPONSE" ? "EXPECTED_RESULT" : "MARGINAL_COST";
  for (const money of spend === 0 ? BLANKS : [spend])
    for (const steep of steepness(h))
      for (const word of [curve, ` ${String(curve).toUpperCase()} `])
        expectOutcome(callFace(id, [money, word, a, b, steep]), each);
});

test.each(of("CALIBRATE"))("%s", (_, each) => {
  const { curve, spend1, response1, spend2, response2 } = each.args;
  for (const points of [
    [spend1, response1, spend2, response2],
    [spend2, response2, spend1, response1],
  ])
    expectOutcome(
      callFace("CALIBRATE_CURVE", [curve, ...points]),
      each,
      (expected) => row(expected as number[]),
    );
});

const turned = (lines: unknown[][]): unknown[][] =>
  lines[0]!.map((_, at) => lines.map((line) => line[at]));

/** The table with its lines in rows, with blanks for an h of 1, and in columns; and the way its results run. */
function tables(curves: unknown[][]) {
  const blank = BLANKS.map((each) =>
    curves.map(([curve, a, b, h]) => [curve, a, b, h === 1 ? each : h]),
  );
  const plain = curves.every(([, , , h]) => h === 1)
    ? [curves.map((line) => line.slice(0, 3))]
    : [];
  return [curves, ...blank, ...plain].flatMap((lines) => [
    { lines, shape: column },
    { lines: turned(lines), shape: row },
  ]);
}

test.each(of("ALLOCATE"))("%s", (_, each) => {
  const { budget, curves, min, max } = each.args;
  const expected = each.expected as { spend?: number[] };
  for (const { lines, shape } of tables(curves as unknown[][]))
    for (const blank of BLANKS)
      for (const beside of [row, column]) {
        const floors = (min as number[]).map((floor) => floor || blank);
        const caps = (max as (number | null)[]).map((cap) => cap ?? blank);
        const outcome = callFace("ALLOCATE_BUDGET", [
          budget,
          lines,
          floors.some(Boolean) ? beside(floors) : null,
          beside(caps),
        ]);
        if (expected.spend === undefined) {
          expect(outcome).toMatchObject({ error: "#NUM!" });
          continue;
        }
        const rest =
          (budget as number) - expected.spend.reduce((a, b) => a + b);
        expectClose(
          (outcome as { value: unknown }).value,
          shape([...expected.spend, rest]),
          { abs: 0.05 },
        );
      }
});

test.each(of("ALLOCATE_UNITS"))("%s", (_, each) => {
  const { budget, unitCost, curves } = each.args;
  for (const { lines, shape } of tables(curves as unknown[][]))
    expectOutcome(
      callFace("ALLOCATE_UNITS", [budget, unitCost, lines]),
      each,
      (expected) => shape(expected as number[]),
    );
});

test("one channel in a row, in a column, and blank lines between channels", () => {
  expect(callFace("ALLOCATE_BUDGET", [100, [["log", 60, 20000]]])).toEqual({
    value: [[100], [0]],
  });
  expect(callFace("ALLOCATE_BUDGET", [100, [["log"], [60], [20000]]])).toEqual({
    value: [[100, 0]],
  });
  for (const blank of BLANKS) {
    const none = [blank, blank, blank, blank];
    const lines = [["log", 60, 20000, 0], none, ["log", 60, 20000, 0], none];
    expect(callFace("ALLOCATE_BUDGET", [100, lines])).toEqual({
      value: [[50], [0], [50], [0], [0]],
    });
    expect(callFace("ALLOCATE_UNITS", [100, 25, lines])).toEqual({
      value: [[2], [0], [2], [0]],
    });
  }
});

test("whole columns lose their blank ends, floors and caps with them", () => {
  const tail = new Array<unknown>(500).fill(null);
  const lines = [
    ["log", 60, 20000],
    ["log", 60, 20000],
    ...tail.map(() => [null, 0, ""]),
  ];
  expect(
    callFace("ALLOCATE_BUDGET", [
      100,
      lines,
      column([null, 30, ...tail]),
      column([20, null, ...tail]),
    ]),
  ).toEqual({ value: [[20], [80], [0]] });
});
