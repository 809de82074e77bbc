/** How custom functions are called and their answers read: the rules of Microsoft's runtime. */
import { engineFunctions } from "../../src/workbench/office/customFunctions";
import type { FunctionsJson } from "../../src/workbench/office/customFunctions";
import { open } from "./hostFixture";

const catalogue: FunctionsJson = {
  allowErrorForDataTypeAny: true,
  functions: [
    {
      id: "TEST",
      name: "TEST",
      description: "For tests.",
      helpUrl: "https://localhost/TEST.html",
      parameters: [
        { name: "first", description: "One", type: "number" },
        { name: "list", type: "any", dimensionality: "matrix" },
        { name: "rest", optional: true },
      ],
    },
    { id: "ABSENT", name: "ABSENT", parameters: [] },
  ],
};

/** The page's function, as the engine gets it. */
function made(run: (...args: unknown[]) => unknown) {
  const client = open();
  client.CustomFunctions.associate("TEST", run as never);
  const error = client.CustomFunctions.Error;
  const [entry, ...more] = engineFunctions(
    "FUNNEL",
    catalogue,
    client.functions.functions,
    (code) => new error(code as never),
  );
  if (!entry) throw new Error("The function was not found.");
  return { entry, more, CustomFunctions: client.CustomFunctions };
}

test("functions that the page associated are described; others are not offered", () => {
  const { entry, more } = made(() => 1);
  expect(more).toEqual([]);
  expect(entry).toMatchObject({
    name: "FUNNEL.TEST",
    description: "For tests.",
    helpUrl: "https://localhost/TEST.html",
    acceptsErrors: true,
    parameters: [
      {
        name: "first",
        description: "One",
        type: "number",
        matrix: false,
        optional: false,
      },
      { name: "list", type: "any", matrix: true, optional: false },
      { name: "rest", type: "any", matrix: false, optional: true },
    ],
  });
});

test("an omitted argument is null, and the invocation comes last", () => {
  const seen: unknown[][] = [];
  const { entry } = made((...args) => seen.push(args));
  entry.call([1, [[2, null]]]);
  expect(seen[0]?.slice(0, 3)).toEqual([1, [[2, null]], null]);
  expect(seen[0]?.[3]).toMatchObject({ functionName: "FUNNEL.TEST" });
  expect(seen[0]).toHaveLength(4);
});

test("an error in a cell arrives as an error of the page's own class", () => {
  let seen: unknown;
  const { entry, CustomFunctions: custom } = made((_first, list) => {
    seen = (list as unknown[][])[0]?.[0];
    throw seen;
  });
  expect(entry.call([1, [[{ error: "#DIV/0!" }]], null])).toEqual({
    value: { error: "#DIV/0!" },
  });
  expect(seen).toBeInstanceOf(custom.Error);
});

const error = (code: string, message?: string) =>
  Object.assign(new Error(message ?? ""), { code });

/** [what the function answers, what the cell shows] */
test.each<[string, () => unknown, unknown]>([
  ["a number", () => 1.5, 1.5],
  ["a text", () => "x", "x"],
  ["a truth value", () => false, false],
  ["nothing", () => undefined, 0],
  ["null", () => null, 0],
  ["NaN", () => NaN, { error: "#VALUE!" }],
  ["an infinity", () => -Infinity, { error: "#NUM!" }],
  ["a date, as text", () => new Date(0), "1970-01-01T00:00:00.000Z"],
  [
    "a rich value, by its plain one",
    () => ({ type: "Double", basicValue: 3 }),
    3,
  ],
  ["an object that is no value", () => ({}), { error: "#VALUE!" }],
  [
    "a matrix",
    () => [
      [1, "a"],
      [true, null],
    ],
    [
      [1, "a"],
      [true, 0],
    ],
  ],
  [
    "NaN in a matrix, a silent 0",
    () => [[NaN, Infinity, undefined]],
    [[0, 0, 0]],
  ],
  [
    "errors in a matrix",
    () => [[1, error("#N/A", "Not reached.")]],
    [[1, { error: "#N/A", sentence: "Not reached." }]],
  ],
  ["a list that is no matrix", () => [1, 2], { error: "#VALUE!" }],
  ["an empty list", () => [], { error: "#VALUE!" }],
])("%s", (_what, answer, value) => {
  expect(made(answer).entry.call([1, [[2]], null])).toEqual({ value });
});

test.each([
  [
    "#VALUE! with its sentence",
    "#VALUE!",
    "Enter a rate.",
    { error: "#VALUE!", sentence: "Enter a rate." },
  ],
  [
    "#N/A with its sentence",
    "#N/A",
    "Not reached.",
    { error: "#N/A", sentence: "Not reached." },
  ],
  ["#N/A without a sentence", "#N/A", "", { error: "#N/A" }],
  [
    "#DIV/0!, whose sentence Excel hides",
    "#DIV/0!",
    "Hidden.",
    { error: "#DIV/0!" },
  ],
  ["#NUM!, whose sentence Excel hides", "#NUM!", "Hidden.", { error: "#NUM!" }],
  ["#NULL!", "#NULL!", "", { error: "#NULL!" }],
  ["#NAME?, which becomes #VALUE!", "#NAME?", "Hidden.", { error: "#VALUE!" }],
  ["#REF!, which becomes #VALUE!", "#REF!", "Hidden.", { error: "#VALUE!" }],
])("throwing %s", (_what, code, message, value) => {
  const client = made(() => {
    throw new client.CustomFunctions.Error(code as never, message);
  });
  expect(client.entry.call([1, [[2]], null])).toEqual({ value });
});

test("any other thing thrown is #VALUE! without a word", () => {
  const { entry } = made(() => {
    throw new Error("inside");
  });
  expect(entry.call([1, [[2]], null])).toEqual({ value: { error: "#VALUE!" } });
});

test("a function that answers later is told apart", () => {
  const { entry } = made(() => Promise.resolve(1));
  expect(entry.call([1, [[2]], null])).toMatchObject({
    value: {
      error: "#VALUE!",
      sentence: expect.stringContaining("answers later"),
    },
  });
});
