/** The worked example of the row-by-row description of Funnel Targets, number for number. */
import { headlines, layout, newPlan, verify } from "../../src/template";
import { evaluate } from "./evaluate";
import { block, checkResults } from "./read";

const plan = newPlan({
  id: "example",
  name: "Example",
  fiscalStart: 46113,
  asOf: 46113,
  currency: "USD",
  periods: "quarters",
  // Two periods are fewer than a plan may have; the layout itself takes any number.
  periodCount: 2,
  segments: [{ name: "Core", motion: "low volume, high dollar" as const }],
});
const values: Record<string, number | string> = {
  // Two quarters: a 12-month contract signed mid-quarter brings 37.5 % and 12.5 % inside the plan, 300k of 1,200k.
  ntm_revenue: 300_000,
  "s1/expansion_share": 0,
  "s1/nnc_share": 1,
  "s1/deal_size": 50_000,
  "s1/inquiry_to_mql": 0.1,
  "s1/mql_to_sql": 0.5,
  "s1/sql_to_booking": 0.25,
  "s1/lag_inquiry_to_mql": 0,
  "s1/lag_mql_to_sql": 0.5,
  "s1/lag_sql_to_booking": 1,
  "s1/lag_account_to_opportunity": 0,
  "s1/lag_opportunity_to_booking": 0,
  "s1/marketing/share": 0.6,
  "s1/sdr/share": 0,
  "s1/sales/share": 0.4,
  "s1/partner/share": 0,
  "s1/nnc_after/1": 800_000,
  "s1/nnc_after/2": 800_000,
  "s1/opening_bookings/1": 400_000,
  "s1/opening_bookings/2": 100_000,
};
for (const [id, value] of Object.entries(values)) plan.inputs[id] = { value };

const blueprint = layout(plan, { after: 2 });
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
// [label, total, before, period 1 to 4]; null is not stated there.
test.each<[string, number | null, number | null, (number | null)[]]>([
  ["Bookings target", 2800 * k, null, [600 * k, 600 * k, 800 * k, 800 * k]],
  ["Opening pipeline, total", 500 * k, null, [400 * k, 100 * k, 0, 0]],
  ["Need so far", null, null, [200 * k, 700 * k, 1500 * k, 2300 * k]],
  ["Bookings to create", 2300 * k, null, [200 * k, 500 * k, 800 * k, 800 * k]],
  ["Deals to win", 46, null, [4, 10, 16, 16]],
  ["    SQLs from Marketing", 110.4, 9.6, [24, 38.4, 38.4, 0]],
  ["    SQLs from Sales", 73.6, 6.4, [16, 25.6, 25.6, 0]],
  ["SQLs to create, total", 184, 16, [40, 64, 64, 0]],
  ["    MQLs from Marketing", 220.8, 43.2, [62.4, 76.8, 38.4, 0]],
  ["    inquiries from Marketing", 2208, 432, [624, 768, 384, 0]],
  ["Whole SQLs", null, null, [40, 64, null, null]],
  ["Whole MQLs", null, null, [63, 77, null, null]],
  ["Whole inquiries", null, null, [624, 768, null, null]],
  ["SQLs arriving as planned", null, null, [31.6, 60.4, 54.4, 9.6]],
  ["Bookings from new leads", null, null, [0, 395 * k, 755 * k, 680 * k]],
  [
    "Forward check: expected bookings",
    null,
    null,
    [400 * k, 495 * k, 755 * k, 680 * k],
  ],
  [
    "Expected minus target",
    -305 * k,
    null,
    [-200 * k, -105 * k, -45 * k, -120 * k],
  ],
  [
    "Bookings new leads can no longer reach",
    305 * k,
    null,
    [200 * k, 105 * k, null, null],
  ],
])("%s comes out number for number", (label, total, before, periods) => {
  const row = rows.get(label)!;
  const stated = [total, before, ...periods];
  stated.forEach((expected, at) => {
    if (expected === null) return;
    const got = row[at + 2] as number;
    expect(Math.abs(got - expected)).toBeLessThanOrEqual(
      1e-9 * Math.max(1, Math.abs(expected)),
    );
  });
});

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
