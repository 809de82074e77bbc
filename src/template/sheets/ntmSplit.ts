/** NTM Split: revenue into base, expansion and net new, and the bookings that bring it inside the plan. */
import { revenueWords } from "../calendar";
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
import { unitCell } from "./funnel";

export function ntmSplitSheet(context: Context): SheetSpec {
  const { plan, time } = context;
  return {
    id: "ntm_split",
    rows: [
      ...periodHeader(
        context,
        `${plan.name} NTM Split`,
        "From the revenue the company plans to the bookings that must be signed.",
        "Total",
      ),
      ...totalRows(context),
      ...plan.segments.flatMap((segment) => segmentRows(context, segment)),
    ],
    widths: [38, 10, 16, 16, ...count(time.allPeriods).map(() => 12.5)],
    freeze: { rows: 3, columns: 1 },
    tabColor: "#2F6F73",
    landscape: true,
    titleRows: "1:3",
  };
}

interface Line {
  key: string;
  label: string;
  unit?: string;
  role?: "calc" | "total";
  total?: string;
  periods?: string;
  format: string;
  name?: string;
  comment?: string;
  periodsName?: string;
  segment?: string;
  scope?: string;
}

/** A row with an optional single value and optional plan periods. */
function line(context: Context, spec: Line): RowSpec {
  const { columns, time } = context;
  const role = spec.role ?? "calc";
  const where = spec.scope ? `${spec.scope}/${spec.key}` : spec.key;
  const cells: CellSpec[] = [
    {
      column: columns.label,
      role: role === "total" ? role : "label",
      value: spec.label,
    },
    unitCell(context, role, spec.unit),
  ];
  if (spec.total) {
    const named = spec.name
      ? { name: spec.name, comment: spec.comment ?? spec.label }
      : {};
    cells.push({
      column: columns.total,
      role,
      formula: spec.total,
      format: spec.format,
      key: `${where}_value`,
      ...named,
    });
  }
  if (role === "total") cells.push({ column: columns.before, role });
  if (spec.periods) {
    const formula = spec.periods;
    cells.push(
      ...count(time.planPeriods).map((t): CellSpec => ({
        column: columns.period(t),
        role,
        formula,
        format: spec.format,
      })),
    );
  }
  return {
    key: spec.key,
    ...(spec.scope ? { scope: spec.scope } : {}),
    ...(spec.segment ? { segment: spec.segment } : {}),
    cells,
    ...(spec.periodsName
      ? {
          names: [
            {
              name: spec.periodsName,
              comment: `${spec.label}, by period of the plan.`,
              from: columns.period(1),
              to: columns.period(time.planPeriods),
            },
          ],
        }
      : {}),
  };
}

function totalRows(context: Context): RowSpec[] {
  const { plan, formats } = context;
  const money = formats.money;
  const sum = (key: string): string =>
    `=${plan.segments.map(({ id }) => `{${id}/${key}}`).join("+")}`;
  const revenue = revenueWords(plan).first;
  const bookings = (funnel: string, label: string, name: string): RowSpec =>
    line(context, {
      key: `all/${funnel}_bookings`,
      label,
      format: money,
      periodsName: `Total_${name}_By_Period`,
      name: `Total_${name}`,
      total: sum(`${funnel}/bookings_value`),
      periods: sum(`${funnel}/bookings`),
    });
  return [
    headingRow("All segments", context.columns.last + 1),
    line(context, {
      key: "all/budget",
      label: `${revenue} as budgeted`,
      total: "={ntm_revenue}",
      format: money,
    }),
    line(context, {
      key: "all/revenue",
      label: `${revenue} of the segments`,
      total: sum("ntm_revenue"),
      format: money,
      role: "total",
      name: "Total_Revenue",
      comment: "Revenue of all segments together; ties out to the budget.",
    }),
    line(context, {
      key: "all/difference",
      label: "Segments minus budget",
      total: "=ROUND({all/revenue_value}-{all/budget_value},{round_guard})",
      format: money,
    }),
    line(context, {
      key: "all/base",
      label: "of it from the existing base",
      total: sum("base_value"),
      format: money,
      name: "Total_Base_Revenue",
    }),
    line(context, {
      key: "all/expansion",
      label: "of it from expanding customers",
      total: sum("expansion/revenue_value"),
      format: money,
      name: "Total_Expansion_Revenue",
    }),
    line(context, {
      key: "all/nnc",
      label: "of it from net new customers",
      total: sum("nnc/revenue_value"),
      format: money,
      name: "Total_NNC_Revenue",
    }),
    bookings("expansion", "Expansion bookings needed", "Expansion_Bookings"),
    bookings("nnc", "NNC bookings needed", "NNC_Bookings"),
    line(context, {
      key: "all/bookings",
      label: "Bookings needed",
      total: "={all/expansion_bookings_value}+{all/nnc_bookings_value}",
      periods: "={all/expansion_bookings}+{all/nnc_bookings}",
      format: money,
      role: "total",
      name: "Total_Bookings",
      periodsName: "Total_Bookings_By_Period",
    }),
    noteRow(
      "Bookings are contract value. A deal signed late in the plan brings only part of its value as revenue inside it: level phasing of 12-month contracts that start at once needs twice the revenue in bookings.",
    ),
    gap(),
  ];
}

function segmentRows(context: Context, segment: Segment): RowSpec[] {
  const { formats } = context;
  const own = { segment: segment.id, scope: segment.id };
  const money = formats.money;
  return [
    headingRow(segment.name, context.columns.last + 1),
    line(context, {
      ...own,
      key: "revenue",
      label: revenueWords(context.plan).first,
      total: "={ntm_revenue}",
      format: money,
      role: "total",
    }),
    line(context, {
      ...own,
      key: "base",
      label: "Existing base (the rest)",
      total: "={ntm_revenue}*(1-{expansion_share}-{nnc_share})",
      format: money,
      name: "Base_Revenue",
      comment:
        "Revenue that must come from the contracts of today's customers.",
    }),
    ...typeRows(context, segment, {
      id: "expansion",
      label: "Expansion",
      name: "Expansion",
      share: "expansion_share",
      term: "expansion_contract_term",
      wait: "expansion_months_to_revenue",
    }),
    ...typeRows(context, segment, {
      id: "nnc",
      label: "NNC",
      name: "NNC",
      share: "nnc_share",
      term: "contract_term",
      wait: "months_to_revenue",
    }),
    gap(),
  ];
}

interface BookingType {
  id: "nnc" | "expansion";
  label: string;
  name: string;
  share: string;
  term: string;
  wait: string;
}

function typeRows(
  context: Context,
  segment: Segment,
  type: BookingType,
): RowSpec[] {
  const { formats } = context;
  const own = { segment: segment.id, scope: `${segment.id}/${type.id}` };
  const money = formats.money;
  return [
    line(context, {
      ...own,
      key: "revenue",
      label: `${type.label} revenue`,
      total: `={ntm_revenue}*{${type.share}}`,
      format: money,
      name: `${type.name}_Revenue`,
    }),
    line(context, {
      ...own,
      key: "recognised",
      label: `${type.label}: share recognised inside the plan`,
      unit: "share",
      format: formats.rate,
      periods: `=MAX(0,MIN({${type.term}},{plan_months}-({index}-1+{signing_point})*{months_per_period}-{${type.wait}}))/{${type.term}}`,
    }),
    line(context, {
      ...own,
      key: "bookings",
      label: `${type.label} bookings needed`,
      format: money,
      role: "total",
      total: `=IF({revenue_value}=0,0,{revenue_value}/SUMPRODUCT({${type.id}_phasing|plan},{recognised|plan}))`,
      periods: `={bookings_value}*{${type.id}_phasing}`,
      name: `${type.name}_Bookings`,
      comment: `${type.label} bookings to sign in the plan.`,
      periodsName: `${type.name}_Bookings_By_Period`,
    }),
    line(context, {
      ...own,
      key: "multiple",
      label: `${type.label} bookings per unit of revenue`,
      unit: "times",
      total: "=IF({revenue_value}=0,0,{bookings_value}/{revenue_value})",
      format: formats.times,
    }),
    line(context, {
      ...own,
      key: "revenue_expected",
      label: `${type.label} revenue from expected bookings`,
      total: "={expected_revenue}",
      format: money,
    }),
    line(context, {
      ...own,
      key: "revenue_gap",
      label: `${type.label}: expected minus planned revenue`,
      total: "=ROUND({revenue_expected_value}-{revenue_value},{round_guard})",
      format: money,
    }),
  ];
}
