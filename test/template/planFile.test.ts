/** Saving a plan's inputs and taking them back. */
import {
  newPlan,
  PlanFileProblem,
  presets,
  problems,
  readPlanFile,
  settle,
  writePlanFile,
} from "../../src/template";
import type { Plan } from "../../src/template/model";
import { ALL_SHEETS, withNeeded } from "../../src/template/sheetList";

const plan = newPlan({
  id: "p",
  name: "FY27",
  fiscalStart: 46113,
  asOf: 46120,
  currency: "EUR",
  periods: "quarters",
});

test("a plan comes back as it was, links as links", () => {
  const filled = {
    ...plan,
    inputs: {
      ntm_revenue: { link: "'Budget 27'!$C$14" },
      "s1/mql_to_sql": { value: 0.25 },
      "s1/mql_to_sql:source": { value: "CRM report of March" },
    },
  };
  expect(readPlanFile(writePlanFile(filled))).toEqual(filled);
});

test("it is written for people: days as they write them, one input a line", () => {
  const text = writePlanFile({
    ...plan,
    inputs: {
      ntm_revenue: { value: 12_000_000 },
      "ntm_revenue:as_of": { value: 46_200 },
      "ntm_revenue:source": { value: "2026-06-27" },
      "period_start/2": { value: 46_204.5 },
    },
  });
  expect(text).toContain(`"fiscalStart": "2026-04-01",
  "asOf": "2026-04-08",`);
  expect(text).toContain(`"inputs": {
    "ntm_revenue": 12000000,
    "ntm_revenue:as_of": "2026-06-27",
    "ntm_revenue:source": "2026-06-27",
    "period_start/2": 46204.5
  }`);
});

const byHand = {
  kind: "OneFunnel plan",
  schema: 1,
  name: "FY27 Europe",
  fiscalStart: "2026-04-01",
  asOf: 46_120,
  currency: "EUR",
  periods: "months",
  segments: [
    { name: "Enterprise", motion: "low volume, high dollar" },
    { name: "Self-service", motion: "high volume, low dollar" },
  ],
};

test("what a file written by hand leaves out follows from the rest", () => {
  expect(readPlanFile(JSON.stringify(byHand))).toEqual({
    ...newPlan({
      id: "fy27europe",
      name: "FY27 Europe",
      fiscalStart: 46_113,
      asOf: 46_120,
      currency: "EUR",
      periods: "months",
      segments: byHand.segments as Plan["segments"],
    }),
  });
});

test("values may stand alone or beside their word, dates as days or as Excel counts them", () => {
  const inputs = {
    ntm_revenue: { value: 5 },
    "s1/deal_size": 6,
    "s1/deal_size:note": "2026-06-27",
    "s1/deal_size:as_of": "2026-06-27",
    "s2/deal_size:as_of": 46_200,
    "s2/deal_size": { link: "Budget!B2" },
  };
  expect(readPlanFile(JSON.stringify({ ...byHand, inputs })).inputs).toEqual({
    ntm_revenue: { value: 5 },
    "s1/deal_size": { value: 6 },
    "s1/deal_size:note": { value: "2026-06-27" },
    "s1/deal_size:as_of": { value: 46_200 },
    "s2/deal_size:as_of": { value: 46_200 },
    "s2/deal_size": { link: "Budget!B2" },
  });
});

test("sheets may be named by a preset, and what a sheet needs comes with it", () => {
  const sheets = (wanted: unknown) =>
    readPlanFile(JSON.stringify({ ...byHand, sheets: wanted })).sheets;
  for (const preset of presets)
    expect(sheets(preset.id)).toEqual(preset.sheets);
  for (const sheet of ALL_SHEETS)
    expect(sheets([sheet])).toEqual(withNeeded([sheet]));
});

test("dates that were read back from the cells become the plan's own", () => {
  const read = {
    ...plan,
    inputs: {
      as_of: { value: 46200.75 },
      fiscal_start: { link: "Budget!$A$1" },
    },
  };
  expect(settle(read)).toEqual({
    ...plan,
    asOf: 46200,
    inputs: { fiscal_start: { link: "Budget!$A$1" } },
  });
});

const damaged = (change: object): string =>
  JSON.stringify({ ...JSON.parse(writePlanFile(plan)), ...change });

test.each([
  [
    "no JSON",
    "PK\u0003\u0004",
    "This file is not a saved plan: it is not JSON. Choose the file that Remove or Save inputs wrote.",
  ],
  [
    "another JSON",
    "[1]",
    'This file is not a saved plan: it does not say "OneFunnel plan". Choose the file that Remove or Save inputs wrote.',
  ],
  [
    "a newer format",
    damaged({ schema: 2 }),
    "This plan was saved in format 2; this version reads format 1. Update the add-in.",
  ],
  [
    "a name that is a number",
    damaged({ name: 27 }),
    "The plan file is damaged: name must be text; it holds 27. Save the plan again.",
  ],
  [
    "a day that does not exist",
    damaged({ asOf: "2026-02-30" }),
    'The plan file is damaged: asOf must be a date such as 2027-02-01; it holds "2026-02-30". Save the plan again.',
  ],
  [
    "weeks",
    damaged({ periods: "weeks" }),
    'The plan file is damaged: periods must be one of months or quarters; it holds "weeks". Save the plan again.',
  ],
  [
    "no segments",
    damaged({ segments: "all" }),
    'The plan file is damaged: segments must be a list; it holds "all". Save the plan again.',
  ],
  [
    "a segment that is none",
    damaged({ segments: [7] }),
    "The plan file is damaged: segments must be a list of segments; it holds 7. Save the plan again.",
  ],
  [
    "a thousand million periods",
    damaged({ periodCount: 1e9 }),
    "The plan file is damaged: periodCount must be 4 to 8 for a plan in quarters; it holds 1000000000. Save the plan again.",
  ],
  [
    "ten thousand segments",
    damaged({ segments: Array(10_000).fill(plan.segments[0]) }),
    'The plan file is damaged: segments must be a list of 1 to 6; it holds "10000 items". Save the plan again.',
  ],
  [
    "a long text where a date belongs",
    damaged({ asOf: "x".repeat(1000) }),
    `The plan file is damaged: asOf must be a date such as 2027-02-01; it holds "${"x".repeat(79)}…. Save the plan again.`,
  ],
  [
    "no format",
    damaged({ schema: undefined }),
    "This plan was saved in format nothing; this version reads format 1. Save the plan again.",
  ],
  [
    "an unknown sheet",
    damaged({ sheets: ["horoscope"] }),
    `The plan file is damaged: sheets must be sheets among ${ALL_SHEETS.join(", ")}; it holds "horoscope". Save the plan again.`,
  ],
  [
    "an input that is neither",
    damaged({ inputs: { as_of: { value: null } } }),
    'The plan file is damaged: input as_of must be a value or a link; it holds {"value":null}. Save the plan again.',
  ],
  [
    "inputs as a list",
    damaged({ inputs: [] }),
    "The plan file is damaged: inputs must be a table of values and links; it holds []. Save the plan again.",
  ],
])("%s is refused with a sentence", (_, text, sentence) => {
  expect(() => readPlanFile(text)).toThrow(new PlanFileProblem(sentence));
});

test("keys that JavaScript keeps for itself are unknown inputs and nothing more", () => {
  const text = damaged({}).replace(
    '"inputs":{}',
    '"inputs":{"__proto__":{"value":1},"constructor":{"value":2}}',
  );
  const read = readPlanFile(text);
  expect(Object.getPrototypeOf(read.inputs)).toBe(Object.prototype);
  expect(problems(read).map(({ input }) => input)).toEqual([
    "__proto__",
    "constructor",
  ]);
});
