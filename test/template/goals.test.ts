/** Goals: whole numbers that add up, the bonus rule, and what drifts; numbers from the reference files. */
import { layout, newPlan, verify } from "../../src/template";
import { GOAL_CHECKS } from "../../src/template/sheets/goalChecks";
import { withNeeded } from "../../src/template/sheetList";
import { referenceCases } from "../functions/referenceCases";
import { type Changes, evaluate } from "./evaluate";
import { checkResults } from "./read";

const plan = newPlan({
  id: "g",
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
plan.sheets = withNeeded(["goals"]);
const blueprint = layout(plan);
const goals = blueprint.sheets.find(({ id }) => id === "goals")!;
const inputAt = (id: string) =>
  blueprint.inputs.find((input) => input.id === id)!.address;
const rowOf = (id: string) => Number(/\d+/.exec(inputAt(id))![0]);
/** The team goal of a segment, by the row of its label. */
const goalAddress = (segment: string, column: string) =>
  `${column}${goals.cells.find(({ value, column: at }) => at === 0 && value === segment)!.row + 1}`;

const person = (
  line: number,
  team: string,
  segment: string,
  weight: number,
): Changes => ({
  [`person/${line}/team`]: team,
  [`person/${line}/segment`]: segment,
  [`person/${line}/weight`]: weight,
});

const goalsOf = (changes: Changes, lines: number[]): unknown[] => {
  const computed = evaluate(blueprint, changes);
  return lines.map((line) =>
    computed.value("goals", `L${rowOf(`person/${line}/team`)}`),
  );
};

test("its cells are sound", () => {
  expect(verify(blueprint)).toEqual([]);
});

test.each(
  referenceCases("01_reverse_funnel", "APPORTION").filter(
    ([, { args, expected }]) =>
      Array.isArray(expected) && (args.weights as unknown[]).length <= 20,
  ),
)("goals of people: %s", (_, { args, expected }) => {
  const { total, weights } = args as { total: number; weights: number[] };
  const own = weights.map((weight, at) =>
    person(2 * at + 1, "Sales", "Small business", weight),
  );
  // Colleagues of another team and segment stand between them and change nothing.
  const others = weights.map((_, at) =>
    at % 2
      ? person(2 * at + 2, "Sales", "Enterprise", 1)
      : person(2 * at + 2, "SDR", "Small business", 3),
  );
  const changes = Object.assign(
    { [`goals!${goalAddress("Small business", "D")}`]: total },
    ...own,
    ...others,
  ) as Changes;
  expect(
    goalsOf(
      changes,
      weights.map((_, at) => 2 * at + 1),
    ),
  ).toEqual(expected);
});

test("a line without a team or a segment has no goal", () => {
  expect(
    goalsOf({ "person/1/team": "Sales", "person/1/weight": 1 }, [1]),
  ).toEqual([""]);
});

test.each(referenceCases("08_credit", "BONUS_SPLIT"))(
  "payouts: %s",
  (_, { args, expected }) => {
    const teams = ["sdr", "sales", "success"];
    const values = args as {
      pool: number;
      weights: number[];
      own: number[];
      shared: number;
      sharedWeight: number;
      threshold: number;
      cap: number;
    };
    const changes: Changes = {
      "bonus/pool": values.pool,
      "bonus/shared_weight": values.sharedWeight,
      "bonus/threshold": values.threshold,
      "bonus/cap": values.cap,
      "bonus/shared_attainment": values.shared,
      "bonus/marketing/weight": 0,
    };
    teams.forEach((team, at) => {
      changes[`bonus/${team}/weight`] = values.weights[at] ?? 0;
      changes[`bonus/${team}/attainment`] = values.own[at] ?? 0;
    });
    const computed = evaluate(blueprint, changes);
    (expected as number[]).forEach((payout, at) => {
      const got = computed.value(
        "goals",
        `E${rowOf(`bonus/${teams[at]!}/weight`)}`,
      );
      expect(got).toBeCloseTo(payout, 6);
    });
  },
);

test("below the quality gate marketing's own goal pays nothing, the shared one still does", () => {
  const payout = (acceptance: number): unknown =>
    evaluate(blueprint, {
      "bonus/pool": 100_000,
      "bonus/acceptance": acceptance,
    }).value("goals", `E${rowOf("bonus/marketing/weight")}`);
  // 30 % of the pool, half of it for the shared goals.
  expect(payout(0.6)).toBeCloseTo(30_000, 9);
  expect(payout(0.59)).toBeCloseTo(15_000, 9);
});

test("a team whose time leans the other way than planned is named", () => {
  const drift = (leads: number, enablement: number): unknown =>
    evaluate(blueprint, {
      "focus/marketing/leads_actual": leads,
      "focus/marketing/enablement_actual": enablement,
    }).value("goals", `G${rowOf("focus/marketing/leads_actual")}`);
  expect(drift(0.3, 0.6)).toBe("works against its focus");
  expect(drift(0.5, 0.3)).toBe("");
});

const red = (changes: Changes): string[] =>
  Object.entries(checkResults(blueprint, evaluate(blueprint, changes)))
    .filter(([, result]) => result !== 1)
    .map(([id]) => id)
    .sort();

const MUTATIONS: [string, Changes][] = [
  [
    "goals",
    {
      ...person(1, "Sales", "Enterprise", 1),
      [`goals!L${rowOf("person/1/team")}`]: 999,
    },
  ],
  ["bonus", { "bonus/cap": 0.5 }],
  ["bonus", { "bonus/sales/weight": -0.1 }],
  ["time", { "focus/sdr/leads_planned": 0.5 }],
  ["filled", { "bonus/pool": null }],
  ["numbers", { "prospecting/cost": "80k" }],
  ["errors", { "bonus/pool": { formula: "=1/0" } }],
];

test.each(MUTATIONS)(
  "%s turns red, and nothing else does",
  (check, changes) => {
    expect(red(changes)).toEqual([check, "total"].sort());
  },
);

test("every check of the sheet has such a change, and is green without it", () => {
  const checked = new Set(MUTATIONS.map(([check]) => check));
  for (const { id } of GOAL_CHECKS) expect(checked).toContain(id);
  expect(red({})).toEqual([]);
});
