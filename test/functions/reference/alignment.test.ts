/** The reference cases through the Excel faces: ranges both ways, blanks as nothing, as "" and as 0, errors in cells. */
import { expectOutcome, referenceCases } from "../referenceCases";
import { callFace, column, installRuntime, row } from "../runtime";

beforeAll(() => {
  installRuntime();
});

const SHAPES = [
  ["row", row],
  ["column", column],
] as const;

/** What a blank cell may arrive as; a 0 means one only behind another 0. */
const blanks = (values: unknown[]): unknown[][] =>
  [null, "", undefined, ...(values[0] === 0 ? [0] : [])].map((blank) =>
    values.map((value) => value ?? blank),
  );

describe.each(SHAPES)("drivers in a %s", (_, shape) => {
  test.each(referenceCases("06_variance", "GAP"))("%s", (_, each) => {
    const plan = shape(each.args.plan as number[]);
    const methods = [each.args.method as string];
    if (methods[0] === "shapley") methods.push("", " Shapley ");
    for (const actual of blanks(each.args.actual as unknown[]))
      for (const method of methods)
        expectOutcome(
          callFace("GAP_DRIVERS", [plan, shape(actual), method]),
          each,
          (expected) => shape(expected as number[]),
        );
  });

  test.each(referenceCases("06_variance", "GAP_BY_OWNER"))("%s", (_, each) => {
    const { plan, actual, owners } = each.args as Record<string, unknown[]>;
    const names = ["marketing", "shared", "sales"];
    expectOutcome(
      callFace("GAP_BY_OWNER", [shape(plan!), shape(actual!), shape(owners!)]),
      each,
      (expected) =>
        (expected as number[]).map((amount, at) => [names[at], amount]),
    );
  });
});

test.each(referenceCases("06_variance", "GAP_SEGMENTS"))("%s", (_, each) => {
  const { plan, actual } = each.args as Record<string, unknown[][]>;
  expectOutcome(callFace("GAP_DRIVERS", [plan, actual]), each, (expected) => [
    expected,
  ]);
  const owners = ["marketing", "marketing", "sales", "sales"];
  const [v, r, w, d] = each.expected as [number, number, number, number];
  for (const shape of [row, column])
    expectOutcome(
      callFace("GAP_BY_OWNER", [plan, actual, shape(owners)]),
      each,
      () => [
        ["marketing", v + r],
        ["sales", w + d],
      ],
    );
});

test.each(referenceCases("06_variance", "BELOW_PLAN"))("%s", (_, each) => {
  const { x, n, agreed } = each.args as Record<string, number>;
  for (const converted of x === 0 ? [0, null, "", undefined] : [x, [[x]]])
    expectOutcome(
      callFace("BELOW_AGREED", [converted, n, agreed]),
      each,
      (expected) => [expected],
    );
});

test("an error in a cell comes out as itself", () => {
  const error = { type: "Error", basicType: "Error", basicValue: "#DIV/0!" };
  expect(callFace("GAP_DRIVERS", [[[5, 1]], [[6, error]]])).toEqual({
    error: "#DIV/0!",
    sentence: "actual 2 holds the error #DIV/0! - correct that cell first",
  });
  const table = [
    [1, 2],
    [3, 4],
  ];
  expect(
    callFace("GAP_DRIVERS", [
      table,
      [
        [1, 2],
        [error, 4],
      ],
    ]),
  ).toEqual({
    error: "#DIV/0!",
    sentence: "actual 2, 1 holds the error #DIV/0! - correct that cell first",
  });
  expect(callFace("GAP_BY_OWNER", [[[5]], [[6]], [[error]]])).toEqual({
    error: "#DIV/0!",
    sentence: "owner 1 holds the error #DIV/0! - correct that cell first",
  });
  expect(callFace("BELOW_AGREED", [error, 5, 0.5])).toEqual({
    error: "#DIV/0!",
    sentence: "converted holds the error #DIV/0! - correct that cell first",
  });
});

describe("what a cell holds", () => {
  const amounts = (args: unknown[]) =>
    (callFace("GAP_DRIVERS", args) as { value: number[][] }).value.flat();

  test("a 0 behind a 0 blames nobody, a 0 behind volume does", () => {
    expect(amounts([[[100, 0.5, 10]], [[100, 0, 0]]])).toEqual([0, -500, 0]);
    expect(amounts([[[100, 0.5, 10]], [[100, 0, null]]])).toEqual([0, -500, 0]);
    expect(amounts([[[100, 0.5, 10]], [[0, 0, 0]]])).toEqual([-500, 0, 0]);
  });

  test("plan and actual may lie differently; the result lies like the plan", () => {
    expect(
      callFace("GAP_DRIVERS", [column([100, 0.5]), row([120, 0.4])]),
    ).toEqual({ value: [[9], [-11]] });
  });

  test("one cell is one driver", () => {
    expect(callFace("GAP_DRIVERS", [100, 120])).toEqual({ value: [[20]] });
    expect(callFace("GAP_BY_OWNER", [100, 120, "Marketing"])).toEqual({
      value: [["Marketing", 20]],
    });
  });

  test("whole columns end where their entries end", () => {
    const tail = (cells: unknown[]) =>
      column([...cells, ...new Array<unknown>(400).fill(0)]);
    expect(
      callFace("GAP_DRIVERS", [tail([100, 0.5]), tail([120, 0.4])]),
    ).toEqual({ value: [[9], [-11]] });
    const pairs = (rows: unknown[][]) => [
      ...rows,
      ...Array.from({ length: 400 - rows.length }, () => [null, null]),
    ];
    expect(
      callFace("GAP_DRIVERS", [
        pairs([
          [100, 0.5],
          [50, 0.2],
        ]),
        pairs([[120, 0.4]]),
      ]),
    ).toEqual({ value: [[9, -11]] });
  });

  test("owners: capitals and spaces do not count, the first spelling is shown, blanks are nobody's", () => {
    expect(
      callFace("GAP_BY_OWNER", [
        [[100, 0.5, 2, 3]],
        [[200, 0.5, 2, 6]],
        [[" Sales  East", "sales east", 0, null]],
      ]),
    ).toEqual({
      value: [
        ["Sales East", 450],
        ["(no owner)", 450],
      ],
    });
  });
});
