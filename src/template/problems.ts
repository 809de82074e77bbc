/** Everything that is wrong with a plan, in sentences for people: what was wrong, what was given, what to do. */
import { bridge } from "./bridge";
import { SOURCES } from "./examples";
import { inputsOf, type Linked } from "./inputs";
import { LAG_INPUTS, MOST_AFTER, reach, revenueWords } from "./calendar";
import type { InputDefinition, Plan, Scalar } from "./model";
import { ALL_SHEETS } from "./sheetList";
import { planProblems, type Problem } from "./planProblems";
import { type Given, type Values, valuesOf } from "./values";

export function problems(plan: Plan, linked: Linked = {}): Problem[] {
  const own = planProblems(plan);
  // Without sound segments and periods there is no list of inputs to look at.
  if (own.length > 0) return own;
  const values = valuesOf(plan, linked);
  const definitions = inputsOf(plan, values.time);
  // What was typed on a sheet that is not chosen now is kept for the day it is.
  const known = new Set(
    inputsOf({ ...plan, sheets: [...ALL_SHEETS] }, values.time).map(
      ({ id }) => id,
    ),
  );
  const strangers = Object.keys(plan.inputs)
    .filter((id) => !known.has(id))
    .map((id) => ({
      input: id,
      sentence: `The plan has a value for "${id}", which this template does not know. Remove it.`,
    }));
  const cells = definitions
    .filter(({ id }) => !isUnusedRate(id, values))
    .flatMap((definition) =>
      inputProblems(plan, definition, values.given(definition.id)),
    );
  return [
    ...strangers,
    ...cells,
    ...(cells.length ? [] : sumProblems(plan, values)),
  ];
}

/** A rate of 0 at a stage that the source's leads do not pass through stops nothing. */
function isUnusedRate(id: string, values: Values): boolean {
  const [segment, source, step] = id.split("/");
  if (step !== "inquiry_to_mql" && step !== "mql_to_sql") return false;
  const first = values.text(`${segment}/${source}/first_stage`);
  const used = step === "mql_to_sql" ? first !== "SQL" : first === "Inquiry";
  return !used && values.number(id) === 0;
}

const segmentName = (plan: Plan, { segment }: InputDefinition): string =>
  segment && plan.segments.length > 1
    ? `${plan.segments.find(({ id }) => id === segment)!.name}, `
    : "";

/** Twelve digits: what people type, without the dust of binary arithmetic. */
const tidy = (value: number): string => String(Number(value.toPrecision(12)));

const shown = (value: Scalar | boolean): string =>
  typeof value === "string" ? `"${value}"` : String(value);

/** What a rate or share above 1 probably was meant to be: 25 is a slip for 25 %, 1.3 says 130 %. */
const aboveOne = (value: number, from: string): string =>
  value >= 2 && value <= 100
    ? `got ${tidy(value)}${from}; enter ${tidy(value)}% or ${tidy(value / 100)}`
    : `got ${tidy(value * 100)} %${from}; lower it`;

function inputProblems(
  plan: Plan,
  definition: InputDefinition,
  given: Given,
): Problem[] {
  const { id, unit } = definition;
  const what = `${segmentName(plan, definition)}${definition.label}`;
  const refuse = (sentence: string): Problem[] => [{ input: id, sentence }];
  const from = given.kind === "link" ? ` (linked to ${given.link})` : "";
  if (given.kind === "calculated" || given.kind === "unread") return [];
  const { value } = given;
  if (value === null || value === "") {
    if (definition.optional) return [];
    return refuse(
      `${what} is blank${from}. Enter a value${given.kind === "link" ? " in that cell or choose another one" : " or link a cell"}.`,
    );
  }
  if (unit === "text") return [];
  if (unit === "choice") {
    if (definition.choices?.includes(String(value))) return [];
    return refuse(
      `${what} must be one of ${definition.choices!.join(", ")}; got ${shown(value)}${from}.`,
    );
  }
  if (typeof value !== "number" || !Number.isFinite(value)) {
    return refuse(
      unit === "date"
        ? `${what} must be a date; got ${shown(value)}${from}. Enter a day such as 2027-02-01.`
        : `${what} must be a number; got ${shown(value)}${from}. Enter it without words or units.`,
    );
  }
  return numberProblems(definition, what, value, from).map((sentence) => ({
    input: id,
    sentence,
  }));
}

const POSITIVE =
  /(?:^|\/)(?:deal_size|expansion_deal_size|contract_term|expansion_contract_term|capacity|expansion_capacity)$/;
const STEP_RATE =
  /(?:^|\/)(?:inquiry_to_mql|mql_to_sql|sql_to_booking|account_to_opportunity|opportunity_to_booking)$/;

function numberProblems(
  { id, unit, min, max }: InputDefinition,
  what: string,
  value: number,
  from: string,
): string[] {
  if (STEP_RATE.test(id) && (value <= 0 || value > 1)) {
    const got =
      value > 1
        ? aboveOne(value, from)
        : `got ${tidy(value)}${from}; enter a rate such as 25%`;
    return [`${what} must be above 0 and at most 100 %; ${got}.`];
  }
  if (POSITIVE.test(id) && value <= 0)
    return [`${what} must be above 0; got ${tidy(value)}${from}.`];
  if (unit === "date" && !(value >= 61 && value < 2958466)) {
    return [`${what} must be a date after February 1900; got ${value}${from}.`];
  }
  if ((unit === "share" || unit === "rate") && max === 1 && value > 1) {
    return [`${what} must be at most 100 %; ${aboveOne(value, from)}.`];
  }
  if (min !== undefined && value < min)
    return [`${what} must be ${min} or more; got ${tidy(value)}${from}.`];
  if (max !== undefined && value > max)
    return [`${what} must be at most ${max}; got ${tidy(value)}${from}.`];
  if (id === "round_guard" && !Number.isInteger(value))
    return [`${what} must be a whole number; got ${tidy(value)}${from}.`];
  return [];
}

const CLOSE = 1e-6;
const percent = (share: number): string =>
  `${Number((share * 100).toFixed(4))} %`;

/** What only several inputs together can get wrong. */
function sumProblems(plan: Plan, values: Values): Problem[] {
  const { number, time } = values;
  const found: Problem[] = [];
  const refuse = (input: string, sentence: string): void =>
    void found.push({ input, sentence });
  for (const { id, name } of plan.segments) {
    const split = number(`${id}/expansion_share`) + number(`${id}/nnc_share`);
    if (split > 1 + CLOSE) {
      refuse(
        `${id}/nnc_share`,
        `${name}: expansion and net new are ${percent(split)} of the revenue together; lower one so that they are at most 100 %.`,
      );
    }
    const shares = SOURCES.reduce(
      (sum, source) => sum + number(`${id}/${source.id}/share`),
      0,
    );
    if (Math.abs(shares - 1) > CLOSE) {
      refuse(
        `${id}/${SOURCES[0]!.id}/share`,
        `${name}: the shares of the sources sum to ${percent(shares)}; change them to sum to 100 %.`,
      );
    }
    for (const type of ["nnc", "expansion"] as const) {
      const { revenue, recognised, wait } = bridge(values, id, type);
      if (revenue > 0 && recognised === 0) {
        refuse(
          wait,
          `${name}: no ${type === "nnc" ? "net new" : "expansion"} booking of the plan becomes revenue in time. Shorten the months to revenue or phase bookings earlier.`,
        );
      }
    }
    for (const lags of Object.values(LAG_INPUTS)) {
      const periods = reach(lags.map((lag) => number(`${id}/${lag}`)));
      if (periods > MOST_AFTER) {
        refuse(
          `${id}/${lags[0]}`,
          `${name}: the lags reach back ${periods} ${plan.periods}; at most ${MOST_AFTER} fit. Enter them in ${plan.periods}, not in days.`,
        );
      }
    }
  }
  const revenue = plan.segments.reduce(
    (sum, { id }) => sum + number(`${id}/ntm_revenue`),
    0,
  );
  const budget = number("ntm_revenue");
  if (Math.abs(revenue - budget) > CLOSE * Math.max(1, budget)) {
    const last = plan.segments.at(-1)!.id;
    refuse(
      plan.segments.length > 1 ? `${last}/revenue_share` : "ntm_revenue",
      `The segments' revenue is ${tidy(revenue)} together, the ${revenueWords(plan).inside} ${tidy(budget)}. Change the segments' shares to sum to 100 %, or their amounts.`,
    );
  }
  const end = number(`period_start/${plan.periodCount + 1}`);
  if (number("as_of") >= end) {
    refuse(
      "as_of" in plan.inputs ? "as_of" : "asOf",
      "The as-of date lies at or after the end of the plan. Choose an earlier date or a later fiscal start.",
    );
  }
  for (let t = 2; t <= time.allPeriods; t++) {
    if (number(`period_start/${t}`) <= number(`period_start/${t - 1}`)) {
      refuse(
        `period_start/${t}`,
        `Period ${t} does not start after period ${t - 1}. Put the period dates in order.`,
      );
    }
  }
  return found;
}
