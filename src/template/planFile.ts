/** A plan as a file that people can keep, send and read: JSON, one input a line. */
import type { InputValue, PeriodKind, Plan, Segment, SheetId } from "./model";
import { MOST_SEGMENTS, PERIOD_COUNTS, settle } from "./plan";
import { ALL_SHEETS } from "./sheetList";
import { MOTIONS } from "./examples";

export class PlanFileProblem extends Error {
  constructor(
    /** For people; ends with a full stop. */
    readonly sentence: string,
  ) {
    super(sentence);
    this.name = "PlanFileProblem";
  }
}

const KIND = "OneFunnel plan";

export function writePlanFile(plan: Plan): string {
  const { schema, ...rest } = plan;
  return `${JSON.stringify({ kind: KIND, schema, ...rest }, null, 2)}\n`;
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
  if (!isRecord(found) || found.kind !== KIND) {
    throw new PlanFileProblem(
      `This file is not a saved plan: it does not say "${KIND}". Choose the file that Remove or Save inputs wrote.`,
    );
  }
  if (found.schema !== 1) {
    throw new PlanFileProblem(
      `This plan was saved in format ${quoted(found.schema)}; this version reads format 1. ${typeof found.schema === "number" && found.schema > 1 ? "Update the add-in" : "Save the plan again"}.`,
    );
  }
  const periods = oneOf(found, "periods", ["months", "quarters"]);
  return settle({
    schema: 1,
    id: textOf(found, "id"),
    name: textOf(found, "name"),
    fiscalStart: numberOf(found, "fiscalStart"),
    asOf: numberOf(found, "asOf"),
    currency: textOf(found, "currency"),
    periods,
    periodCount: periodCountOf(found, periods),
    segments: listOf(found, "segments", MOST_SEGMENTS).map(segmentOf),
    sheets: listOf(found, "sheets", ALL_SHEETS.length).map((sheet): SheetId => {
      if (ALL_SHEETS.includes(sheet as SheetId)) return sheet as SheetId;
      throw broken("sheets", sheet, `sheets among ${ALL_SHEETS.join(", ")}`);
    }),
    inputs: inputsIn(found.inputs),
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A damaged file must not make a list of a million inputs before anyone can look at it. */
function periodCountOf(
  from: Record<string, unknown>,
  periods: PeriodKind,
): number {
  const value = numberOf(from, "periodCount");
  const { least, most } = PERIOD_COUNTS[periods];
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

function segmentOf(found: unknown): Segment {
  if (!isRecord(found)) throw broken("segments", found, "a list of segments");
  return {
    id: textOf(found, "id"),
    name: textOf(found, "name"),
    motion: oneOf(found, "motion", MOTIONS),
  };
}

function inputsIn(found: unknown): Record<string, InputValue> {
  if (!isRecord(found))
    throw broken("inputs", found, "a table of values and links");
  return Object.fromEntries(
    Object.entries(found).map(([id, given]) => [id, inputOf(id, given)]),
  );
}

function inputOf(id: string, given: unknown): InputValue {
  if (isRecord(given) && typeof given.link === "string")
    return { link: given.link };
  if (
    isRecord(given) &&
    (typeof given.value === "number" || typeof given.value === "string")
  )
    return { value: given.value };
  throw broken(`input ${id}`, given, "a value or a link");
}
