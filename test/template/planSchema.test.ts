/** The published schema of a plan's file, by a validator that nobody here wrote, against the template's own reading. */
import Ajv2020 from "ajv/dist/2020";
import {
  inputs,
  newPlan,
  PlanFileProblem,
  problems,
  readPlanFile,
  writePlanFile,
} from "../../src/template";
import { serialFromIso } from "../../src/template/dates";
import type { Plan } from "../../src/template/model";
import { planSchema } from "../../src/template/planSchema";
import { ALL_SHEETS } from "../../src/template/sheetList";
import { GOLDEN_PLANS, LINKED_INPUTS } from "../golden/plans";

const validate = new Ajv2020({
  strict: true,
  allowUnionTypes: true,
  formats: { date: (text: string) => serialFromIso(text) !== undefined },
}).compile(planSchema("https://example.com/plan.schema.json"));

const accepts = (file: unknown): boolean => validate(file);
const written = (plan: Plan): Record<string, unknown> =>
  JSON.parse(writePlanFile(plan)) as Record<string, unknown>;

const full: Plan = {
  ...newPlan({
    id: "full",
    name: "FY27",
    fiscalStart: 46_113,
    asOf: 46_120,
    currency: "EUR",
    periods: "months",
    segments: [
      { name: "Enterprise", motion: "low volume, high dollar" },
      { name: "Self-service", motion: "high volume, low dollar" },
    ],
  }),
  sheets: [...ALL_SHEETS],
};

test.each(Object.entries(GOLDEN_PLANS))(
  "takes the saved plan %s",
  (_, plan) => {
    accepts(written(plan));
    expect(validate.errors).toBeNull();
  },
);

test("takes every input that the template has, with every value that it may start from", () => {
  const given = inputs(full).map(({ id, default: value }) => [
    id,
    value === undefined ? { link: "Budget!$C$14" } : { value },
  ]);
  accepts(written({ ...full, inputs: Object.fromEntries(given) }));
  expect(validate.errors).toBeNull();
});

/** What a person may get wrong, and what both the schema and the template's own reading must refuse. */
const WRONG: [what: string, change: Record<string, unknown>][] = [
  ["another kind of file", { kind: "Budget" }],
  ["a later format", { schema: 2 }],
  ["no name", { name: undefined }],
  ["an empty name", { name: "" }],
  ["a long name", { name: "The plan of the year 2027" }],
  ["a day that does not exist", { asOf: "2027-02-30" }],
  [
    "a day that does not exist, in an input",
    { inputs: { "period_start/2": "2027-02-30" } },
  ],
  ["a date in words", { fiscalStart: "1 April 2026" }],
  ["a date before Excel's", { asOf: 0 }],
  ["no currency", { currency: undefined }],
  ["a currency in small letters", { currency: "eur" }],
  ["weeks", { periods: "weeks" }],
  ["six months", { periodCount: 6 }],
  ["nine quarters", { periods: "quarters", periodCount: 9 }],
  ["half a quarter", { periods: "quarters", periodCount: 4.5 }],
  ["no segments", { segments: [] }],
  ["segments by name only", { segments: ["Core"] }],
  ["seven segments", { segments: Array(7).fill(full.segments[0]) }],
  ["a segment without a motion", { segments: [{ name: "Core" }] }],
  ["an unknown motion", { segments: [{ name: "Core", motion: "fast" }] }],
  [
    "a segment's id of its own",
    { segments: [{ ...full.segments[0], id: "core" }] },
  ],
  ["an unknown sheet", { sheets: ["marketing"] }],
  ["an unknown preset", { sheets: "medium" }],
  ["inputs in a list", { inputs: [] }],
  ["an unknown input", { inputs: { "s1/dealsize": 5 } }],
  ["a number as text", { inputs: { ntm_revenue: "12m" } }],
  ["a truth value", { inputs: { ntm_revenue: true } }],
  ["a rate above 1", { inputs: { "s1/nnc_share": 25 } }],
  ["an amount below 0", { inputs: { "s1/deal_size": -5 } }],
  ["an unknown choice", { inputs: { "s1/sdr/first_stage": "SAL" } }],
  ["a blank that must not be", { inputs: { "s1/deal_size": "" } }],
  ["a nameless link", { inputs: { ntm_revenue: { lnk: "Budget!B2" } } }],
];

test.each(WRONG)("refuses %s, as the template does", (_, change) => {
  const file = JSON.parse(JSON.stringify({ ...written(full), ...change }));
  expect(accepts(file)).toBe(false);
  expect(sentences(file).length).toBeGreaterThan(0);
});

function sentences(file: unknown): string[] {
  try {
    return problems(readPlanFile(JSON.stringify(file)), LINKED_INPUTS).map(
      ({ sentence }) => sentence,
    );
  } catch (problem) {
    if (problem instanceof PlanFileProblem) return [problem.sentence];
    throw problem;
  }
}

test("refuses fields that it does not know, which the template passes over", () => {
  for (const change of [
    { periodcount: 12 },
    { segments: [{ ...full.segments[0], colour: "red" }] },
    { inputs: { ntm_revenue: { value: 5, unit: "EUR" } } },
    { inputs: { ntm_revenue: { value: 5, link: "Budget!B2" } } },
  ])
    expect([change, accepts({ ...written(full), ...change })]).toEqual([
      change,
      false,
    ]);
});

test("takes what people write by hand", () => {
  for (const change of [
    { $schema: "plan.schema.json" },
    { id: undefined, periodCount: undefined, sheets: undefined },
    { inputs: undefined },
    { sheets: "quick" },
    { fiscalStart: 46_113 },
    { inputs: { ntm_revenue: { value: 5 }, "s1/deal_size": 6 } },
    { inputs: { "s1/deal_size:as_of": "2026-06-27" } },
    { inputs: { "s1/deal_size:as_of": "", "s1/contracted_revenue": "" } },
  ]) {
    const file = JSON.parse(JSON.stringify({ ...written(full), ...change }));
    expect([change, accepts(file)]).toEqual([change, true]);
    expect([change, sentences(file)]).toEqual([change, []]);
  }
});
