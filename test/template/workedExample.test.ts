/** The worked example of the row-by-row description of Funnel Targets, number for number. */
import { headlines, verify } from "../../src/template";
import {
  WORKED_ROWS,
  workedBlueprint,
  workedPlan,
  wrongCells,
} from "../fixtures/workedExample";
import { evaluate } from "./evaluate";
import { block, checkResults } from "./read";

const plan = workedPlan;
const blueprint = workedBlueprint;
const computed = evaluate(blueprint);
const rows = block(
  blueprint,
  computed,
  "funnel_targets",
  "Core: net new customers",
);

test("the blueprint of the example is sound", () => {
  expect(verify(blueprint)).toEqual([]);
});

const k = 1000;

test.each(WORKED_ROWS)(
  "%s comes out number for number",
  (label, total, before, periods) => {
    const stated = [label, total, before, periods] as (typeof WORKED_ROWS)[0];
    expect(wrongCells(stated, rows.get(label)!)).toEqual([]);
  },
);

test("leads for the first period are past their deadline, those for the second partly", () => {
  expect(rows.get("Latest period to create the MQLs")!.slice(4)).toEqual([
    "past deadline",
    "partly",
    "",
    "",
  ]);
});

test("every check passes and the preview shows the sheet's numbers", () => {
  expect(new Set(Object.values(checkResults(blueprint, computed)))).toEqual(
    new Set([1]),
  );
  const sheet = Object.fromEntries(
    blueprint.headlines.map(({ id, sheet, address }) => [
      id,
      computed.value(sheet, address),
    ]),
  );
  expect(sheet).toEqual({
    bookings: 1200 * k,
    deals: 14,
    sqls: 104,
    mqls: 140,
    inquiries: 1392,
  });
  expect(headlines(plan, {})).toHaveLength(1);
});
