/** Campaign Plan: what is to be reached, by when, with which tactic, held against the inquiries that must be created. */
import { campaigns } from "../campaigns";
import type { Segment } from "../model";
import { registerRows } from "../registerRows";
import { columnOf } from "../registers";
import {
  type CellSpec,
  type Context,
  count,
  gap,
  headingRow,
  noteRow,
  periodHeader,
  type RowSpec,
  type SheetSpec,
} from "../sheet";

/** From left to right; the periods of the rows above run through the same columns. */
const ORDER = [
  "tactic",
  "whom",
  "segment",
  "by_when",
  "expected",
  "cost",
  "owner",
  "state",
  "actual",
  "learned",
];
const PROSE = new Set(["tactic", "whom"]);
const SUMMARY = [
  ["needed", "To create"],
  ["expected", "Expected"],
  ["gap", "Gap"],
  ["actual", "So far"],
  ["cost", "Planned cost"],
  ["cost_per", "Cost each"],
] as const;

export function campaignPlanSheet(context: Context): SheetSpec {
  const { plan, time } = context;
  const register = campaigns(plan);
  return {
    id: "campaign_plan",
    rows: [
      ...periodHeader(
        context,
        `${plan.name} Campaign Plan`,
        "Who is reached by when and with which tactic, and whether that brings the inquiries that the funnel asks for.",
        "Plan",
      ),
      ...summaryRows(context),
      ...plan.segments.flatMap((segment) => periodRows(context, segment)),
      headingRow("Campaigns", context.columns.last + 1),
      {
        cells: ORDER.map((id, column): CellSpec => ({
          column,
          role: isNumber(register.inputs[id]!.unit) ? "period" : "column",
          value: register.inputs[id]!.label,
        })),
      },
      ...registerRows(
        context,
        register,
        ORDER.map((input) =>
          PROSE.has(input) ? { input, role: "prose" as const } : { input },
        ),
      ),
      noteRow(
        "A campaign counts in the period that holds its date; a dropped one no longer counts. Expansion is worked account by account and is not counted here.",
      ),
    ],
    widths: [38, 30, 18, 16, ...count(time.allPeriods).map(() => 13)],
    freeze: { rows: 3, columns: 1 },
    tabColor: "#9C4F96",
    landscape: true,
    titleRows: "1:3",
  };
}

const isNumber = (unit: string): boolean =>
  ["count", "money", "date"].includes(unit);

const SUMMARY_FROM = 2;

function summaryRows(context: Context): RowSpec[] {
  const { plan, formats } = context;
  const row = (
    scope: string,
    label: CellSpec,
    role: "calc" | "total",
    formulas: Record<string, string>,
  ): RowSpec => ({
    scope,
    cells: [
      label,
      { column: 1, role: role === "total" ? "total" : "unit" },
      ...SUMMARY.map(([id], at): CellSpec => ({
        column: SUMMARY_FROM + at,
        role,
        key: `${scope}/${id}`,
        format: id.startsWith("cost") ? formats.money : formats.count,
        formula: formulas[id]!,
      })),
    ],
    conditional: [
      {
        from: SUMMARY_FROM + 2,
        to: SUMMARY_FROM + 2,
        formula: "={gap}<0",
        style: "warning",
      },
    ],
  });
  const per = '=IF({expected}=0,"",{cost}/{expected})';
  const all = (id: string): string =>
    `=SUM({box campaign/of/${plan.segments[0]!.id}/${id} campaign/of/${plan.segments.at(-1)!.id}/${id}})`;
  return [
    headingRow("Inquiries of the plan's periods", context.columns.last + 1),
    {
      cells: [
        { column: 0, role: "column", value: "Segment" },
        { column: 1, role: "column" },
        ...SUMMARY.map(([, value], at): CellSpec => ({
          column: SUMMARY_FROM + at,
          role: "period",
          value,
        })),
      ],
    },
    ...plan.segments.map((segment) =>
      row(
        `campaign/of/${segment.id}`,
        {
          column: 0,
          role: "label",
          value: segment.name,
          key: `campaign/segment/${segment.id}`,
        },
        "calc",
        {
          needed: `=SUM({${segment.id}/nnc/inquiries|plan})`,
          expected: `=SUM({campaign/by/${segment.id}/expected|plan})`,
          gap: "={expected}-{needed}",
          actual: `=SUM({campaign/by/${segment.id}/actual|plan})`,
          cost: `=SUM({campaign/by/${segment.id}/cost|plan})`,
          cost_per: per,
        },
      ),
    ),
    row(
      "campaign/of/all",
      { column: 0, role: "total", value: "All segments" },
      "total",
      {
        needed: all("needed"),
        expected: all("expected"),
        gap: "={expected}-{needed}",
        actual: all("actual"),
        cost: all("cost"),
        cost_per: per,
      },
    ),
    {
      cells: [
        {
          column: 0,
          role: "label",
          value: "Campaigns outside the plan's periods, or without a segment",
        },
        {
          column: SUMMARY_FROM + 1,
          role: "calc",
          format: formats.count,
          key: "campaigns_elsewhere",
          name: "Campaigns_Elsewhere",
          comment:
            "Expected inquiries of campaigns that count in no segment and period of the plan.",
          formula: `=ROUND(SUMIFS(${columnOf(campaigns(plan), "expected")},${columnOf(campaigns(plan), "state")},"<>dropped")-{campaign/of/all/expected},{round_guard})`,
        },
      ],
    },
    gap(),
  ];
}

function periodRows(context: Context, segment: Segment): RowSpec[] {
  const { plan, time, columns, formats } = context;
  const register = campaigns(plan);
  const scope = `campaign/by/${segment.id}`;
  const sum = (column: string): string =>
    `=SUMIFS(${columnOf(register, column)},${columnOf(register, "segment")},{campaign/segment/${segment.id}},${columnOf(register, "by_when")},">="&{start},${columnOf(register, "by_when")},"<"&{start|next},${columnOf(register, "state")},"<>dropped")`;
  const row = (
    key: string,
    label: string,
    format: string,
    formula: string,
    conditional: RowSpec["conditional"] = [],
    role: "calc" | "total" = "calc",
  ): RowSpec => ({
    key,
    scope,
    cells: [
      {
        column: columns.label,
        role: role === "total" ? "total" : "label",
        value: label,
      },
      {
        column: columns.unit,
        role: role === "total" ? "total" : "unit",
        value: format === formats.money ? plan.currency : "count",
      },
      {
        column: columns.total,
        role,
        format,
        formula: `=SUM({${key}|plan})`,
      },
      ...(role === "total" ? [{ column: columns.before, role }] : []),
      ...count(time.planPeriods).map((t): CellSpec => ({
        column: columns.period(t),
        role,
        format,
        formula,
      })),
    ],
    conditional,
  });
  const span = {
    from: columns.period(1),
    to: columns.period(time.planPeriods),
  };
  return [
    headingRow(`${segment.name}: inquiries by period`, columns.last + 1),
    row(
      "needed",
      "Inquiries to create",
      formats.count,
      `={${segment.id}/nnc/inquiries}`,
    ),
    row("expected", "Expected from campaigns", formats.count, sum("expected")),
    row(
      "gap",
      "Gap: expected less to create",
      formats.count,
      "={expected}-{needed}",
      [{ ...span, formula: "={gap}<0", style: "warning" }],
      "total",
    ),
    row("actual", "Inquiries so far", formats.count, sum("actual")),
    row("cost", "Planned cost", formats.money, sum("cost")),
    gap(),
  ];
}
