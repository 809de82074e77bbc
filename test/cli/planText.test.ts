/** Sentences about plan files: where, what was given, what to do. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { examplePlan } from "../../src/cli/example";
import { readPlanText, withValues } from "../../src/cli/planText";
import { CliProblem } from "../../src/cli/problem";
import { writePlanFile } from "../../src/template";
import { GOLDEN_PLANS } from "../golden/plans";

const example = JSON.parse(writePlanFile(examplePlan())) as Record<
  string,
  unknown
>;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function sentences(content: Uint8Array | Record<string, unknown>): string[] {
  const given =
    content instanceof Uint8Array
      ? content
      : bytes(JSON.stringify({ ...example, ...content }));
  try {
    readPlanText(given, "plan.json");
  } catch (problem) {
    if (!(problem instanceof CliProblem)) throw problem;
    expect([problem.about, problem.exitCode]).toEqual([
      "plan.json cannot be used:",
      1,
    ]);
    return [...problem.sentences];
  }
  return [];
}

test.each<[what: string, text: string, sentence: string]>([
  [
    "an empty file",
    "",
    "It is empty. Write a plan with onefunnel --example -o plan.json and change its values.",
  ],
  [
    "a workbook",
    "PK\u0003\u0004",
    "It is a workbook or another archive, not a plan in JSON. In the task pane, Save inputs writes the plan of a workbook.",
  ],
  [
    "another JSON",
    "[1]",
    "It is JSON, but no plan: a plan begins with a brace. See onefunnel --example.",
  ],
  [
    "a later format",
    '{ "schema": 2 }',
    "It is in format 2; this version of onefunnel reads format 1. Use a newer version.",
  ],
])("%s", (_, text, sentence) => {
  expect(sentences(bytes(text))).toEqual([sentence]);
});

test("a slip in the JSON is found by line and column", () => {
  const [sentence] = sentences(
    bytes('{\n  "kind": "OneFunnel plan",\n  "schema": 1\n  "name": "FY27"\n}'),
  );
  expect(sentence).toMatch(
    /^It is not valid JSON: .+, in line 4, column 3\. Mend it there\.$/,
  );
  expect(sentences(bytes('{ "kind": '))).toEqual([
    "It is not valid JSON: Unexpected end of JSON input, in line 1, column 11. Mend it there.",
  ]);
});

test("UTF-16 and byte order marks are read, other bytes are named", () => {
  const text = JSON.stringify(example);
  const wide = new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
  for (const given of [
    bytes(`\ufeff${text}`),
    wide,
    wide.slice().map(swapped(wide)),
  ])
    expect(readPlanText(given, "plan.json")).toEqual(examplePlan());
  expect(sentences(new Uint8Array([0x7b, 0xe9, 0x7d]))).toEqual([
    "It is not a text in UTF-8. Save it as UTF-8.",
  ]);
});

/** The other order of bytes. */
const swapped =
  (all: Uint8Array) =>
  (_: number, at: number): number =>
    all[at % 2 === 0 ? at + 1 : at - 1]!;

test.each<[change: Record<string, unknown>, ...sentences: string[]]>([
  [
    { kind: undefined },
    'The file has no "kind". Add it, such as "kind": "OneFunnel plan".',
  ],
  [{ kind: "Budget" }, '"kind" must be "OneFunnel plan"; got "Budget".'],
  [
    { name: "The plan of 2027 and 2028" },
    '"name" must be a text of 1 to 16 characters; got "The plan of 2027 and 2028".',
  ],
  [
    { fiscalStart: "1.1.2027" },
    '"fiscalStart" must be a date such as 2027-02-01; got "1.1.2027".',
  ],
  [
    { asOf: "2027-02-30" },
    '"asOf" must be a date such as 2027-02-01; got "2027-02-30".',
  ],
  [{ currency: "eur" }, '"currency" must be a text such as EUR; got "eur".'],
  [
    { currency: "XXZ" },
    'Currency must be an ISO code of three capitals such as EUR, USD or CHF; got "XXZ".',
  ],
  [
    { periods: "weeks" },
    '"periods" must be one of "months" or "quarters"; got "weeks".',
  ],
  [
    { periodCount: 3 },
    '"periodCount" must be a whole number, at least 4 and at most 8; got 3.',
  ],
  [{ periods: "months" }, '"periodCount" must be 12; got 4.'],
  [{ segments: [] }, '"segments" must have 1 to 6 entries; got 0.'],
  [
    { segments: ["Core"] },
    'Segment 1 must be a table of fields in braces; got "Core".',
  ],
  [
    { segments: [{ name: "Core", motion: "fast" }] },
    '"motion" of segment 1 must be one of "high volume, low dollar" or "low volume, high dollar"; got "fast".',
  ],
  [
    { segments: [{ name: "Core", colour: "red" }] },
    'Segment 1 has no "motion". Add it, such as "motion": "low volume, high dollar".',
    'Segment 1 has "colour", which means nothing there. Remove it; known are "id", "name", "motion".',
  ],
  [{ sheets: "ful" }, '"sheets" must be one of "quick" or "full"; got "ful".'],
  [
    { sheets: ["guide", "guide"] },
    '"sheets" lists an entry twice. List each once.',
  ],
  [
    { periodcount: 4 },
    'The file has "periodcount", which means nothing there; did you mean "periodCount"?',
  ],
  [{ inputs: [] }, '"inputs" must be a table of fields in braces; got [].'],
  [
    { inputs: { "s2/dealsize": 1, "s2/deal_size:sorce": "x", colour: 1 } },
    'There is no input "s2/dealsize"; did you mean "s2/deal_size"?',
    'There is no input "s2/deal_size:sorce"; did you mean "s2/deal_size:source"?',
    'There is no input "colour". Remove it, or look its name up with onefunnel --schema.',
  ],
  [
    { inputs: { "s3/deal_size": 5 } },
    'Input "s3/deal_size": The plan has a value for "s3/deal_size", which this template does not know. Remove it.',
  ],
  [
    { inputs: { ntm_revenue: "12m" } },
    'Input "ntm_revenue" must be a number, at least 0; got "12m".',
  ],
  [
    { inputs: { ntm_revenue: { value: 5, link: "Budget!B2" } } },
    'Input "ntm_revenue" must have either a "value" or a "link"; got {"value":5,"link":"Budget!B2"}.',
  ],
  [
    { inputs: { ntm_revenue: { link: "Budget!$C$14" } } },
    'Input "ntm_revenue" (NTM revenue) is linked to Budget!$C$14, a cell that a new workbook does not have. Put its value into plan.json, or add --set ntm_revenue=VALUE.',
  ],
  [
    { inputs: { "s1/marketing/name": true } },
    'Input "s1/marketing/name" must be a text or a number; got true.',
  ],
  [
    { inputs: { "s1/sdr/first_stage": "SAL" } },
    'Input "s1/sdr/first_stage" must be one of "Inquiry", "MQL" or "SQL"; got "SAL".',
  ],
  [
    { inputs: { "s1/deal_size:as_of": "June" } },
    'Input "s1/deal_size:as_of" must be a date such as 2027-02-01; got "June".',
  ],
  [
    {
      inputs: {
        ...(example.inputs as object),
        "s1/mql_to_sql": 25,
        "s1/deal_size": -5,
      },
    },
    'Input "s1/deal_size": Commercial, Deal size must be above 0; got -5.',
    'Input "s1/mql_to_sql": Commercial, MQL to SQL must be above 0 and at most 100 %; got 25; enter 25% or 0.25.',
  ],
])("%j", (change, ...expected) => {
  expect(sentences(change)).toEqual(expected);
});

test("values from the command line count before those of the file", () => {
  const plan = GOLDEN_PLANS["months-2"]!;
  const read = readPlanText(bytes(writePlanFile(plan)), "plan.json", [
    ["ntm_revenue", 24_500_000],
    ["s1/deal_size:as_of", "2027-02-01"],
  ]);
  expect(read).toEqual({
    ...plan,
    inputs: {
      ...plan.inputs,
      ntm_revenue: { value: 24_500_000 },
      "s1/deal_size:as_of": { value: 46_419 },
    },
  });
  expect(() => withValues(examplePlan(), [["ntm_revenue", -1]])).toThrow(
    'Input "ntm_revenue": NTM revenue must be 0 or more; got -1.',
  );
});

test("the plan in docs/plan-file.md is one", () => {
  const page = readFileSync(join(__dirname, "../../docs/plan-file.md"), "utf8");
  const [, plan] = /```json\n([\s\S]*?)```/.exec(page)!;
  expect(sentences(bytes(plan!))).toEqual([]);
});
