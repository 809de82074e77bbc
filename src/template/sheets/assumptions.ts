/** Assumptions: the values that marketing, sales and finance agree on, one row each with its origin beside it. */
import { FIRST_STAGES, SOURCES } from "../examples";
import { ANNOTATIONS, annotationId, sourceRowId } from "../inputs";
import type { Segment } from "../model";
import { nameWords } from "../names";
import {
  type CellSpec,
  type Context,
  gap,
  headingRow,
  inputCell,
  noteRow,
  type RowSpec,
  type SheetSpec,
  sourceText,
  subtitleRow,
  titleRow,
  unitText,
} from "../sheet";
import { type Step, STEPS, stepLabel } from "../segmentInputs";
import { byPeriodRows } from "./assumptionsByPeriod";

const WIDTHS = { label: 38, unit: 10, value: 16, source: 28, period: 12.5 };
/** Columns of the value rows: label, unit, value, source, sample size, as of, note. */
const HEADINGS = [
  "Assumption",
  "Unit",
  "Value",
  "Source",
  "Sample size",
  "As of",
  "Note",
];
const SOURCE_HEADINGS = [
  "Source of bookings",
  "",
  "Share",
  "First stage",
  "Deal size",
  "Inquiry to MQL",
  "MQL to SQL",
  "SQL to booking",
  "Uses MQLs",
  "Uses inquiries",
  "Source",
  "Sample size",
  "As of",
  "Note",
];

export function assumptionsSheet(context: Context): SheetSpec {
  const { plan, time } = context;
  return {
    id: "assumptions",
    rows: [
      titleRow(`${plan.name} Assumptions`),
      subtitleRow(
        "What marketing, sales and finance agree on. Yellow cells are yours to fill in or to link; everything else follows from them.",
      ),
      gap(),
      {
        cells: HEADINGS.map((value, column) => ({
          column,
          role: "period",
          value,
        })),
      },
      ...planRows(context),
      ...plan.segments.flatMap((segment) => segmentRows(context, segment)),
      ...byPeriodRows(context),
    ],
    widths: [
      ...[WIDTHS.label, WIDTHS.unit, WIDTHS.value, WIDTHS.source],
      ...Array.from(
        { length: Math.max(time.allPeriods, SOURCE_HEADINGS.length - 4) },
        () => WIDTHS.period,
      ),
    ],
    freeze: { rows: 4, columns: 1 },
    tabColor: "#C99700",
    landscape: true,
    titleRows: "1:4",
  };
}

const ANNOTATION_COLUMNS = [3, 4, 5, 6];

function annotationCells(
  context: Context,
  id: string,
  from: number,
  sourceOf = id,
): CellSpec[] {
  return ANNOTATIONS.map((annotation, at) => {
    const cell = inputCell(context, annotationId(id, annotation), from + at, {
      role: "annotation",
    });
    return annotation === "source" &&
      cell.value === undefined &&
      cell.formula === undefined
      ? { ...cell, value: sourceText(context, sourceOf) }
      : cell;
  });
}

/** An input with its unit before it and its origin behind it. */
function inputRow(
  context: Context,
  id: string,
  more: Partial<CellSpec> & { note?: string } = {},
): RowSpec {
  const definition = context.definitions.get(id)!;
  const words = nameWords(
    definition.segment ? id.slice(definition.segment.length + 1) : id,
  );
  return {
    ...(definition.segment
      ? { segment: definition.segment, scope: definition.segment }
      : {}),
    cells: [
      { column: 0, role: "label", value: definition.label },
      { column: 1, role: "unit", value: unitText(context, definition.unit) },
      inputCell(context, id, 2, {
        name: words,
        comment: definition.hint,
        ...more,
      }),
      ...annotationCells(context, id, ANNOTATION_COLUMNS[0]!),
    ],
  };
}

/** A value that the template fixes or works out; nobody types it. */
function calcRow(
  segment: string | undefined,
  key: string,
  label: string,
  unit: string,
  content: Pick<CellSpec, "formula" | "value" | "format">,
  note: string,
): RowSpec {
  return {
    ...(segment ? { segment, scope: segment } : {}),
    cells: [
      { column: 0, role: "label", value: label },
      { column: 1, role: "unit", value: unit },
      {
        column: 2,
        role: "calc",
        key: segment ? `${segment}/${key}` : key,
        name: nameWords(key),
        comment: note,
        ...content,
      },
      { column: 6, role: "note", value: note },
    ],
  };
}

function planRows(context: Context): RowSpec[] {
  const { plan, time, formats } = context;
  const whole = formats.index;
  return [
    headingRow("The plan", HEADINGS.length),
    calcRow(
      undefined,
      "plan_name",
      "Plan",
      "text",
      { value: plan.name },
      "Part of every sheet name and workbook name.",
    ),
    calcRow(
      undefined,
      "currency",
      "Currency",
      "text",
      { value: plan.currency },
      "Every amount is in this currency; nothing is converted.",
    ),
    inputRow(context, "ntm_revenue"),
    inputRow(context, "fiscal_start"),
    inputRow(context, "as_of"),
    calcRow(
      undefined,
      "elapsed_periods",
      "Periods elapsed",
      plan.periods,
      {
        formula: "=MAX(0,SUMPRODUCT(--({period_start|all}<={as_of}))-1)",
        format: whole,
      },
      "Whole periods that have ended by the as-of date: the next one has begun.",
    ),
    calcRow(
      undefined,
      "plan_periods",
      "Periods in the plan",
      plan.periods,
      { value: time.planPeriods, format: whole },
      "Fixed when the plan was inserted.",
    ),
    calcRow(
      undefined,
      "periods_after",
      "Periods kept after the plan",
      plan.periods,
      { value: time.afterPeriods, format: whole },
      "Their bookings need leads created inside the plan. If the lags outgrow them, insert the plan again.",
    ),
    calcRow(
      undefined,
      "periods_per_year",
      "Periods in a year",
      plan.periods,
      { value: time.periodsPerYear, format: whole },
      "Fixed when the plan was inserted.",
    ),
    calcRow(
      undefined,
      "months_per_period",
      "Months in a period",
      "months",
      { value: time.monthsPerPeriod, format: whole },
      "Fixed when the plan was inserted.",
    ),
    calcRow(
      undefined,
      "plan_months",
      "Months in the plan",
      "months",
      { formula: "={plan_periods}*{months_per_period}", format: whole },
      "The window in which the planned revenue must arrive.",
    ),
    inputRow(context, "signing_point"),
    inputRow(context, "round_guard"),
    inputRow(context, "tolerance", { format: formats.small }),
    gap(),
  ];
}

const NNC_STEPS: readonly Step[] = [
  "inquiry_to_mql",
  "mql_to_sql",
  "sql_to_booking",
];
const EXPANSION_STEPS: readonly Step[] = [
  "account_to_opportunity",
  "opportunity_to_booking",
];

function segmentRows(context: Context, segment: Segment): RowSpec[] {
  const row = (id: string, formula?: string): RowSpec =>
    inputRow(context, `${segment.id}/${id}`, formula ? { formula } : {});
  const width = HEADINGS.length;
  return [
    headingRow(`${segment.name}: revenue`, width),
    {
      cells: [
        { column: 0, role: "label", value: "Motion" },
        { column: 1, role: "unit", value: "text" },
        { column: 2, role: "note", value: segment.motion },
      ],
    },
    row("revenue_share"),
    row("ntm_revenue", `={|ntm_revenue}*{revenue_share}`),
    ...[
      "expansion_share",
      "nnc_share",
      "contracted_revenue",
      "renewal_rate",
    ].map((id) => row(id)),
    gap(),
    headingRow(`${segment.name}: net new customers`, width),
    ...["deal_size", "contract_term", "months_to_revenue"].map((id) => row(id)),
    ...NNC_STEPS.map((step) => row(step)),
    ...NNC_STEPS.flatMap((step) => lagRows(context, segment, step)),
    ...["opening_mqls", "growth", "capacity", "sellers_available"].map((id) =>
      row(id),
    ),
    gap(),
    {
      cells: SOURCE_HEADINGS.map((value, column) => ({
        column,
        role: "period",
        value,
      })),
    },
    ...SOURCES.map((source) => sourceRow(context, segment, source.id)),
    noteRow(
      "Share: part of the bookings still to be created. Own deal sizes and rates take the segment's unless you type over them.",
    ),
    gap(),
    headingRow(`${segment.name}: expansion`, width),
    ...[
      "customers",
      "expansion_deal_size",
      "expansion_contract_term",
      "expansion_months_to_revenue",
    ].map((id) => row(id)),
    ...EXPANSION_STEPS.map((step) => row(step)),
    ...EXPANSION_STEPS.flatMap((step) => lagRows(context, segment, step)),
    ...[
      "opening_accounts",
      "expansion_growth",
      "expansion_capacity",
      "account_managers_available",
    ].map((id) => row(id)),
    gap(),
  ];
}

/** A lag with its whole part n and its rest f, as the shifted rows need them. */
function lagRows(context: Context, segment: Segment, step: Step): RowSpec[] {
  const { plan, formats } = context;
  const lag = `lag_${step}`;
  return [
    inputRow(context, `${segment.id}/${lag}`),
    calcRow(
      segment.id,
      `${lag}_whole`,
      "    whole periods",
      plan.periods,
      { formula: `=INT(ROUND({${lag}},{round_guard}))`, format: formats.index },
      `Whole periods of the lag ${STEPS[step]}.`,
    ),
    calcRow(
      segment.id,
      `${lag}_rest`,
      "    rest of a period",
      plan.periods,
      { formula: `=MAX(0,{${lag}}-{${lag}_whole})`, format: formats.periods },
      `What the lag ${STEPS[step]} has beyond whole periods.`,
    ),
  ];
}

function sourceRow(
  context: Context,
  segment: Segment,
  source: string,
): RowSpec {
  const { formats } = context;
  const row = sourceRowId(segment.id, source);
  const own = (
    id: string,
    column: number,
    more: Partial<CellSpec> = {},
  ): CellSpec =>
    inputCell(context, `${row}/${id}`, column, {
      name: nameWords(`${source}_${id}`),
      comment: context.definitions.get(`${row}/${id}`)!.hint,
      ...more,
    });
  const flag = (
    id: string,
    column: number,
    formula: string,
    comment: string,
  ): CellSpec => ({
    ...{
      column,
      role: "calc",
      formula,
      format: formats.index,
      key: `${row}/${id}`,
      name: nameWords(`${source}_${id}`),
      comment,
    },
  });
  const [inquiry, , sql] = FIRST_STAGES;
  return {
    segment: segment.id,
    scope: segment.id,
    cells: [
      own("name", 0),
      { column: 1, role: "unit", value: "source" },
      own("share", 2),
      own("first_stage", 3),
      own("deal_size", 4, { formula: "={deal_size}" }),
      ...NNC_STEPS.map((step, at) =>
        own(step, 5 + at, {
          formula: `={${step}}`,
          comment: `${stepLabel(step)}, of this source.`,
        }),
      ),
      flag(
        "uses_mqls",
        8,
        `=--({${source}/first_stage}<>"${sql}")`,
        "1 where the source's leads pass through MQL.",
      ),
      flag(
        "uses_inquiries",
        9,
        `=--({${source}/first_stage}="${inquiry}")`,
        "1 where the source's leads begin as inquiries.",
      ),
      ...annotationCells(context, row, 10, `${row}/share`),
    ],
  };
}
