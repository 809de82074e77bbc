/**
 * A plan as a file that people can keep, send, read and write by hand: JSON, days as 2027-02-01, one input a line.
 * docs/plan-file.md describes it, planSchema.ts says the same to programs.
 */
import { isoFromSerial, serialFromIso } from "./dates";
import { MOTIONS } from "./examples";
import { calendar, inputsOf } from "./inputs";
import type {
  InputValue,
  PeriodKind,
  Plan,
  Scalar,
  Segment,
  SheetId,
} from "./model";
import { planSlug } from "./names";
import { MOST_SEGMENTS, PERIOD_COUNTS, presets, settle } from "./plan";
import { ALL_SHEETS, CORE_SHEETS, withNeeded } from "./sheetList";

export class PlanFileProblem extends Error {
  constructor(
    /** For people; ends with a full stop. */
    readonly sentence: string,
  ) {
    super(sentence);
    this.name = "PlanFileProblem";
  }
}

export const PLAN_FILE_KIND = "OneFunnel plan";

export function writePlanFile(plan: Plan): string {
  const { schema, id, name, fiscalStart, asOf, inputs, ...rest } = plan;
  const isDate = dateInputs(plan);
  const written = Object.entries(inputs).map(([input, given]) => [
    input,
    "link" in given
      ? given
      : typeof given.value === "number" && isDate(input)
        ? day(given.value)
        : given.value,
  ]);
  const file = {
    kind: PLAN_FILE_KIND,
    ...{ schema, id, name, fiscalStart: day(fiscalStart), asOf: day(asOf) },
    ...rest,
    inputs: Object.fromEntries(written),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** A serial that is no whole day stays a number, so that nothing is lost. */
function day(serial: number): Scalar {
  const iso = isoFromSerial(serial);
  return serialFromIso(iso) === serial ? iso : serial;
}

/** Also of sheets that the plan leaves out: what was typed there is kept for the day they are chosen. */
function dateInputs(plan: Plan): (id: string) => boolean {
  const dates = new Set(
    inputsOf({ ...plan, sheets: [...ALL_SHEETS] }, calendar(plan))
      .filter(({ unit }) => unit === "date")
      .map(({ id }) => id),
  );
  return (id) => dates.has(id);
}

export function readPlanFile(text: string): Plan {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    throw new PlanFileProblem(
      "This file is not a saved plan: it is not JSON. Choose the file that Remove or Save inputs wrote.",
    );
  }
  if (!isRecord(found) || found.kind !== PLAN_FILE_KIND) {
    throw new PlanFileProblem(
      `This file is not a saved plan: it does not say "${PLAN_FILE_KIND}". Choose the file that Remove or Save inputs wrote.`,
    );
  }
  if (found.schema !== 1) {
    throw new PlanFileProblem(
      `This plan was saved in format ${quoted(found.schema)}; this version reads format 1. ${typeof found.schema === "number" && found.schema > 1 ? "Update the add-in" : "Save the plan again"}.`,
    );
  }
  const periods = oneOf(found, "periods", ["months", "quarters"]);
  const name = textOf(found, "name");
  const plan: Plan = {
    schema: 1,
    id: found.id === undefined ? idFor(name) : textOf(found, "id"),
    name,
    fiscalStart: dateOf(found, "fiscalStart"),
    asOf: dateOf(found, "asOf"),
    currency: textOf(found, "currency"),
    periods,
    periodCount: periodCountOf(found, periods),
    segments: listOf(found, "segments", MOST_SEGMENTS).map(segmentOf),
    sheets: sheetsOf(found),
    inputs: inputsIn(found.inputs),
  };
  return settle({ ...plan, inputs: withSerials(plan) });
}

/** A plan written by hand has no id; one that follows from its name ties every file made of it to the same plan. */
const idFor = (name: string): string =>
  planSlug({ id: "", name }).toLowerCase();

function withSerials(plan: Plan): Plan["inputs"] {
  const isDate = dateInputs(plan);
  return Object.fromEntries(
    Object.entries(plan.inputs).map(([id, given]) => {
      const serial =
        "value" in given && typeof given.value === "string" && isDate(id)
          ? serialFromIso(given.value)
          : undefined;
      return [id, serial === undefined ? given : { value: serial }];
    }),
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A damaged file must not make a list of a million inputs before anyone can look at it. */
function periodCountOf(
  from: Record<string, unknown>,
  periods: PeriodKind,
): number {
  const { least, most } = PERIOD_COUNTS[periods];
  if (from.periodCount === undefined) return least;
  const value = numberOf(from, "periodCount");
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  const wanted = least === most ? `${least}` : `${least} to ${most}`;
  throw broken("periodCount", value, `${wanted} for a plan in ${periods}`);
}

const SHOWN = 80;
const quoted = (given: unknown): string => {
  const text = JSON.stringify(given) ?? "nothing";
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
};

const broken = (
  field: string,
  given: unknown,
  wanted: string,
): PlanFileProblem =>
  new PlanFileProblem(
    `The plan file is damaged: ${field} must be ${wanted}; it holds ${quoted(given)}. Save the plan again.`,
  );

function textOf(from: Record<string, unknown>, field: string): string {
  const value = from[field];
  if (typeof value !== "string") throw broken(field, value, "text");
  return value;
}

function numberOf(from: Record<string, unknown>, field: string): number {
  const value = from[field];
  if (typeof value !== "number" || !Number.isFinite(value))
    throw broken(field, value, "a number");
  return value;
}

function dateOf(from: Record<string, unknown>, field: string): number {
  const value = from[field];
  const serial = typeof value === "string" ? serialFromIso(value) : value;
  if (typeof serial !== "number" || !Number.isFinite(serial))
    throw broken(field, value, "a date such as 2027-02-01");
  return serial;
}

function oneOf<T extends string>(
  from: Record<string, unknown>,
  field: string,
  choices: readonly T[],
): T {
  const value = from[field];
  if (!choices.includes(value as T))
    throw broken(field, value, `one of ${choices.join(" or ")}`);
  return value as T;
}

function listOf(
  from: Record<string, unknown>,
  field: string,
  most: number,
): unknown[] {
  const value = from[field];
  if (!Array.isArray(value)) throw broken(field, value, "a list");
  if (value.length < 1 || value.length > most)
    throw broken(field, `${value.length} items`, `a list of 1 to ${most}`);
  return value as unknown[];
}

function segmentOf(found: unknown, at: number): Segment {
  if (!isRecord(found)) throw broken("segments", found, "a list of segments");
  return {
    id: found.id === undefined ? `s${at + 1}` : textOf(found, "id"),
    name: textOf(found, "name"),
    motion: oneOf(found, "motion", MOTIONS),
  };
}

/** A list, the name of a preset, or nothing for the Quick plan; what the listed ones need comes with them. */
function sheetsOf(from: Record<string, unknown>): SheetId[] {
  const { sheets } = from;
  if (sheets === undefined) return [...CORE_SHEETS];
  const preset = presets.find(({ id }) => id === sheets);
  if (preset) return [...preset.sheets];
  const listed = listOf(from, "sheets", ALL_SHEETS.length).map(
    (sheet): SheetId => {
      if (ALL_SHEETS.includes(sheet as SheetId)) return sheet as SheetId;
      throw broken("sheets", sheet, `sheets among ${ALL_SHEETS.join(", ")}`);
    },
  );
  return withNeeded(listed);
}

function inputsIn(found: unknown): Record<string, InputValue> {
  if (found === undefined) return {};
  if (!isRecord(found))
    throw broken("inputs", found, "a table of values and links");
  return Object.fromEntries(
    Object.entries(found).map(([id, given]) => [id, inputOf(id, given)]),
  );
}

/** A value may stand alone or, as the field of a table, beside the word "value". */
function inputOf(id: string, given: unknown): InputValue {
  if (isRecord(given) && typeof given.link === "string")
    return { link: given.link };
  const value = isRecord(given) ? given.value : given;
  if (typeof value === "string") return { value };
  if (typeof value === "number" && Number.isFinite(value)) return { value };
  throw broken(`input ${id}`, given, "a value or a link");
}
