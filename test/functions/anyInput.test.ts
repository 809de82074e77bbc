/** Whatever a cell can hold, in any shape: every function answers with sound cells or with an error and its sentence. */
import fc from "fast-check";
import { FACES, callFace, installRuntime } from "./runtime";

beforeAll(() => {
  installRuntime();
});

const error = fc
  .constantFrom("#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#SPILL!")
  .map((code) => ({ type: "Error", basicType: "Error", basicValue: code }));

/** What a planner's cell holds, and what it should not. */
const likely = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 400 }) },
  { weight: 2, arbitrary: fc.integer({ min: 45_000, max: 46_500 }) },
  { weight: 2, arbitrary: fc.double({ min: 0, max: 1e7, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, null, "", undefined) },
);
const unlikely = fc.oneof(
  fc.double(),
  fc.constantFrom(1e308, -1e308, 5e-324, -0, 2 ** 53, 1e15, -1, NaN, Infinity),
  fc.constantFrom(
    "Weibull",
    "a > b",
    "hill",
    "0000011",
    "Q",
    "25%",
    "1e5",
    " ",
  ),
  fc.string({ maxLength: 6 }),
  fc.boolean(),
  error,
  fc.constant({ type: "Entity", text: "Acme", properties: {} }),
  fc.constant({ type: "FormattedNumber", basicType: "Double", basicValue: 5 }),
);
const value = fc.oneof(
  { weight: 12, arbitrary: likely },
  { weight: 1, arbitrary: unlikely },
);

const range = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(value, { minLength: 1, maxLength: 6 })
      .map((row) => [row]),
  },
  {
    weight: 4,
    arbitrary: fc
      .array(value, { minLength: 1, maxLength: 6 })
      .map((column) => column.map((each) => [each])),
  },
  {
    weight: 1,
    arbitrary: fc.array(fc.array(value, { maxLength: 4 }), { maxLength: 4 }),
  },
  // A whole column: a few cells and a long blank tail.
  {
    weight: 1,
    arbitrary: fc
      .array(value, { maxLength: 5 })
      .chain((head) =>
        fc
          .constantFrom(null, 0, "")
          .map((blank) =>
            [...head, ...new Array<unknown>(400).fill(blank)].map((each) => [
              each,
            ]),
          ),
      ),
  },
);
const argument = fc.oneof(
  { weight: 5, arbitrary: value },
  { weight: 4, arbitrary: range },
);

const SENTENCE = /^\S.{9,}$/;

test.each(Object.keys(FACES))("%s", (id) => {
  const count = FACES[id]!.length;
  fc.assert(
    fc.property(
      fc.array(argument, { minLength: count, maxLength: count }),
      (args) => {
        const outcome = callFace(id, args);
        if ("error" in outcome) {
          expect(outcome.error).toMatch(/^#/);
          expect(outcome.sentence).toMatch(SENTENCE);
          return;
        }
        const rows = Array.isArray(outcome.value)
          ? (outcome.value as unknown[][])
          : [[outcome.value]];
        expect(rows.length).toBeGreaterThan(0);
        expect(rows[0]!.length).toBeGreaterThan(0);
        for (const row of rows) {
          expect(row).toHaveLength(rows[0]!.length);
          for (const cell of row) {
            if (cell instanceof CustomFunctions.Error)
              expect(cell.message).toMatch(SENTENCE);
            else if (typeof cell === "number") {
              expect(Number.isFinite(cell)).toBe(true);
              expect(Object.is(cell, -0)).toBe(false);
            } else expect(typeof cell).toBe("string");
          }
        }
      },
    ),
    { seed: 20261122, numRuns: 1000 },
  );
});
