/** One segment's part of Assumptions: revenue, net new customers with their sources, expansion. */
import { FIRST_STAGES, SOURCES } from "../examples";
import { sourceRowId } from "../inputs";
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
} from "../sheet";
import { type Step, STEPS, stepLabel } from "../steps";
import {
  annotationCells,
  calcRow,
  HEADINGS,
  inputRow,
  SOURCE_HEADINGS,
} from "./assumptionRows";

/** Columns of the source rows that hold numbers: share, deal size, rates, flags. */
const NUMBER_COLUMNS = new Set([2, 4, 5, 6, 7, 8, 9]);

const NNC_STEPS: readonly Step[] = [
  "inquiry_to_mql",
  "mql_to_sql",
  "sql_to_booking",
];
const EXPANSION_STEPS: readonly Step[] = [
  "account_to_opportunity",
  "opportunity_to_booking",
];

export function segmentRows(context: Context, segment: Segment): RowSpec[] {
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
        role: NUMBER_COLUMNS.has(column) ? "period" : "column",
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
    column,
    role: "calc",
    formula,
    format: formats.index,
    key: `${row}/${id}`,
    name: nameWords(`${source}_${id}`),
    comment,
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
