/** The plain formula of each function gives the same number in LibreOffice as the function does. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  nativeForm,
  type NativeArguments,
} from "../../src/functions/nativeForms";
import { PAGE_NOTES } from "../../src/functions/pageNotes";
import { generateFunctionsJson } from "../../src/tools/functionsJson";
import { expectClose } from "../funnel/close";
import {
  address,
  recalculated,
  type Calculated,
  type WrittenCell,
} from "./recalculated";
import {
  callFace,
  column,
  FACES,
  installRuntime,
  row,
  type Outcome,
} from "./runtime";

interface Case {
  function: string;
  args: unknown[];
}

const PLAN_CASES = JSON.parse(
  readFileSync(join(__dirname, "../fixtures/plan_cases.json"), "utf8"),
) as Case[];

/** Missing values: plain formulas and functions fail alike. */
const MISSING: Case[] = [
  ["REQUIRED_DEALS", [1000, 0]],
  ["REQUIRED_DEALS", [0, 0]],
  ["REQUIRED_DEALS", [null, 10]],
  ["REQUIRED_SQLS", [1000, 10, 0]],
  ["REQUIRED_SQLS", [1000, 10, null]],
  ["REQUIRED_SQLS", [0, 10, 0]],
  ["REQUIRED_MQLS", [1000, 10, null, 0.5, 0.5, "final"]],
  ["REQUIRED_MQLS", [1000, 10, 0.5, null, null, "cascade"]],
  ["REQUIRED_MQLS", [1000, 10, 0.5, 0, 0]],
  ["REQUIRED_INQUIRIES", [0, 10, 0, 0, 0, null, "cascade"]],
  ["REQUIRED_VOLUMES", [0, 10, [0.5, 0, 0.5], null, "final"]],
  ["EXPECTED_BOOKINGS", [100, [0.5, null], 10]],
  ["EXPECTED_VOLUMES", [100, [0.5, null, 0.5]]],
  ["BOOKINGS_FOR_REVENUE", [0, [0, 0]]],
  ["BOOKINGS_FOR_REVENUE", [100, [0, 0]]],
  ["BOOKINGS_FOR_REVENUE", [100, [1, null, 2]]],
  ["APPORTION", [10, [0.5, null, 0.5]]],
  ["PIPELINE_COVERAGE", [100, 10, 10]],
  ["PIPELINE_COVERAGE", [100, 0]],
  ["REQUIRED_PIPELINE", [100, 0, 100]],
  ["REQUIRED_PIPELINE", [100, 0, 10]],
  ["REQUIRED_REPS", [0, 0]],
  ["REQUIRED_REPS", [5, 0, 0.5]],
  ["REQUIRED_REPS", [5, 10, 0]],
].map(([id, args]) => ({ function: id as string, args: args as unknown[] }));

const REFERENCE = (
  JSON.parse(
    readFileSync(
      join(__dirname, "../fixtures/reference/01_reverse_funnel.json"),
      "utf8",
    ),
  ) as { function: string; args: Record<string, unknown>; expected: unknown }[]
)
  .filter(
    ({ expected }) => Array.isArray(expected) || typeof expected === "number",
  )
  .flatMap(({ function: name, args }): Case[] => {
    const { target, dealSize, rates, rounding, volume, total, weights } = args;
    const { openPipeline, won, winRate, revenue, phasing } = args;
    if (name === "REQUIRED")
      return [
        {
          function: "REQUIRED_VOLUMES",
          args: [target, dealSize, rates, null, rounding],
        },
      ];
    if (name === "FORWARD")
      return [
        { function: "EXPECTED_VOLUMES", args: [volume, rates] },
        { function: "EXPECTED_BOOKINGS", args: [volume, rates, dealSize] },
      ];
    if (name === "APPORTION")
      return [{ function: "APPORTION", args: [total, weights] }];
    if (name === "NTM_BOOKINGS")
      return [{ function: "BOOKINGS_FOR_REVENUE", args: [revenue, phasing] }];
    if (name === "COVERAGE")
      return [
        { function: "PIPELINE_COVERAGE", args: [openPipeline, target, won] },
        { function: "REQUIRED_PIPELINE", args: [target, winRate, won] },
      ];
    return [];
  });

const CASES = [...PLAN_CASES, ...REFERENCE, ...MISSING];

/** Where things stand along the line of a case: arguments, the items of its list, the result. */
const LIST_AT = 8;
const RESULT_AT = 24;
/** A result may lie across the line: three cells of a split. */
const BREADTH = 3;

interface Placed {
  cells: WrittenCell[];
  at: (place: number) => string;
}

/** Writes one case along a row or a column of the sheet. */
function place(
  names: string[],
  each: Case,
  line: number,
  along: "row" | "column",
): Placed {
  const spot = (offset: number) =>
    along === "row"
      ? { row: line, column: offset }
      : { row: offset, column: line * BREADTH };
  const at = (offset: number) => address(spot(offset).row, spot(offset).column);
  const cells: WrittenCell[] = [];
  const given: Record<string, NativeArguments[string]> = {};
  each.args.forEach((argument, index) => {
    const name = names[index]!;
    if (name === "rounding") {
      if (argument !== null) given[name] = { text: `"${String(argument)}"` };
    } else if (Array.isArray(argument)) {
      argument.forEach((value, item) => {
        // Zeros stay blank: both must count alike.
        if (value)
          cells.push({ ...spot(LIST_AT + item), value: value as number });
      });
      const count = argument.length;
      const text =
        count > 1 ? `${at(LIST_AT)}:${at(LIST_AT + count - 1)}` : at(LIST_AT);
      given[name] = { text, count, orientation: along };
    } else if (argument !== null || !OPTIONAL.has(name)) {
      if (argument !== null)
        cells.push({ ...spot(index), value: argument as number });
      given[name] = { text: at(index) };
    }
  });
  const form = nativeForm(each.function, given);
  cells.push({ ...spot(RESULT_AT), ...form });
  return { cells, at };
}

const OPTIONAL = new Set([
  "source_share",
  "rounding",
  "term_months",
  "won_so_far",
  "ramped_share",
]);

let names: Record<string, string[]>;
let sheets: Calculated[];
const control: WrittenCell = { row: 2000, column: 0, formula: "=4*2" };

beforeAll(async () => {
  installRuntime();
  const { functions } = await generateFunctionsJson();
  names = Object.fromEntries(
    functions.map(({ id, parameters }) => [
      id,
      parameters.map(({ name }) => name),
    ]),
  );
  sheets = recalculated(
    (["row", "column"] as const).map((along) => [
      control,
      ...CASES.flatMap(
        (each, line) => place(names[each.function]!, each, line, along).cells,
      ),
    ]),
  );
}, 120_000);

test("a planted wrong result is corrected", () => {
  expect(sheets.map((sheet) => sheet.get("A2001"))).toEqual([8, 8]);
});

describe.each([
  ["row", row, 0],
  ["column", column, 1],
] as const)("arguments along a %s", (along, shape, sheet) => {
  test.each(Object.keys(FACES))("%s", (id) => {
    const own = CASES.flatMap((each, line) =>
      each.function === id ? [{ each, line }] : [],
    );
    expect(own.length).toBeGreaterThan(10);
    for (const { each, line } of own) {
      const args = each.args.map((given) =>
        Array.isArray(given) ? shape(given) : given,
      );
      const { at } = place(names[id]!, each, line, along);
      const outcome = callFace(id, args);
      const expected = flat(outcome);
      // A split without a range is a row whatever its arguments are.
      const spots = expected.map((_, item) =>
        id === "NTM_SPLIT" && along === "column"
          ? address(RESULT_AT, line * BREADTH + item)
          : at(RESULT_AT + item),
      );
      const got = spots.map((spot) => sheets[sheet]!.get(spot));
      try {
        expectClose(got, expected, { rel: 1e-9 });
      } catch (fault) {
        throw new Error(
          `${id}(${JSON.stringify(each.args)}): ${String(fault)}`,
          { cause: fault },
        );
      }
    }
  });
});

function flat(outcome: Outcome): unknown[] {
  if ("error" in outcome) return [outcome.error];
  return [outcome.value].flat(2);
}

test("the formula on each page is that of its arguments", () => {
  for (const [id, { cells }] of Object.entries(PAGE_NOTES))
    for (const name of Object.keys(cells)) expect(names[id]).toContain(name);
});
