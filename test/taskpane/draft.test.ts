import type { InputDefinition, Plan } from "../../src/template/model";
import {
  askedFor,
  changeDraft,
  compileDraft,
  isExample,
  linksOf,
  shownInput,
  startDraft,
} from "../../src/taskpane/draft";
import type { Change, Draft } from "../../src/taskpane/draft";
import { readField, tidied } from "../../src/taskpane/fields";
import { frameOf, sortProblems } from "../../src/taskpane/problems";
import * as template from "../../src/template";
import { fakeTemplate, someDay } from "./fake";

const plan: Plan = fakeTemplate.newPlan({
  id: "p",
  name: "FY27",
  fiscalStart: 46_388,
  asOf: someDay,
  currency: "USD",
  periods: "quarters",
});
const after = (draft: Draft, ...changes: Change[]) =>
  changes.reduce(changeDraft, Object.freeze(draft));
const compile = (draft: Draft) => compileDraft(draft, fakeTemplate, "en-US");
const [revenue] = fakeTemplate.inputs(plan) as [InputDefinition];
const rate = fakeTemplate.inputs(plan).find(({ unit }) => unit === "rate")!;

test("an untouched draft is the plan it started from", () => {
  expect(compile(startDraft(plan)).plan).toEqual(plan);
});

test("what is typed counts in its unit", () => {
  const draft = after(
    startDraft(plan),
    { do: "type", id: "ntm_revenue", text: "40m" },
    { do: "type", id: "s1/mql_to_sql", text: "12.5" },
  );
  expect(compile(draft).plan.inputs).toEqual({
    ntm_revenue: { value: 40_000_000 },
    "s1/mql_to_sql": { value: 0.125 },
  });
});

test("text that is no number has its sentence and no value", () => {
  const { plan: made, faults } = compile(
    after(startDraft(plan), { do: "type", id: "ntm_revenue", text: "a lot" }),
  );
  expect(made.inputs).toEqual({});
  expect(faults["ntm_revenue"]).toBe(
    'NTM revenue is "a lot", which is not a number. Enter a number such as 75,000.',
  );
});

test("a saved third stays a third until its text is edited", () => {
  const third = { ...plan, inputs: { "s1/mql_to_sql": { value: 1 / 3 } } };
  const draft = startDraft(third);
  const shown = shownInput(draft, rate, "en-US");
  expect(shown).toEqual({ text: "33.333333333333%", exact: 1 / 3 });
  const left = after(draft, {
    do: "settle",
    id: rate.id,
    input: tidied(shown, rate, "en-US"),
  });
  expect(compile(left).plan.inputs[rate.id]).toEqual({ value: 1 / 3 });
});

test("leaving a field tidies it; emptying it brings the example back", () => {
  expect(tidied({ text: " 25 " }, rate, "en-US")).toEqual({
    text: "25%",
    exact: 0.25,
  });
  expect(tidied({ text: "a lot" }, rate, "en-US")).toEqual({ text: "a lot" });
  expect(tidied({ text: "" }, rate, "en-US")).toBeUndefined();
  const draft = after(startDraft(plan), {
    do: "type",
    id: rate.id,
    text: "30",
  });
  expect(isExample(draft, rate)).toBe(false);
  const emptied = after(draft, { do: "settle", id: rate.id, input: undefined });
  expect(isExample(emptied, rate)).toBe(true);
  expect(shownInput(emptied, rate, "en-US")).toEqual({
    text: "20%",
    exact: 0.2,
  });
});

test("a date field holds a day and says when it does not", () => {
  const date: InputDefinition = {
    id: "d",
    label: "Start",
    unit: "date",
    hint: "",
    key: true,
  };
  expect(readField("2027-01-01", date, "en-US")).toEqual({ value: 46_388 });
  expect(readField("2027-02-30", date, "en-US")).toEqual({
    sentence:
      'Start is "2027-02-30", which is not a day. Enter a day such as 1 January 2027.',
  });
});

test("a link carries the cell's present value, or the sentence why there is none", () => {
  const link = "Budget!$C$14";
  const linked = after(startDraft(plan), {
    do: "link",
    id: "ntm_revenue",
    link,
    seen: { value: 5, text: "5" },
  });
  expect(linksOf(linked)).toEqual([link]);
  expect(compile(linked).plan.inputs).toEqual({ ntm_revenue: { link } });
  expect(compile(linked).linked).toEqual({ ntm_revenue: 5 });
  const lost = after(linked, {
    do: "seen",
    seen: { [link]: { sentence: "Budget is gone." } },
  });
  expect(compile(lost).linked).toEqual({ ntm_revenue: null });
  expect(compile(lost).faults).toEqual({ ntm_revenue: "Budget is gone." });
});

test("a removed segment takes its inputs along, and the next one starts afresh under its id", () => {
  const draft = after(
    startDraft(plan),
    { do: "addSegment", name: "Enterprise" },
    { do: "type", id: "s2/deal_size", text: "120k" },
    { do: "removeSegment", id: "s2" },
    { do: "addSegment", name: "Public" },
  );
  expect(draft.segments.map(({ id, name }) => [id, name])).toEqual([
    ["s1", "New business"],
    ["s2", "Public"],
  ]);
  expect(compile(draft).plan.inputs).toEqual({});
});

test("one segment stays, and there are never more than six", () => {
  const one = startDraft(plan);
  expect(after(one, { do: "removeSegment", id: "s1" }).segments).toHaveLength(
    1,
  );
  const adds = Array.from({ length: 8 }, (_, index): Change => ({
    do: "addSegment",
    name: `${index}`,
  }));
  expect(after(one, ...adds).segments.map(({ id }) => id)).toEqual([
    "s1",
    "s2",
    "s3",
    "s4",
    "s5",
    "s6",
  ]);
});

test("a blank day is a fault of its field and nothing else", () => {
  const { plan: made, faults } = compile(
    after(startDraft(plan), { do: "fiscalStart", day: "" }),
  );
  expect(made.fiscalStart).toBe(plan.fiscalStart);
  expect(faults).toEqual({
    fiscalStart: "Fiscal start is blank. Enter a day such as 1 January 2027.",
  });
});

test("a day given in the form takes the place of the one saved from the sheet", () => {
  const saved = { ...plan, inputs: { as_of: { link: "Budget!$A$1" } } };
  const draft = after(startDraft(saved), { do: "asOf", day: "2027-03-01" });
  expect(compile(draft).plan.inputs).toEqual({});
  expect(compile(draft).plan.asOf).toBe(46_447);
});

test("months are twelve; quarters are as many as chosen", () => {
  const draft = after(startDraft(plan), { do: "quarters", quarters: 6 });
  expect(compile(draft).plan.periodCount).toBe(6);
  expect(
    compile(after(draft, { do: "periods", periods: "months" })).plan
      .periodCount,
  ).toBe(12);
});

test("problems go to their fields; the first sentence of a field wins", () => {
  const draft = after(startDraft(plan), {
    do: "type",
    id: revenue.id,
    text: "x",
  });
  const compiled = compile(draft);
  const sorted = sortProblems(
    compiled,
    askedFor(draft, compiled, []),
    [
      { input: revenue.id, sentence: "later" },
      { sentence: "Shares sum to 110 %." },
      { input: "as_of", sentence: "old" },
    ],
    [],
  );
  expect(sorted.byField[revenue.id]).toContain('"x"');
  expect(sorted.general).toEqual(["Shares sum to 110 %.", "old"]);
  expect(sorted).toMatchObject({ none: false, frameSound: true });
});

describe("with the product's own template", () => {
  const real = template.newPlan({
    id: "p",
    name: "FY27",
    fiscalStart: 46_388,
    asOf: someDay,
    currency: "USD",
    periods: "quarters",
  });

  test("the plan a new form stands for may be inserted", () => {
    const compiled = compileDraft(startDraft(real), template, "en-US");
    expect(template.problems(compiled.plan, compiled.linked)).toEqual([]);
    expect(template.verify(template.layout(compiled.plan))).toEqual([]);
  });

  test("a saved plan passes through the form unchanged, inputs of the sheets included", () => {
    const saved = {
      ...real,
      inputs: {
        "s1/opening_mqls": { value: 12 },
        "s1/deal_size": { value: 80_000 },
      },
    };
    expect(compileDraft(startDraft(saved), template, "en-US").plan).toEqual(
      saved,
    );
  });

  test("what is wrong in a saved plan gets a field, and keeps it once mended", () => {
    const saved = {
      ...real,
      inputs: {
        "s1/marketing/share": { value: 0.2 },
        "s1/renewal_rate": { value: "most" },
      },
    };
    const asked = (draft: Draft) => {
      const compiled = compileDraft(draft, template, "en-US");
      const found = template.problems(compiled.plan, compiled.linked);
      return askedFor(draft, compiled, found)
        .filter(({ key }) => !key)
        .map(({ id }) => id);
    };
    const draft = startDraft(saved);
    expect(asked(draft)).toEqual(["s1/renewal_rate"]);
    const mended = after(draft, {
      do: "type",
      id: "s1/renewal_rate",
      text: "90%",
    });
    expect(asked(mended)).toEqual(["s1/renewal_rate", "s1/marketing/share"]);
  });

  test("a blank name is a fault of the frame, so the first step keeps it", () => {
    const compiled = compileDraft(
      after(startDraft(real), { do: "name", name: " " }),
      template,
      "en-US",
    );
    const sorted = sortProblems(
      compiled,
      [],
      template.problems(compiled.plan),
      template.problems(frameOf(compiled.plan)),
    );
    expect(sorted.frameSound).toBe(false);
    expect([...sorted.frame, sorted.byField["name"]].join()).toContain(
      "Plan name is empty",
    );
  });
});
