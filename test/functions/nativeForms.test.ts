/** The plain formula of each function gives the same result in LibreOffice as the function does: all in one workbook. */
import { NATIVE_IDS } from "../../src/formula/native";
import { PAGE_NOTES } from "../../src/functions/pageNotes";
import type { CatalogueParameter } from "../../src/functions/catalogue";
import { generateFunctionsJson } from "../../src/tools/functionsJson";
import { expectClose } from "../funnel/close";
import { NATIVE_CASES } from "./nativeCases";
import { laidOut, type Laid } from "./nativeSheet";
import { recalculated, type Calculated } from "./recalculated";
import { callFace, installRuntime, type Outcome } from "./runtime";

const GROUPS = Object.entries(NATIVE_CASES).filter(
  ([, cases]) => cases.length > 0,
);
const ALONG = ["row", "column"] as const;

let parameters: Record<string, CatalogueParameter[]>;
const laid: Record<string, Laid[]> = {};
const results: Record<string, Calculated> = {};
const CONTROL = 20_000;

beforeAll(async () => {
  installRuntime();
  const { functions } = await generateFunctionsJson();
  parameters = Object.fromEntries(
    functions.map((each) => [each.id, each.parameters]),
  );
  const sheets = GROUPS.flatMap(([group, cases]) =>
    ALONG.map((along) => {
      const own = laidOut(cases, parameters, along);
      laid[`${group}, ${along}`] = own;
      return [
        { row: CONTROL, column: 0, formula: "=4*2" },
        ...own.flatMap(({ cells }) => cells),
      ];
    }),
  );
  recalculated(sheets).forEach((calculated, at) => {
    results[Object.keys(laid)[at]!] = calculated;
  });
}, 180_000);

test("a planted wrong result is corrected", () => {
  for (const calculated of Object.values(results))
    expect(calculated.get(`A${CONTROL + 1}`)).toBe(8);
});

describe.each(
  GROUPS.flatMap(([group, cases]) =>
    ALONG.map((along) => [group, along, cases] as const),
  ),
)("%s along a %s", (group, along, cases) => {
  const ids = [...new Set(cases.map((each) => each.function))];
  test.each(ids)("%s", (id) => {
    const own = laid[`${group}, ${along}`]!.filter(
      ({ each }) => each.function === id,
    );
    for (const { each, args, spots } of own) {
      const expected = shown(callFace(id, args));
      const got = spots(expected).map((line) =>
        line.map((spot) => results[`${group}, ${along}`]!.get(spot)),
      );
      try {
        expectClose(got, expected, { rel: each.rel ?? 1e-9, abs: each.abs });
      } catch (fault) {
        throw new Error(
          `${id}(${JSON.stringify(each.args)}): ${String(fault)}`,
          { cause: fault },
        );
      }
    }
  });
});

test("every function with a plain formula is proved on at least 50 calls", () => {
  const counts = new Map<string, number>();
  for (const each of Object.values(NATIVE_CASES).flat())
    counts.set(each.function, (counts.get(each.function) ?? 0) + 1);
  for (const id of NATIVE_IDS)
    expect([id, (counts.get(id) ?? 0) >= 50]).toEqual([id, true]);
});

test("the formula on each page is that of its arguments", () => {
  for (const [id, { cells }] of Object.entries(PAGE_NOTES))
    for (const name of Object.keys(cells ?? {}))
      expect(parameters[id]!.map((each) => each.name)).toContain(name);
});

/** The rows of a result; an error counts once, wherever the formula stands. */
function shown(outcome: Outcome): unknown[][] {
  if ("error" in outcome) return [[outcome.error]];
  const { value } = outcome;
  const rows = Array.isArray(value) ? (value as unknown[][]) : [[value]];
  return rows.map((line) =>
    line.map((cell) =>
      cell instanceof CustomFunctions.Error ? cell.code : cell,
    ),
  );
}
