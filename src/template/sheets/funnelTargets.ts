/** Funnel Targets: what has to be created, stage by stage, in the period in which it has to be created. */
import type { Segment } from "../model";
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
import { arrivalRows } from "./funnelArrivals";
import { expansionFunnel, type Funnel, nncFunnel, SMOOTHING } from "./funnel";
import { creationRows } from "./funnelCreation";

/** One row per segment at the top of the sheet; the pane shows the same cells. Whole counts, plan periods only. */
export const HEADLINES = [
  {
    id: "bookings",
    label: "NNC bookings target",
    short: "Bookings target",
    of: "target",
    name: "Plan_NNC_Bookings",
    about: "NNC bookings target of the plan's periods.",
  },
  {
    id: "deals",
    label: "NNC deals to win",
    short: "Deals to win",
    of: "deals",
    name: "Plan_Deals",
    about:
      "Whole deals still to be won for the plan's target, net of the opening pipeline.",
  },
  {
    id: "sqls",
    label: "SQLs to create",
    short: "SQLs",
    of: "sqls",
    name: "Plan_SQLs",
    about:
      "Whole SQLs to create in the plan's periods, for targets in and after the plan.",
  },
  {
    id: "mqls",
    label: "MQLs to create",
    short: "MQLs",
    of: "mqls",
    name: "Plan_MQLs",
    about:
      "Whole MQLs to create in the plan's periods, for targets in and after the plan.",
  },
  {
    id: "inquiries",
    label: "Inquiries to create",
    short: "Inquiries",
    of: "inquiries",
    name: "Plan_Inquiries",
    about:
      "Whole inquiries to create in the plan's periods, for targets in and after the plan.",
  },
] as const;

export function funnelTargetsSheet(context: Context): SheetSpec {
  const { plan, time } = context;
  return {
    id: "funnel_targets",
    rows: [
      ...periodHeader(
        context,
        `${plan.name} Funnel Targets`,
        "How many leads must be created, by stage, source and period, and what the plan will really book.",
        // The targets after the plan need leads inside it, so totals cover every column.
        "All columns",
      ),
      ...headlineRows(context),
      ...plan.segments.flatMap((segment) => [
        ...funnelRows(context, segment, nncFunnel()),
        ...funnelRows(context, segment, expansionFunnel()),
      ]),
    ],
    widths: [42, 10, 16, 16, ...count(time.allPeriods).map(() => 12.5)],
    freeze: { rows: 3, columns: 1 },
    tabColor: "#1F4E79",
    landscape: true,
    titleRows: "1:3",
  };
}

function headlineRows(context: Context): RowSpec[] {
  const { plan, formats } = context;
  const column = (at: number): number => 2 + at;
  return [
    headingRow(
      "Net new customers: what the plan needs",
      context.columns.last + 1,
    ),
    {
      cells: [
        { column: 0, role: "column", value: "Segment" },
        { column: 1, role: "column" },
        ...HEADLINES.map(({ short }, at): CellSpec => ({
          column: column(at),
          role: "period",
          value: short,
        })),
      ],
    },
    ...plan.segments.map((segment): RowSpec => ({
      segment: segment.id,
      scope: `${segment.id}/nnc`,
      cells: [
        { column: 0, role: "label", value: segment.name },
        ...HEADLINES.map(({ id, of, name, about }, at): CellSpec => ({
          column: column(at),
          role: "total",
          key: `${segment.id}/headline/${id}`,
          name,
          comment: about,
          formula:
            id === "bookings"
              ? `=SUM({${of}|plan})`
              : `=ROUNDUP(ROUND(SUM({${of}|plan}),{round_guard}),0)`,
          format: id === "bookings" ? formats.money : formats.whole,
        })),
      ],
    })),
    noteRow(
      "Bookings and deals are those of the plan's periods. SQLs, MQLs and inquiries are those to create in the plan's periods, also for targets after it; what should have been created earlier stands under Before the plan.",
    ),
    gap(),
  ];
}

function funnelRows(
  context: Context,
  segment: Segment,
  funnel: Funnel,
): RowSpec[] {
  return [
    headingRow(`${segment.name}: ${funnel.title}`, context.columns.last + 1),
    ...[
      ...creationRows(context, funnel, segment.id),
      ...arrivalRows(context, funnel),
    ].map((row) => ({
      ...row,
      segment: segment.id,
      scope: `${segment.id}/${funnel.id}`,
      cells: row.cells.map((cell) =>
        cell.key
          ? { ...cell, key: `${segment.id}/${funnel.id}/${cell.key}` }
          : cell,
      ),
    })),
    ...SMOOTHING.map(noteRow),
    gap(),
  ];
}
