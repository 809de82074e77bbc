/** What writers may rely on in a blueprint, and the faults that `verify` finds when somebody breaks it. */
import {
  inputs,
  layout,
  newPlan,
  presets,
  ROLE_STYLES,
  verify,
} from "../../src/template";
import type { Blueprint, Plan } from "../../src/template/model";
import { segmentSlugs } from "../../src/template/names";
import { TEMPLATE_FUNCTIONS } from "../../src/formula/functions2016";
import { readFormula } from "../../src/formula/read";
import { evaluate } from "./evaluate";

const base = (): Plan =>
  newPlan({
    id: "p",
    name: "FY27",
    fiscalStart: 46113,
    asOf: 46113,
    currency: "CHF",
    periods: "quarters",
    segments: [
      { name: "Mid-market (DACH)", motion: "low volume, high dollar" },
    ],
  });
const blueprint = layout(base());
const cells = blueprint.sheets.flatMap((sheet) =>
  sheet.cells.map((cell) => ({ ...cell, sheet })),
);

test("the Quick plan has its five sheets, titled by the plan", () => {
  expect(presets[0]!.sheets).toHaveLength(5);
  expect(blueprint.sheets.map(({ title }) => title)).toEqual([
    "FY27 Guide",
    "FY27 Assumptions",
    "FY27 NTM Split",
    "FY27 Funnel Targets",
    "FY27 Checks",
  ]);
});

test("every input has one cell, unlocked; every calculated cell is locked", () => {
  expect(blueprint.inputs.map(({ id }) => id).sort()).toEqual(
    inputs(base())
      .map(({ id }) => id)
      .sort(),
  );
  for (const { role, input, formula, sheet } of cells) {
    if (input) expect(ROLE_STYLES[role].locked).toBe(false);
    else if (formula && sheet.id !== "guide")
      expect(ROLE_STYLES[role].locked).toBe(true);
  }
});

test("formulas use only functions that Excel 2016 and LibreOffice know, none volatile, no TEXT", () => {
  const used = new Set(
    cells
      .flatMap(({ formula, input }) =>
        formula && !input ? readFormula(formula).functions : [],
      )
      .map(({ name }) => name),
  );
  const banned = [
    "TEXT",
    "TODAY",
    "NOW",
    "OFFSET",
    "INDIRECT",
    "LET",
    "LAMBDA",
    "XLOOKUP",
    "IFS",
    "FILTER",
    "SEQUENCE",
    "RAND",
  ];
  for (const name of used)
    expect(Object.keys(TEMPLATE_FUNCTIONS)).toContain(name);
  for (const name of banned) expect(TEMPLATE_FUNCTIONS[name]).toBeUndefined();
});

test("a link becomes a formula to the user's own cell and is computed", () => {
  const plan = base();
  plan.inputs.ntm_revenue = { link: "'Budget 27'!$C$14" };
  const linked = layout(plan);
  const cell = linked.sheets[1]!.cells.find(
    ({ input }) => input === "ntm_revenue",
  )!;
  expect(cell).toMatchObject({ formula: "='Budget 27'!$C$14", role: "input" });
  expect(verify(linked)).toEqual([]);
  const low = evaluate(linked, {}, { "Budget 27": { C14: 5_000_000 } });
  const high = evaluate(linked, {}, { "Budget 27": { C14: 20_000_000 } });
  const mqls = (one: typeof low): number =>
    one.named("Funnel_FY27_MidmarketDACH_Plan_MQLs") as number;
  // Whole MQLs, so four times but for one round up.
  expect(Math.abs(mqls(high) - 4 * mqls(low))).toBeLessThanOrEqual(4);
});

test("example values are counted until their source is replaced", () => {
  const left = (plan: Plan): number =>
    evaluate(layout(plan)).named("Funnel_FY27_Examples_Left") as number;
  const plan = base();
  const before = left(plan);
  plan.inputs["s1/mql_to_sql"] = { value: 0.3 };
  plan.inputs["s1/deal_size:source"] = { value: "Finance, Q1 report" };
  expect(before).toBeGreaterThan(10);
  expect(left(plan)).toBe(before - 2);
});

test("longer lags get more columns, and filled cells after the plan keep theirs", () => {
  const plan = base();
  const few = layout(plan).sheets[3]!.columnCount;
  plan.inputs["s1/lag_sql_to_booking"] = { value: 6.2 };
  const more = layout(plan);
  expect(more.sheets[3]!.columnCount).toBeGreaterThan(few);
  expect(verify(more)).toEqual([]);
  const wide = base();
  wide.inputs["s1/nnc_after/9"] = { value: 100_000 };
  expect(layout(wide).inputs.map(({ id }) => id)).toContain("s1/nnc_after/9");
});

test("quarters: a booking is signed in the middle of its quarter", () => {
  const plan = base();
  plan.inputs = {
    "s1/nnc_share": { value: 1 },
    "s1/expansion_share": { value: 0 },
    ntm_revenue: { value: 1_000_000 },
  };
  // Level phasing of 12-month contracts: (10.5 + 7.5 + 4.5 + 1.5) / 12 / 4 = 1/2, in quarters as in months.
  expect(
    evaluate(layout(plan)).named("Funnel_FY27_MidmarketDACH_NNC_Bookings"),
  ).toBeCloseTo(2_000_000, 6);
});

test("months: the bridge meets the published cases of bookings for a revenue", () => {
  const plan = newPlan({
    id: "p",
    name: "M",
    fiscalStart: 46113,
    asOf: 46113,
    currency: "EUR",
    periods: "months",
    segments: [{ name: "A", motion: "low volume, high dollar" }],
  });
  const give = (values: Record<string, number>): void => {
    for (const [id, value] of Object.entries(values))
      plan.inputs[id] = { value };
  };
  give({ ntm_revenue: 600_000, "s1/nnc_share": 1, "s1/expansion_share": 0 });
  [5, 5, 6, 6, 7, 8, 8, 9, 10, 11, 12, 13].forEach((part, at) =>
    give({ [`s1/nnc_phasing/${at + 1}`]: part / 100 }),
  );
  // Exact fractions: 600,000 / sum of w (12.5 - m) / 12.
  const bookings = evaluate(layout(plan)).named(
    "Funnel_M_A_NNC_Bookings",
  ) as number;
  expect(Math.abs(bookings / 1457489.87854251 - 1)).toBeLessThan(1e-12);
});

test("names of segments stay apart from one another and from the plan's own", () => {
  const slugs = segmentSlugs([
    { id: "s1", name: "Total", motion: "low volume, high dollar" },
    { id: "s2", name: "North west", motion: "low volume, high dollar" },
    { id: "s3", name: "North-West", motion: "low volume, high dollar" },
    { id: "s4", name: "東京", motion: "low volume, high dollar" },
    { id: "s5", name: "Öffentlich", motion: "low volume, high dollar" },
  ]);
  expect(slugs).toEqual({
    s1: "TotalS1",
    s2: "NorthWest",
    s3: "NorthWestS3",
    s4: "S4",
    s5: "Offentlich",
  });
});

/** A copy with one cell or part broken. */
const broken = (change: (copy: Blueprint) => void): string[] => {
  const copy = structuredClone(blueprint);
  change(copy);
  return verify(copy);
};
const cellWith = (copy: Blueprint, part: string) =>
  copy.sheets[3]!.cells.find(({ formula }) => formula?.includes(part))!;

test.each<[string, (copy: Blueprint) => void, RegExp]>([
  [
    "an unknown name",
    (copy) => void (cellWith(copy, "ROUNDUP").formula = "=Funnel_FY27_Nothing"),
    /nothing is called Funnel_FY27_Nothing/,
  ],
  [
    "an unknown function",
    (copy) =>
      void (cellWith(copy, "ROUNDUP").formula = "=XLOOKUP(1,A1:A2,B1:B2)"),
    /function XLOOKUP is not among/,
  ],
  [
    "a wrong number of arguments",
    (copy) => void (cellWith(copy, "ROUNDUP").formula = "=ROUND(1)"),
    /ROUND takes 2 to 2 arguments and gets 1/,
  ],
  [
    "a constant",
    (copy) => void (cellWith(copy, "ROUNDUP").formula = "=C5*0.5"),
    /the constant 0.5 needs a named cell/,
  ],
  [
    "a broken formula",
    (copy) => void (cellWith(copy, "ROUNDUP").formula = "=SUM(1,"),
    /is not a formula/,
  ],
  [
    "a sheet that is not there",
    (copy) => void (cellWith(copy, "ROUNDUP").formula = "='FY28 Checks'!A1"),
    /no sheet of the plan is called FY28 Checks/,
  ],
  [
    "a text that Excel cannot hold in a formula",
    (copy) =>
      void (cellWith(copy, "ROUNDUP").formula = `="${"x".repeat(256)}"`),
    /is too long/,
  ],
  [
    "a doubled name",
    (copy) => void copy.names.push({ ...copy.names[0]! }),
    /is given twice/,
  ],
  [
    "a name like an address",
    (copy) => void (copy.names[0]!.name = "FY27"),
    /Excel refuses the name FY27/,
  ],
  [
    "a name without a comment",
    (copy) => void (copy.names[0]!.comment = ""),
    /has no usable comment/,
  ],
  [
    "a name that leads nowhere",
    (copy) => void (copy.names[0]!.ref = "$ZZ$99"),
    /where no cell is/,
  ],
  [
    "a missing label",
    (copy) =>
      void copy.sheets[1]!.cells.splice(
        copy.sheets[1]!.cells.findIndex(({ value }) => value === "NTM revenue"),
        1,
      ),
    /No label stands beside/,
  ],
  [
    "a cell filled twice",
    (copy) => void copy.sheets[0]!.cells.push({ ...copy.sheets[0]!.cells[0]! }),
    /is filled twice/,
  ],
  [
    "a cell outside its sheet",
    (copy) => void (copy.sheets[0]!.rowCount = 3),
    /lies outside its sheet/,
  ],
  [
    "a blank required input",
    (copy) =>
      void delete copy.sheets[1]!.cells.find(
        ({ input }) => input === "ntm_revenue",
      )!.value,
    /input ntm_revenue is blank/,
  ],
  [
    "an input cell without an id",
    (copy) =>
      void delete copy.sheets[1]!.cells.find(
        ({ input }) => input === "ntm_revenue",
      )!.input,
    /has no id/,
  ],
  [
    "two sheets of one title",
    (copy) => void (copy.sheets[1]!.title = "FY27 Guide"),
    /Two sheets are called/,
  ],
  [
    "a reading without a cell",
    (copy) => void (copy.headlines[0]!.address = "ZZ1"),
    /The reading bookings leads to/,
  ],
])("verify finds %s", (_, change, fault) => {
  expect(broken(change).join("\n")).toMatch(fault);
});
