/** Bad plans and inputs: the sentence that each gets, word for word. */
import {
  headlines,
  layout,
  newPlan,
  problems,
  verify,
} from "../../src/template";
import type { InputValue, Plan } from "../../src/template/model";
import { evaluate } from "./evaluate";
import { checkResults } from "./read";

const base = (): Plan =>
  newPlan({
    id: "p",
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

const sentences = (plan: Plan, linked = {}): string[] =>
  problems(plan, linked).map(({ sentence }) => sentence);

test("a fresh plan has no problems, in months or quarters, with one segment or six", () => {
  for (const periods of ["months", "quarters"] as const) {
    for (const size of [1, 2, 3, 4, 5, 6]) {
      const segments = Array.from({ length: size }, (_, at) => ({
        name: `S${at}`,
        motion: "high volume, low dollar" as const,
      }));
      expect(
        problems(
          newPlan({
            id: "p",
            name: "FY27",
            fiscalStart: 46113,
            asOf: 46113,
            currency: "USD",
            periods,
            segments,
          }),
        ),
      ).toEqual([]);
    }
  }
});

// [what is wrong, the change, the sentence, the field that shows it]
test.each<[string, Partial<Plan>, string, string | undefined]>([
  [
    "empty name",
    { name: " " },
    "Plan name is empty. Enter a short name such as FY27.",
    "name",
  ],
  [
    "long name",
    { name: "Fiscal year 2027 EMEA" },
    'Plan name has 21 characters; at most 16 fit. Shorten "Fiscal year 2027 EMEA".',
    "name",
  ],
  [
    "slash in the name",
    { name: "27/28" },
    'Plan name may not contain / because Excel refuses it in sheet names; got "27/28".',
    "name",
  ],
  [
    "apostrophe first",
    { name: "'27" },
    "Plan name may not begin or end with an apostrophe because Excel refuses it in sheet names; got '27.",
    "name",
  ],
  [
    "space last",
    { name: "FY27 " },
    'Plan name begins or ends with a space; got "FY27 ". Remove it.',
    "name",
  ],
  [
    "line break",
    { name: "FY\n27" },
    "Plan name holds a line break or another control character. Type the name again.",
    "name",
  ],
  [
    "fiscal start",
    { fiscalStart: NaN },
    "Fiscal start must be a day from March 1900 on; got NaN. Enter a date such as 2027-01-01.",
    "fiscalStart",
  ],
  [
    "as-of date",
    { asOf: 12 },
    "As-of date must be a day from March 1900 on; got 12. Enter a date such as 2027-01-01.",
    "asOf",
  ],
  [
    "an as-of date after the plan",
    { asOf: 46500 },
    "The as-of date lies at or after the end of the plan. Choose an earlier date or a later fiscal start.",
    "asOf",
  ],
  [
    "currency",
    { currency: "Euro" },
    'Currency must be an ISO code of three capitals such as EUR, USD or CHF; got "Euro".',
    "currency",
  ],
  [
    "too few quarters",
    { periodCount: 3 },
    "A plan in quarters has 4 to 8 quarters; got 3.",
    "periodCount",
  ],
  [
    "months that are not twelve",
    { periods: "months", periodCount: 6 },
    "A plan in months has exactly 12 months; got 6.",
    "periodCount",
  ],
  [
    "no segment",
    { segments: [] },
    "A plan has 1 to 6 segments; got 0.",
    "segments",
  ],
  [
    "a missing sheet",
    { sheets: ["guide", "assumptions", "ntm_split", "funnel_targets"] },
    "Every plan has the sheets Guide, Assumptions, NTM Split, Funnel Targets and Checks, and those that its other sheets read; missing: Checks. Add it.",
    undefined,
  ],
])("%s", (_, change, sentence, input) => {
  expect(problems({ ...base(), ...change })).toEqual([
    input === undefined ? { sentence } : { input, sentence },
  ]);
});

test("segments: empty, doubled and too long names, unknown motions", () => {
  const plan = base();
  plan.segments = [
    { id: "s1", name: "", motion: "low volume, high dollar" },
    { id: "s2", name: "West", motion: "low volume, high dollar" },
    { id: "s3", name: "west", motion: "both" as never },
    { id: "s4", name: "x".repeat(41), motion: "low volume, high dollar" },
  ];
  expect(
    problems(plan).map(({ input, sentence }) => [input, sentence]),
  ).toEqual([
    [
      "s1",
      "Name of segment 1 is empty. Enter a short name such as Enterprise.",
    ],
    [
      "s3",
      'Motion of segment 3 must be one of high volume, low dollar or low volume, high dollar; got "both".',
    ],
    ["s3", 'Segments 2 and 3 are both called "west". Rename one.'],
    [
      "s4",
      `Name of segment 4 has 41 characters; at most 40 fit. Shorten "${"x".repeat(41)}".`,
    ],
  ]);
});

// [what is wrong, input, value or link, value of the linked cell, sentence]
test.each<[string, string, InputValue, unknown, string]>([
  [
    "25 for 25 %",
    "s1/mql_to_sql",
    { value: 25 },
    0,
    "Enterprise, MQL to SQL must be above 0 and at most 100 %; got 25; enter 25% or 0.25.",
  ],
  [
    "a rate of 130 %",
    "s1/mql_to_sql",
    { value: 1.3 },
    0,
    "Enterprise, MQL to SQL must be above 0 and at most 100 %; got 130 %; lower it.",
  ],
  [
    "a share of 100.1 %",
    "s1/nnc_share",
    { value: 1.001 },
    0,
    "Enterprise, From net new customers (NNC) must be at most 100 %; got 100.1 %; lower it.",
  ],
  [
    "a rate of 0 at a stage that the source's leads pass",
    "s1/sdr/mql_to_sql",
    { value: 0 },
    0,
    "Enterprise, SDR: MQL to SQL must be above 0 and at most 100 %; got 0; enter a rate such as 25%.",
  ],
  [
    "a rate of 0",
    "s1/mql_to_sql",
    { value: 0 },
    0,
    "Enterprise, MQL to SQL must be above 0 and at most 100 %; got 0; enter a rate such as 25%.",
  ],
  [
    "a negative rate",
    "s2/sql_to_booking",
    { value: -0.2 },
    0,
    "Small business, SQL to booking must be above 0 and at most 100 %; got -0.2; enter a rate such as 25%.",
  ],
  [
    "a blank",
    "s1/deal_size",
    { value: "" },
    0,
    "Enterprise, Deal size is blank. Enter a value or link a cell.",
  ],
  [
    "text",
    "ntm_revenue",
    { value: "ten million" },
    0,
    'NTM revenue must be a number; got "ten million". Enter it without words or units.',
  ],
  [
    "a deal size of 0",
    "s1/deal_size",
    { value: 0 },
    0,
    "Enterprise, Deal size must be above 0; got 0.",
  ],
  [
    "a negative lag",
    "s1/lag_mql_to_sql",
    { value: -1 },
    0,
    "Enterprise, Lag, MQL to SQL must be 0 or more; got -1.",
  ],
  [
    "a lag in days",
    "s1/lag_mql_to_sql",
    { value: 90 },
    0,
    "Enterprise, Lag, MQL to SQL must be at most 36; got 90.",
  ],
  [
    "a share above 1",
    "s1/nnc_share",
    { value: 40 },
    0,
    "Enterprise, From net new customers (NNC) must be at most 100 %; got 40; enter 40% or 0.4.",
  ],
  [
    "an unknown stage",
    "s1/sdr/first_stage",
    { value: "Event" },
    0,
    'Enterprise, SDR: first stage must be one of Inquiry, MQL, SQL; got "Event".',
  ],
  [
    "a link to a blank cell",
    "ntm_revenue",
    { link: "Budget!$C$14" },
    null,
    "NTM revenue is blank (linked to Budget!$C$14). Enter a value in that cell or choose another one.",
  ],
  [
    "a link to text",
    "ntm_revenue",
    { link: "Budget!$C$14" },
    "TBD",
    'NTM revenue must be a number; got "TBD" (linked to Budget!$C$14). Enter it without words or units.',
  ],
  [
    "a link to a rate in per cent points",
    "s1/mql_to_sql",
    { link: "Log!$B$2" },
    31,
    "Enterprise, MQL to SQL must be above 0 and at most 100 %; got 31 (linked to Log!$B$2); enter 31% or 0.31.",
  ],
  [
    "a link to TRUE",
    "s1/customers",
    { link: "Log!$B$2" },
    true,
    "Enterprise, Customers must be a number; got true (linked to Log!$B$2). Enter it without words or units.",
  ],
  [
    "an input of another template",
    "s1/happiness",
    { value: 1 },
    0,
    'The plan has a value for "s1/happiness", which this template does not know. Remove it.',
  ],
])("%s", (_, input, given, cell, sentence) => {
  const plan = base();
  plan.inputs[input] = given;
  expect(problems(plan, { [input]: cell as never })).toEqual([
    { input, sentence },
  ]);
});

test.each<[string, Record<string, number>, string, string]>([
  [
    "revenue that starts after the plan",
    { "s1/months_to_revenue": 15 },
    "Enterprise: no net new booking of the plan becomes revenue in time. Shorten the months to revenue or phase bookings earlier.",
    "s1/months_to_revenue",
  ],
  [
    "a rounding guard between two whole numbers",
    { round_guard: 4.5 },
    "Rounding guard must be a whole number; got 4.5.",
    "round_guard",
  ],
  [
    "shares above 100 %",
    { "s1/expansion_share": 0.6, "s1/nnc_share": 0.5 },
    "Enterprise: expansion and net new are 110 % of the revenue together; lower one so that they are at most 100 %.",
    "s1/nnc_share",
  ],
  [
    "sources below 100 %",
    { "s2/partner/share": 0 },
    "Small business: the shares of the sources sum to 90 %; change them to sum to 100 %.",
    "s2/marketing/share",
  ],
  [
    "segments that miss the budget",
    { "s1/revenue_share": 0.4 },
    "The segments' revenue is 9000000 together, the NTM revenue 10000000. Change the segments' shares to sum to 100 %, or their amounts.",
    "s2/revenue_share",
  ],
  [
    "an as-of date after the plan",
    { as_of: 46500 },
    "The as-of date lies at or after the end of the plan. Choose an earlier date or a later fiscal start.",
    "as_of",
  ],
  [
    "periods out of order",
    { "period_start/3": 46114 },
    "Period 3 does not start after period 2. Put the period dates in order.",
    "period_start/3",
  ],
])("%s", (_, values, sentence, input) => {
  const plan = base();
  for (const [id, value] of Object.entries(values)) plan.inputs[id] = { value };
  expect(problems(plan)).toEqual([{ input, sentence }]);
});

test("a link that nobody has read yet is no problem", () => {
  const plan = base();
  plan.inputs.ntm_revenue = { link: "Budget!$C$14" };
  expect(sentences(plan)).toEqual([]);
});

test("a rate of 0 at a stage that the source's leads do not pass stops nothing", () => {
  const plan = base();
  plan.inputs["s1/sales/mql_to_sql"] = { value: 0 };
  plan.inputs["s1/sdr/inquiry_to_mql"] = { value: 0 };
  expect(sentences(plan)).toEqual([]);
  expect(checkResults(layout(plan), evaluate(layout(plan))).total).toBe(1);
});

test("legal extremes: rates of exactly 1, shares of 0.1, 0.2 and 0.7, no expansion", () => {
  const plan = base();
  for (const step of ["inquiry_to_mql", "mql_to_sql", "sql_to_booking"])
    plan.inputs[`s1/${step}`] = { value: 1 };
  const shares = { marketing: 0.1, sdr: 0.2, sales: 0.7, partner: 0 };
  for (const [source, share] of Object.entries(shares))
    plan.inputs[`s1/${source}/share`] = { value: share };
  plan.inputs["s1/expansion_share"] = { value: 0 };
  plan.inputs["s1/nnc_share"] = { value: 1 };
  expect(sentences(plan)).toEqual([]);
  expect(checkResults(layout(plan), evaluate(layout(plan))).total).toBe(1);
});

test("a linked lag gets the periods after the plan that it needs", () => {
  const plan = base();
  plan.inputs["s1/lag_sql_to_booking"] = { link: "Log!$B$2" };
  const linked = { "s1/lag_sql_to_booking": 7.5 };
  expect(problems(plan, linked)).toEqual([]);
  const blueprint = layout(plan, { linked });
  expect(verify(blueprint)).toEqual([]);
  const computed = evaluate(blueprint, {}, { Log: { B2: 7.5 } });
  expect(checkResults(blueprint, computed)).toMatchObject({
    lags: 1,
    total: 1,
  });
  expect(headlines(plan, linked)[0]!.sqls).toBe(
    computed.named("Funnel_FY27_Enterprise_Plan_SQLs"),
  );
});
