/** Every input cell of a plan, before layout: what it is called, what it takes, what stands in it when nobody says. */
import { type Calendar, calendarOf, revenueWords } from "./calendar";
import { exampleOf, EXAMPLE_REVENUE } from "./examples";
import type { InputDefinition, Plan, Scalar } from "./model";
import { periodInputs } from "./periodInputs";
import { segmentInputs } from "./segmentInputs";
import { inputsOfSheets } from "./sheetInputs";

/** Present values of linked inputs by input id; null for a blank cell. What is not linked stands in the plan itself. */
export type Linked = Record<string, Scalar | boolean | null>;

/** Beside every input: where the number comes from. The ids end in ":source", ":sample", ":as_of" and ":note". */
export const ANNOTATIONS = ["source", "sample", "as_of", "note"] as const;
export type Annotation = (typeof ANNOTATIONS)[number];

const ANNOTATION_TEXT: Record<
  Annotation,
  { label: string; unit: InputDefinition["unit"]; hint: string }
> = {
  source: {
    label: "source",
    unit: "text",
    hint: "Say where this value comes from.",
  },
  sample: {
    label: "sample size",
    unit: "count",
    hint: "How many leads, deals or accounts the value was measured on.",
  },
  as_of: {
    label: "as of",
    unit: "date",
    hint: "The date on which the value was measured.",
  },
  note: {
    label: "note",
    unit: "text",
    hint: "Anything the reader should know about this value.",
  },
};

export const annotationId = (input: string, annotation: Annotation): string =>
  `${input}:${annotation}`;

function annotations(of: InputDefinition): InputDefinition[] {
  return ANNOTATIONS.map((annotation) => {
    const { label, unit, hint } = ANNOTATION_TEXT[annotation];
    const note = annotation === "note" ? { default: of.hint } : {};
    const least = unit === "count" || unit === "date" ? { min: 0 } : {};
    return {
      id: annotationId(of.id, annotation),
      label: `${of.label}: ${label}`,
      unit,
      hint,
      segment: of.segment,
      key: false,
      optional: true,
      ...note,
      ...least,
    };
  });
}

/** Annotations of a source row stand once, for the row. */
export const sourceRowId = (segment: string, source: string): string =>
  `${segment}/${source}`;

export const calendar = (
  plan: Plan,
  after?: number,
  linked: Linked = {},
): Calendar =>
  calendarOf(
    plan,
    (segment, lag) => {
      const id = `${segment.id}/${lag}`;
      const given = plan.inputs[id];
      const value = given && "value" in given ? given.value : linked[id];
      return typeof value === "number"
        ? value
        : exampleOf(segment.motion, plan.periods, lag);
    },
    after,
  );

const horizon = (months: number): string =>
  months === 12 ? "the next twelve months" : `the ${months} months of the plan`;

function planInputs(plan: Plan, time: Calendar): InputDefinition[] {
  const months = time.planPeriods * time.monthsPerPeriod;
  const own = { key: false } as const;
  return [
    {
      id: "ntm_revenue",
      label:
        revenueWords(plan).first + (months === 12 ? "" : ` (${months} months)`),
      unit: "money",
      hint: `Revenue that the company plans for ${horizon(months)}; link it to the budget's own cell.`,
      key: true,
      default: EXAMPLE_REVENUE,
      min: 0,
    },
    {
      id: "fiscal_start",
      label: "Fiscal start",
      unit: "date",
      default: plan.fiscalStart,
      min: 61,
      ...own,
      hint: "First day of the first period of the plan.",
    },
    {
      id: "as_of",
      label: "As-of date",
      unit: "date",
      default: plan.asOf,
      min: 61,
      ...own,
      hint: "The day the plan looks from. Leads can be created only in periods that have not ended by then.",
    },
    {
      id: "signing_point",
      label: "Signing point in the period",
      unit: "share",
      default: 0.5,
      min: 0,
      max: 1,
      ...own,
      hint: "Share of a period that has passed when its average deal is signed; 50 % is the mid-period convention.",
    },
    {
      id: "round_guard",
      label: "Rounding guard",
      unit: "count",
      default: 6,
      min: 3,
      max: 9,
      ...own,
      hint: "Decimals kept before a count is rounded up, so that 60.0000000001 stays 60.",
    },
    {
      id: "tolerance",
      label: "Tolerance of the checks",
      unit: "share",
      default: 1e-6,
      min: 0,
      max: 0.01,
      ...own,
      hint: "Relative difference that the checks take as equal.",
    },
  ];
}

/** Definitions with a row of their own on Assumptions: these have source, sample size, date and note beside them. */
export function valueInputs(
  plan: Plan,
  time: Calendar = calendar(plan),
): InputDefinition[] {
  return [
    ...planInputs(plan, time),
    ...plan.segments.flatMap((segment) => segmentInputs(plan, segment)),
  ];
}

export function inputsOf(plan: Plan, time: Calendar): InputDefinition[] {
  const rows = new Map<string, InputDefinition[]>();
  for (const input of valueInputs(plan, time)) {
    const row =
      input.id.split("/").length === 3
        ? input.id.split("/").slice(0, 2).join("/")
        : input.id;
    rows.set(row, [...(rows.get(row) ?? []), input]);
  }
  const singles = [...rows].flatMap(([row, definitions]) => {
    const first = definitions[0]!;
    const about =
      definitions.length > 1
        ? { ...first, id: row, label: first.label.split(":")[0]!, hint: "" }
        : first;
    return [...definitions, ...annotations(about)];
  });
  const starts: InputDefinition[] = Array.from(
    { length: time.allPeriods },
    (_, at) => ({
      id: `period_start/${at + 1}`,
      label: `Start of period ${at + 1}`,
      unit: "date",
      min: 61,
      hint: "First day of the period. Type over the formula for a 4-4-5 calendar.",
      key: false,
      calculated: true,
    }),
  );
  return [
    ...singles,
    ...starts,
    ...plan.segments.flatMap((segment) => periodInputs(segment, time)),
    ...inputsOfSheets(plan, time),
  ];
}
