/** Custom functions as the spreadsheet of the workbench calls them. */
import { engineFunctions } from "../../src/workbench/page/functions";

const catalogue = {
  functions: [
    {
      id: "DOUBLE",
      name: "DOUBLE",
      description: "Twice a number.",
      helpUrl: "https://localhost:3000/reference/DOUBLE.html",
      parameters: [
        { name: "values", type: "any", dimensionality: "matrix" },
        {
          name: "factor",
          description: "How often (count)",
          type: "number",
          optional: true,
        },
      ],
    },
    { id: "LOST", name: "LOST", parameters: [] },
  ],
};

/** As thrown from another page: no class that this one knows. */
const refusal = Object.assign(new Error("factor must be above 0."), {
  code: "#VALUE!",
});

const call = (run: (...args: unknown[]) => unknown, args: unknown[] = []) => {
  const [found] = engineFunctions(
    "FUNNEL",
    catalogue,
    new Map([["DOUBLE", run]]),
  );
  return found?.call(args).value;
};

test("a function looks as functions.json says, and one that the page lacks is left out", () => {
  const found = engineFunctions(
    "FUNNEL",
    catalogue,
    new Map([["DOUBLE", () => 1]]),
  );
  expect(found).toEqual([
    {
      name: "FUNNEL.DOUBLE",
      description: "Twice a number.",
      helpUrl: "https://localhost:3000/reference/DOUBLE.html",
      parameters: [
        { name: "values", optional: false, matrix: true, type: "any" },
        {
          name: "factor",
          description: "How often (count)",
          optional: true,
          matrix: false,
          type: "number",
        },
      ],
      call: expect.any(Function),
    },
  ]);
});

test("arguments arrive in order, with Excel's own argument behind them", () => {
  const seen: unknown[] = [];
  call((...args) => seen.push(...args), [[[1, 2]], null]);
  expect(seen).toEqual([
    [[1, 2]],
    null,
    { address: undefined, functionName: "FUNNEL.DOUBLE" },
  ]);
});

test.each<[string, () => unknown, unknown]>([
  ["a number", () => 2, 2],
  ["a text", () => "two", "two"],
  ["a truth value", () => false, false],
  ["nothing, which Excel shows as 0", () => null, 0],
  ["a matrix", () => [[1, "b"]], [[1, "b"]]],
  ["a list, which is a column", () => [1, 2], [[1], [2]]],
  [
    "an error with its sentence",
    () => {
      throw refusal;
    },
    { error: "#VALUE!", sentence: "factor must be above 0." },
  ],
  [
    "an error inside a matrix",
    () => [[1, refusal]],
    [[1, { error: "#VALUE!", sentence: "factor must be above 0." }]],
  ],
  [
    "any other throw, without a word",
    () => {
      throw new TypeError("x is undefined");
    },
    { error: "#VALUE!" },
  ],
])("%s comes back as Excel has it", (_, run, expected) => {
  expect(call(run)).toEqual(expected);
});
