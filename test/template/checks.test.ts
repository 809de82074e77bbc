/** Every check: one change of the inputs turns it and the total red and no other; undoing it turns both green. */
import { layout, newPlan } from "../../src/template";
import { CHECKS } from "../../src/template/sheets/checkList";
import { type Changes, evaluate } from "./evaluate";
import { checkResults } from "./read";

const plan = newPlan({
  id: "checks",
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
const blueprint = layout(plan);
const red = (changes: Changes): string[] =>
  Object.entries(checkResults(blueprint, evaluate(blueprint, changes)))
    .filter(([, result]) => result !== 1)
    .map(([id]) => id)
    .sort();

test("an untouched plan passes every check", () => {
  expect(red({})).toEqual([]);
});

test("there are at least 15 checks", () => {
  expect(CHECKS.length).toBeGreaterThanOrEqual(15);
});

// [check, the change, what it is]
const MUTATIONS: [string, Changes, string][] = [
  ["numbers", { "s2/deal_size": "8,000 EUR" }, "text where a number belongs"],
  ["numbers", { ntm_revenue: "ten million" }, "text in the company's revenue"],
  [
    "numbers",
    { "s1/opening_bookings/3": "n/a" },
    "text in the opening pipeline",
  ],
  [
    "errors",
    { "s1/mql_to_sql": { formula: "=1/0" } },
    "a link that shows an error",
  ],
  [
    "errors",
    { ntm_revenue: { formula: "=1/0" } },
    "a broken link to the budget",
  ],
  ["filled", { "s1/growth": null }, "a blank growth"],
  ["filled", { "s2/sql_to_booking": null }, "a blank rate"],
  ["filled", { fiscal_start: null }, "a blank fiscal start"],
  ["settings", { tolerance: 0.5 }, "a tolerance of 50 %"],
  [
    "calendar",
    { "period_start/3": 46113 },
    "a third period that starts with the first",
  ],
  ["as_of", { as_of: 46113 + 366 }, "an as-of date after the plan"],
  [
    "tie_out",
    { "s1/ntm_revenue": 1_000_000 },
    "a segment with an amount of its own",
  ],
  ["tie_out", { "s2/revenue_share": 0.6 }, "revenue shares of 110 %"],
  [
    "shares",
    { "s1/expansion_share": 0.8 },
    "expansion and net new above 100 %",
  ],
  ["shares", { "s2/nnc_share": -0.1 }, "a negative share"],
  [
    "base",
    { "s1/contracted_revenue": 1000 },
    "a base that the contracts do not cover",
  ],
  ["rates", { "s1/mql_to_sql": 0 }, "a rate of 0"],
  ["rates", { "s2/sql_to_booking": 25 }, "25 for 25 %"],
  ["rates", { "s1/partner/sql_to_booking": 0 }, "a source's rate of 0"],
  ["rates", { "s1/account_to_opportunity": 0 }, "an expansion rate of 0"],
  ["sizes", { "s2/deal_size": 0 }, "a deal size of 0"],
  ["sizes", { "s1/sales/deal_size": -1 }, "a negative deal size of a source"],
  ["terms", { "s1/contract_term": 0 }, "a contract term of 0"],
  [
    "terms",
    { "s2/expansion_months_to_revenue": -1 },
    "a negative time to revenue",
  ],
  [
    "bridge",
    { "s1/months_to_revenue": 12 },
    "revenue that starts after the plan",
  ],
  ["phasing", { "s1/nnc_phasing/2": 0.4 }, "a phasing of 115 %"],
  ["phasing", { "s2/expansion_phasing/1": 0 }, "an expansion phasing of 75 %"],
  ["source_shares", { "s1/marketing/share": 0.6 }, "source shares above 100 %"],
  [
    "first_stages",
    { "s2/partner/first_stage": "Event" },
    "a first stage that does not exist",
  ],
  ["lags", { "s1/lag_sql_to_booking": 9 }, "a lag that outgrows the columns"],
  ["curves", { "s1/curve_sql_to_booking/0": 0.3 }, "a curve above 100 %"],
  [
    "curves",
    {
      "s2/curve_account_to_opportunity/0": 0,
      "s2/curve_account_to_opportunity/1": 1,
    },
    "a curve with another mean",
  ],
  ["after", { "s1/growth": -2 }, "a growth below -100 %"],
  ["after", { "s2/expansion_after/1": -5 }, "a negative target after the plan"],
  [
    "opening",
    { "s1/opening_bookings/2": -50_000 },
    "a negative opening pipeline",
  ],
  ["opening", { "s2/opening_mqls": -3 }, "a negative number of open MQLs"],
  ["chain", { "s1/lag_sql_to_booking": -1 }, "a negative lag"],
  ["chain", { "s2/lag_mql_to_sql": -0.5 }, "a negative lag of a higher step"],
  [
    "accounts",
    { "s1/customers": 3 },
    "fewer customers than accounts to engage",
  ],
  ["capacity", { "s2/capacity": 0 }, "a capacity of 0"],
];

test.each(MUTATIONS)(
  "%s turns red, and nothing else does",
  (check, changes) => {
    expect(red(changes)).toEqual([check, "total"].sort());
  },
);

test("every check has such a change", () => {
  expect(new Set(MUTATIONS.map(([check]) => check))).toEqual(
    new Set(CHECKS.map(({ id }) => id)),
  );
});

test("undoing every change turns the checks green again", () => {
  const defaults = new Map(
    blueprint.sheets.flatMap(({ cells }) =>
      cells.flatMap((cell) =>
        cell.input ? [[cell.input, cell] as const] : [],
      ),
    ),
  );
  const undone: Changes = {};
  for (const [, changes] of MUTATIONS) {
    for (const id of Object.keys(changes)) {
      const cell = defaults.get(id)!;
      undone[id] =
        cell.formula !== undefined
          ? { formula: cell.formula }
          : (cell.value ?? null);
    }
  }
  expect(red(undone)).toEqual([]);
});

test.each([
  ["chain", "    MQLs from Marketing"],
  ["opening", "Bookings to create"],
])("typing over a formula is noticed by %s", (check, label) => {
  const sheet = blueprint.sheets.find(({ id }) => id === "funnel_targets")!;
  const row = sheet.cells.find(
    ({ column, value, formula }) =>
      column === 0 &&
      (value === label || formula?.includes(label.trim().split(" from")[0]!)),
  )!.row;
  expect(red({ [`funnel_targets!F${row + 1}`]: 123_456 })).toContain(check);
});
