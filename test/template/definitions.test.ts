/** Definitions: what counts as agreed, and that every step has one team that answers for it. */
import { layout, newPlan, verify } from "../../src/template";
import { withNeeded } from "../../src/template/sheetList";
import { evaluate, type Changes } from "./evaluate";

const plan = newPlan({
  id: "d",
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
plan.sheets = withNeeded(["definitions"]);
const blueprint = layout(plan);

const named = (name: string, changes: Changes): unknown => {
  const found = blueprint.names.find((each) => each.name === name)!;
  return evaluate(blueprint, changes).value(
    found.sheet,
    found.ref.replaceAll("$", ""),
  );
};
const signed: Changes = {
  "definition/2/marketing": "Mara",
  "definition/2/sales": "Sol",
  "definition/2/effective": 46113,
};

test("its cells are sound, and profile and roles stand once for each segment and team", () => {
  expect(verify(blueprint)).toEqual([]);
  const ids = blueprint.inputs.map(({ id }) => id);
  expect(ids).toContain("profile/who/s2");
  expect(ids).toContain("role/close/sales");
});

test.each<[string, Changes, number]>([
  ["nothing is signed at first", {}, 7],
  ["both signatures and a date make one agreed", signed, 6],
  ["one signature is not enough", { ...signed, "definition/2/sales": null }, 7],
  ["a date is needed", { ...signed, "definition/2/effective": null }, 7],
  [
    "a term that was taken out is not counted",
    { "definition/3/term": null },
    6,
  ],
  ["a new term is", { "definition/8/term": "Renewal" }, 8],
])("%s", (_, changes, open) => {
  expect(named("Funnel_FY27_Definitions_Open", changes)).toBe(open);
});

test.each<[string, Changes, number]>([
  ["each step starts with one accountable team", {}, 0],
  ["none is too few", { "role/close/sales": "C" }, 1],
  ["two are too many", { "role/close/sdr": "R/A", "role/close/sales": "A" }, 1],
])("%s", (_, changes, count) => {
  expect(named("Funnel_FY27_Steps_Without_Owner", changes)).toBe(count);
});
