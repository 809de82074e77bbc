/** Alignment: what each gap is worth, against the average over every order in which one view becomes the other. */
import { FACTORS } from "../../src/template/alignment";
import { layout, newPlan, verify } from "../../src/template";
import { ALIGNMENT_CHECKS } from "../../src/template/sheets/alignmentChecks";
import { withNeeded } from "../../src/template/sheetList";
import { type Changes, evaluate, type Evaluated } from "./evaluate";
import { checkResults } from "./read";

const plan = newPlan({
  id: "a",
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
plan.sheets = withNeeded(["alignment"]);
const blueprint = layout(plan);
const rowOf = (segment: string, factor: string) =>
  Number(
    /\d+/.exec(
      blueprint.inputs.find(
        ({ id }) => id === `view/${segment}/${factor}/marketing`,
      )!.address,
    )![0],
  );
const cell = (computed: Evaluated, s: string, factor: string, column: string) =>
  computed.value("alignment", `${column}${rowOf(s, factor)}`);

/** Every order of the keys. */
const orders = (keys: string[]): string[][] =>
  keys.length < 2
    ? [keys]
    : keys.flatMap((key) =>
        orders(keys.filter((other) => other !== key)).map((rest) => [
          key,
          ...rest,
        ]),
      );

/** What each key adds on average when the keys change one after the other, over all orders. */
function averaged(
  from: Record<string, number>,
  to: Record<string, number>,
  value: (at: Record<string, number>) => number,
): Record<string, number> {
  const keys = Object.keys(from);
  const all = orders(keys);
  const sums = Object.fromEntries(keys.map((key) => [key, 0]));
  for (const order of all) {
    const now = { ...from };
    for (const key of order) {
      const before = value(now);
      now[key] = to[key]!;
      sums[key]! += (value(now) - before) / all.length;
    }
  }
  return sums;
}

const VIEWS: Changes = {
  "view/s1/nnc_share/sales": 0.31,
  "view/s1/inquiry_to_mql/marketing": 0.12,
  "view/s1/mql_to_sql/marketing": 0.4,
  "view/s1/mql_to_sql/sales": 0.22,
  "view/s1/sql_to_booking/marketing": 0.24,
  "view/s1/deal_size/sales": 90_000,
  "view/s1/expansion_share/marketing": 0.1,
  "view/s1/opportunity_to_booking/sales": 0.5,
  "view/s1/expansion_deal_size/marketing": 71_000,
  "view/s2/sql_to_booking/sales": 0.2,
  "view/s1/lag_sql_to_booking/sales": 3,
};
const agreed: Record<string, number> = {
  nnc_share: 0.25,
  inquiry_to_mql: 0.08,
  mql_to_sql: 0.3,
  sql_to_booking: 0.2,
  deal_size: 120_000,
  expansion_share: 0.15,
  account_to_opportunity: 0.4,
  opportunity_to_booking: 0.4,
  expansion_deal_size: 60_000,
};
const seen = (team: string): Record<string, number> =>
  Object.fromEntries(
    Object.entries(agreed).map(([key, value]) => [
      key,
      ((VIEWS[`view/s1/${key}/${team}`] as number | undefined) ?? value) /
        value,
    ]),
  );

test("its cells are sound, and without views there are no gaps", () => {
  expect(verify(blueprint)).toEqual([]);
  const computed = evaluate(blueprint);
  for (const { id, acts } of FACTORS) {
    expect(cell(computed, "s1", id, "H")).toBe("");
    expect(cell(computed, "s1", id, "J")).toBe(acts === "timing" ? "" : 0);
    expect(cell(computed, "s1", id, "L")).toBe("");
  }
});

test("each gap is its average effect over all orders, in MQLs and in bookings", () => {
  const computed = evaluate(blueprint, VIEWS);
  const total = (key: string): number => {
    const { sheet, address } = blueprint.headlines.find(
      ({ id, segment }) => id === key && segment === "s1",
    )!;
    return computed.value(sheet, address) as number;
  };
  const [from, to] = [seen("marketing"), seen("sales")];
  const mqls = averaged(
    from,
    to,
    (at) =>
      (total("mqls") * at.nnc_share!) /
      (at.mql_to_sql! * at.sql_to_booking! * at.deal_size!),
  );
  const expansion = expansionBookings(computed);
  const bookings = averaged(
    from,
    to,
    (at) =>
      total("bookings") *
        (at.nnc_share! -
          at.inquiry_to_mql! *
            at.mql_to_sql! *
            at.sql_to_booking! *
            at.deal_size!) +
      expansion *
        (at.expansion_share! -
          at.account_to_opportunity! *
            at.opportunity_to_booking! *
            at.expansion_deal_size!),
  );
  for (const { id, acts } of FACTORS) {
    if (acts === "timing") continue;
    const shown = [
      Number(cell(computed, "s1", id, "I")),
      Number(cell(computed, "s1", id, "J")),
    ];
    expect(shown[0]! - mqls[id]!).toBeCloseTo(0, 6);
    expect(shown[1]! / 1e6).toBeCloseTo(bookings[id]! / 1e6, 9);
  }
});

/** Expansion bookings of the plan's periods, from the row that Funnel Targets shows. */
function expansionBookings(computed: Evaluated): number {
  const name = "Funnel_FY27_Enterprise_Expansion_Target_By_Period";
  return (computed.row(name) as number[]).reduce((sum, each) => sum + each, 0);
}

test("the largest gap comes first, over all segments; lags are timing", () => {
  const computed = evaluate(blueprint, VIEWS);
  const ranked = FACTORS.flatMap(({ id, acts }) =>
    acts === "timing"
      ? []
      : (["s1", "s2"] as const).map((s) => ({
          order: cell(computed, s, id, "L"),
          size: Math.abs(Number(cell(computed, s, id, "J"))),
        })),
  ).filter(({ size }) => size > 0);
  expect(ranked).toHaveLength(9);
  for (const { order, size } of ranked)
    expect(order).toBe(
      1 + ranked.filter((other) => other.size > size * (1 + 1e-9)).length,
    );
  expect(cell(computed, "s1", "lag_sql_to_booking", "L")).toBe("timing");
  expect(cell(computed, "s1", "lag_sql_to_booking", "H")).toBeCloseTo(1.5, 9);
});

const red = (changes: Changes): string[] =>
  Object.entries(checkResults(blueprint, evaluate(blueprint, changes)))
    .filter(([, result]) => result !== 1)
    .map(([id]) => id)
    .sort();
const MUTATIONS: [string, Changes][] = [
  ["views", { "view/s2/mql_to_sql/sales": 0 }],
  ["views", { "view/s1/deal_size/marketing": -5 }],
  ["gaps", { [`alignment!J${rowOf("s1", "mql_to_sql")}`]: 17 }],
  ["numbers", { "view/s1/deal_size/marketing": "90k" }],
];
test.each(MUTATIONS)(
  "%s turns red, and nothing else does",
  (check, changes) => {
    expect(red({ ...VIEWS, ...changes })).toEqual([check, "total"].sort());
  },
);
test("every check of the sheet has such a change, and is green without it", () => {
  const checked = new Set(MUTATIONS.map(([check]) => check));
  for (const { id } of ALIGNMENT_CHECKS) expect(checked).toContain(id);
  expect(red(VIEWS)).toEqual([]);
  expect(red({})).toEqual([]);
});
