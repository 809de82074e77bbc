/** Campaign Plan: which period and segment a campaign counts in, worked by hand. */
import { layout, newPlan, verify } from "../../src/template";
import { withNeeded } from "../../src/template/sheetList";
import { type Changes, evaluate } from "./evaluate";

const plan = newPlan({
  id: "c",
  name: "FY27",
  fiscalStart: 46113,
  asOf: 46113,
  currency: "EUR",
  periods: "quarters",
  segments: [
    { name: "Mid-market, DACH", motion: "low volume, high dollar" },
    { name: "Small business", motion: "high volume, low dollar" },
  ],
});
plan.sheets = withNeeded(["campaign_plan"]);
const blueprint = layout(plan);
const sheet = blueprint.sheets.find(({ id }) => id === "campaign_plan")!;

/** Numbers right of a label; the n-th row of that label. */
function rowOf(label: string, changes: Changes, nth = 0): unknown[] {
  const computed = evaluate(blueprint, changes);
  const rows = sheet.cells.filter(
    (cell) => cell.column === 0 && cell.value === label,
  );
  return Array.from({ length: 7 }, (_, at) =>
    computed.value(
      "campaign_plan",
      `${String.fromCharCode(67 + at)}${rows[nth]!.row + 1}`,
    ),
  );
}

const line = (
  n: number,
  segment: string,
  by_when: number | null,
  expected: number,
  more: Record<string, string | number> = {},
): Changes =>
  Object.fromEntries(
    Object.entries({ segment, by_when, expected, ...more }).map(
      ([id, value]) => [`campaign/${n}/${id}`, value],
    ),
  );

// Quarters of FY27 begin on 1 April, 1 July, 1 October 2026 and 1 January 2027: 46113, 46204, 46296, 46388.
const CAMPAIGNS: Changes = {
  ...line(1, "Mid-market, DACH", 46113, 300, { cost: 9000, actual: 120 }),
  ...line(2, "Mid-market, DACH", 46203, 200, { cost: 1000 }),
  ...line(3, "Mid-market, DACH", 46204, 50),
  ...line(4, "Small business", 46387, 700, { cost: 7000 }),
  ...line(5, "Mid-market, DACH", 46300, 80, { state: "dropped", cost: 500 }),
  ...line(6, "Mid-market, DACH", 46112, 11),
  ...line(40, "Small business", null, 5),
};

test("its cells are sound, also with a comma in a segment's name", () => {
  expect(verify(blueprint)).toEqual([]);
  const rules = sheet.validations.filter(({ title }) =>
    title.endsWith(": segment"),
  );
  expect(rules).toHaveLength(40);
  expect(rules[0]!.list).toBe("=$A$6:$A$7");
});

test("first and last day of a period belong to it; dropped campaigns count nowhere", () => {
  expect(rowOf("Expected from campaigns", CAMPAIGNS)).toEqual([
    550,
    null,
    500,
    50,
    0,
    0,
    null,
  ]);
  expect(rowOf("Expected from campaigns", CAMPAIGNS, 1)).toEqual([
    700,
    null,
    0,
    0,
    700,
    0,
    null,
  ]);
});

test("the summary sums up, and says what counts nowhere", () => {
  const [needed, expected, gap, actual, cost, per] = rowOf(
    "All segments",
    CAMPAIGNS,
  );
  expect([expected, actual, cost]).toEqual([1250, 120, 17000]);
  expect(gap).toBeCloseTo(1250 - Number(needed), 9);
  expect(per).toBeCloseTo(13.6, 12);
  expect(
    rowOf(
      "Campaigns outside the plan's periods, or without a segment",
      CAMPAIGNS,
    )[1],
  ).toBe(16);
});

test("without a campaign nothing is divided", () => {
  expect(rowOf("All segments", {}).slice(1, 6)).toEqual([
    0,
    expect.any(Number),
    0,
    0,
    "",
  ]);
});
