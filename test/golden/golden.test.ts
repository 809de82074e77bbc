/**
 * Every cell of three plans, one a line, and their calculated rows against a script that shares no code with the
 * template. UPDATE_GOLDEN=1 rewrites the dumps and the inputs; then run `python3 test/golden/independent.py`.
 */
import fs from "node:fs";
import path from "node:path";
import {
  inputs,
  layout,
  headlines,
  problems,
  verify,
} from "../../src/template";
import { address } from "../../src/template/address";
import type { Blueprint, Plan } from "../../src/template/model";
import { valuesOf } from "../../src/template/values";
import { type Computed, evaluate, type Evaluated } from "../template/evaluate";
import { block, checkResults } from "../template/read";
import { GOLDEN_PLANS, LINKED_CELLS, LINKED_INPUTS } from "./plans";

const update = process.env.UPDATE_GOLDEN === "1";
const file = (name: string): string => path.join(__dirname, name);

function agrees(name: string, text: string): void {
  if (update) fs.writeFileSync(file(name), text);
  // One comparison of equal strings; a diff of 10,000 lines would hide the first difference.
  const kept = fs.readFileSync(file(name), "utf8").split("\n");
  const made = text.split("\n");
  const at = made.findIndex((line, n) => line !== kept[n]);
  expect({ line: made[at], lines: made.length }).toEqual({
    line: kept[at],
    lines: kept.length,
  });
}

/** Fifteen digits: what a spreadsheet shows at most. */
const shown = (value: Computed): string =>
  typeof value === "number"
    ? String(Number(value.toPrecision(12)))
    : (JSON.stringify(value) ?? "");

function dump(blueprint: Blueprint, computed: Evaluated): string {
  const names = new Map(
    blueprint.names.map(({ name, sheet, ref }) => [
      `${sheet}!${ref.replace(/\$/g, "").split(":")[0]}`,
      name,
    ]),
  );
  const lines = blueprint.sheets.flatMap(
    ({ id, title, cells, freeze, validations, conditionalFormats }) => [
      `# ${title}, frozen ${freeze.rows}/${freeze.columns}, ${validations.length} validations, ${conditionalFormats.length} rules`,
      ...cells.map((cell) => {
        const at = address(cell.row, cell.column);
        return [
          at,
          names.get(`${id}!${at}`) ?? "",
          cell.formula ?? "",
          shown(computed.value(id, at)),
          cell.format ?? "",
          cell.role,
          cell.input ?? "",
        ].join("\t");
      }),
    ],
  );
  return `${lines.join("\n")}\n`;
}

/** What somebody who only has the description needs: frame and typed inputs, no formula of ours. */
function given(plan: Plan): string {
  const values = valuesOf(plan, LINKED_INPUTS);
  const typed = inputs(plan).filter(
    ({ id }) => !id.includes(":") && values.given(id).kind !== "calculated",
  );
  const numbers = typed.map(({ id, unit }) => {
    const one = values.given(id);
    if ("value" in one && one.value === null) return [id, null];
    const isText = unit === "text" || unit === "choice";
    return [id, isText ? values.text(id) : values.number(id)];
  });
  const { periods, periodCount, segments } = plan;
  const frame = {
    periods,
    periodCount,
    afterPeriods: values.time.afterPeriods,
    segments: segments.map(({ id, name }) => ({ id, name })),
  };
  return `${JSON.stringify({ ...frame, inputs: Object.fromEntries(numbers) }, null, 1)}\n`;
}

interface Independent {
  [segment: string]: {
    [part: string]: { [label: string]: (number | string | null)[] };
  };
}

const PARTS = { nnc: "net new customers", expansion: "expansion" };

describe.each(Object.keys(GOLDEN_PLANS))("%s", (name) => {
  const plan = GOLDEN_PLANS[name]!;
  const blueprint = layout(plan);
  const computed = evaluate(blueprint, {}, LINKED_CELLS);

  test("is sound and may be inserted", () => {
    expect(problems(plan, LINKED_INPUTS)).toEqual([]);
    expect(verify(blueprint)).toEqual([]);
    const failed = Object.entries(checkResults(blueprint, computed)).filter(
      ([, result]) => result !== 1,
    );
    expect(failed).toEqual([]);
  });

  test("has the cells of its dump", () => {
    agrees(`${name}.tsv`, dump(blueprint, computed));
    agrees(`${name}.inputs.json`, given(plan));
  });

  test("computes what the independent script computes, to 1e-9", () => {
    const independent = JSON.parse(
      fs.readFileSync(file(`${name}.independent.json`), "utf8"),
    ) as Independent;
    let compared = 0;
    for (const { id, name: segment } of plan.segments) {
      for (const [part, words] of Object.entries(PARTS)) {
        const rows = block(
          blueprint,
          computed,
          "funnel_targets",
          `${segment}: ${words}`,
        );
        const expected = independent[id]![part]!;
        expect([...rows.keys()].sort()).toEqual(Object.keys(expected).sort());
        for (const [label, cells] of Object.entries(expected)) {
          cells.forEach((wanted, at) => {
            const got = rows.get(label)![at + 2] ?? null;
            const where = `${segment} ${words}, ${label}, column ${at}`;
            compared += 1;
            if (typeof wanted === "number") {
              expect(
                typeof got === "number"
                  ? Math.abs(got - wanted) <=
                      1e-9 * Math.max(1, Math.abs(wanted)) ||
                      `${where}: ${got} is not ${wanted}`
                  : `${where} is ${got}`,
              ).toBe(true);
            } else
              expect([where, got === "" ? null : got]).toEqual([where, wanted]);
          });
        }
      }
    }
    expect(compared).toBeGreaterThan(500);
  });

  test("shows the same headlines before and after insertion", () => {
    for (const headline of headlines(plan, LINKED_INPUTS)) {
      const cells = blueprint.headlines.filter(
        ({ segment }) => segment === headline.segment,
      );
      expect(cells.map(({ id }) => id)).toEqual([
        "bookings",
        "deals",
        "sqls",
        "mqls",
        "inquiries",
      ]);
      for (const { id, sheet, address: at } of cells) {
        const before = headline[id as "deals"];
        expect(
          Math.abs((computed.value(sheet, at) as number) - before),
        ).toBeLessThanOrEqual(id === "bookings" ? 1e-9 * before : 0);
      }
    }
  });
});
