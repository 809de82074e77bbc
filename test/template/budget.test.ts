/** Budget: what a line earns, worked by hand; moves, limits and the rest. */
import { layout, newPlan, verify } from "../../src/template";
import { BUDGET_CHECKS } from "../../src/template/sheets/budgetChecks";
import { withNeeded } from "../../src/template/sheetList";
import { type Changes, evaluate } from "./evaluate";
import { checkResults } from "./read";

const plan = newPlan({
  id: "b",
  name: "FY27",
  fiscalStart: 46113,
  asOf: 46113,
  currency: "EUR",
  periods: "quarters",
  segments: [
    { name: "Enterprise", motion: "low volume, high dollar" },
    { name: "Small business", motion: "high volume, low dollar" },
  ],
});
plan.sheets = withNeeded(["budget"]);
const blueprint = layout(plan);
const rowOf = (id: string) =>
  Number(
    /\d+/.exec(blueprint.inputs.find((input) => input.id === id)!.address)![0],
  );

const line = (n: number, values: Record<string, string | number>): Changes =>
  Object.fromEntries(
    Object.entries(values).map(([id, value]) => [`budget/${n}/${id}`, value]),
  );
const read = (changes: Changes, n: number): unknown[] => {
  const computed = evaluate(blueprint, changes);
  return [..."KLMNOPQR"].map((column) =>
    computed.value("budget", `${column}${rowOf(`budget/${n}/what`)}`),
  );
};
const named = (name: string, changes: Changes): unknown =>
  evaluate(blueprint, changes).named(`Funnel_FY27_${name}`);

// 25 % of 30 % SQLs at 40,000: an MQL is worth 0.075 deals and 3,000.
const RATES: Changes = {
  "s1/mql_to_sql": 0.3,
  "s1/sql_to_booking": 0.25,
  "s1/deal_size": 40_000,
  "budget_margin/s1": 0.8,
};
const EVENTS: Changes = line(1, {
  holder: "Marketing",
  purpose: "NNC",
  segment: "Enterprise",
  spend: 100_000,
  outcome: "MQLs",
  count: 200,
  move: -20_000,
  floor: 50_000,
});
const SEARCH: Changes = line(2, {
  holder: "Marketing",
  purpose: "NNC",
  segment: "Enterprise",
  spend: 30_000,
  outcome: "SQLs",
  count: 24,
  move: 20_000,
  cap: 50_000,
});
const BOTH = { ...RATES, ...EVENTS, ...SEARCH };

test("its cells are sound, and blank lines show nothing", () => {
  expect(verify(blueprint)).toEqual([]);
  expect(read({}, 7)).toEqual(["", "", "", "", "", "", "", ""]);
});

test("200 MQLs for 100,000 are 15 deals, 600,000 in bookings and 380 % on the margin", () => {
  const [after, limit, each, deals, perDeal, bookings, romi, order] = read(
    BOTH,
    1,
  );
  expect([after, limit, each, order]).toEqual([80_000, "", 500, 2]);
  expect(deals).toBeCloseTo(15, 9);
  expect(perDeal).toBeCloseTo(100_000 / 15, 6);
  expect(bookings).toBeCloseTo(600_000, 6);
  expect(romi).toBeCloseTo(3.8, 9);
});

test("24 SQLs for 30,000 are 6 deals and earn more for their money", () => {
  const [after, limit, each, deals, , , romi, order] = read(BOTH, 2);
  expect([after, limit, each, order]).toEqual([50_000, "", 1250, 1]);
  expect(deals).toBeCloseTo(6, 9);
  expect(romi).toBeCloseTo((6 * 40_000 * 0.8 - 30_000) / 30_000, 9);
});

test("a line below its floor or above its cap says so", () => {
  expect(read({ ...BOTH, "budget/1/floor": 90_000 }, 1)[1]).toBe("below floor");
  expect(read({ ...BOTH, "budget/2/cap": 49_999 }, 2)[1]).toBe("above cap");
  expect(
    read({ ...BOTH, "budget/1/floor": null, "budget/1/move": -100_001 }, 1)[1],
  ).toBe("below floor");
});

test("what no line spends is shown; without a budget nothing is missing", () => {
  expect(named("Budget_Spend", BOTH)).toBe(130_000);
  expect(named("Budget_After_Moves", BOTH)).toBe(130_000);
  expect(named("Budget_Not_Allocated", BOTH)).toBe(0);
  expect(
    named("Budget_Not_Allocated", { ...BOTH, budget_total: 150_000 }),
  ).toBe(20_000);
});

const red = (changes: Changes): string[] =>
  Object.entries(checkResults(blueprint, evaluate(blueprint, changes)))
    .filter(([, result]) => result !== 1)
    .map(([id]) => id)
    .sort();
const MUTATIONS: [string, Changes][] = [
  ["moves", { "budget/2/move": 10_000 }],
  ["limits", { "budget/2/cap": 40_000 }],
  ["budget", { budget_total: 129_999 }],
  ["numbers", { "budget/1/spend": "100k" }],
];
test.each(MUTATIONS)(
  "%s turns red, and nothing else does",
  (check, changes) => {
    expect(red({ ...BOTH, ...changes })).toEqual([check, "total"].sort());
  },
);
test("every check of the sheet has such a change, and is green without it", () => {
  const checked = new Set(MUTATIONS.map(([check]) => check));
  for (const { id } of BUDGET_CHECKS) expect(checked).toContain(id);
  expect(red(BOTH)).toEqual([]);
  expect(red({})).toEqual([]);
});
