/** The part of Assumptions that has a column per period: calendar, phasing, targets after the plan, lag curves. */
import type { Segment } from "../model";
import { nameWords } from "../names";
import {
  type CellSpec,
  type Context,
  count,
  gap,
  headingRow,
  inputCell,
  noteRow,
  type RowSpec,
  unitText,
} from "../sheet";
import { CURVES, STEPS } from "../steps";

export function byPeriodRows(context: Context): RowSpec[] {
  return [
    ...calendarRows(context),
    ...context.plan.segments.flatMap((segment) =>
      segmentRows(context, segment),
    ),
  ];
}

const across = (
  { columns }: Context,
  from: number,
  to: number,
  make: (t: number) => CellSpec,
): CellSpec[] =>
  count(to - from + 1).map((at) => ({
    ...make(at + from - 1),
    column: columns.period(at + from - 1),
  }));

function calendarRows(context: Context): RowSpec[] {
  const { columns, time, formats, plan } = context;
  const all = (make: (t: number) => Omit<CellSpec, "column">): CellSpec[] =>
    across(context, 1, time.allPeriods, (t) => ({ column: 0, ...make(t) }));
  const label = (text: string, unit: string): CellSpec[] => [
    { column: columns.label, role: "label", value: text },
    { column: columns.unit, role: "unit", value: unit },
  ];
  return [
    headingRow("By period", columns.last + 1),
    {
      key: ":index",
      cells: [
        ...label("Period of the plan", "number"),
        ...all((t) => ({ role: "period", value: t, format: formats.index })),
      ],
    },
    {
      key: "period_start",
      cells: [
        ...label("First day of the period", "date"),
        ...across(context, 1, time.allPeriods, (t) =>
          inputCell(context, `period_start/${t}`, 0, {
            formula: "=EDATE({fiscal_start},({index}-1)*{months_per_period})",
          }),
        ),
      ],
      names: [
        {
          name: "Period_Starts",
          comment:
            "First day of every period, the ones after the plan included.",
          from: columns.period(1),
          to: columns.last,
        },
      ],
    },
    {
      key: "later",
      cells: [
        ...label("Periods later, for the lag curves", plan.periods),
        ...all(() => ({
          role: "calc",
          formula: "={index}-1",
          format: formats.index,
        })),
      ],
    },
    noteRow(
      "Period dates may be typed over (4-4-5 calendars). The columns after the plan exist because their bookings need leads that are created inside it.",
    ),
    gap(),
  ];
}

function segmentRows(context: Context, segment: Segment): RowSpec[] {
  const { columns, time, formats } = context;
  const own = { segment: segment.id, scope: segment.id };
  const P = time.planPeriods;
  const inputs = (
    key: string,
    label: string,
    from: number,
    to: number,
    first: number,
    formula: string,
    totals: CellSpec[],
  ): RowSpec => ({
    ...own,
    key,
    cells: [
      { column: columns.label, role: "label", value: label },
      {
        column: columns.unit,
        role: "unit",
        value: unitText(
          context,
          context.definitions.get(`${segment.id}/${key}/${first}`)!.unit,
        ),
      },
      ...totals,
      ...across(context, from, to, (t) =>
        inputCell(context, `${segment.id}/${key}/${t - from + first}`, 0, {
          formula,
        }),
      ),
    ],
  });
  const total = (formula: string, format: string): CellSpec => ({
    column: columns.total,
    role: "total",
    formula,
    format,
  });
  const funnel = (
    id: "nnc" | "expansion",
    label: string,
    growth: string,
  ): RowSpec[] => [
    inputs(
      `${id}_phasing`,
      `${label}: phasing of the bookings`,
      1,
      P,
      1,
      "=1/{plan_periods}",
      [total(`=SUM({${id}_phasing|plan})`, formats.rate)],
    ),
    inputs(
      `${id}_after`,
      `${label}: targets after the plan`,
      P + 1,
      time.allPeriods,
      1,
      `={${id}/target|yearAgo}*(1+{${growth}})`,
      [total(`=SUM({${id}_after|after})`, formats.money)],
    ),
  ];
  return [
    headingRow(`${segment.name}: by period`, columns.last + 1, [
      { column: columns.total, role: "heading", value: "Sum" },
      { column: columns.before, role: "heading", value: "Mean" },
    ]),
    ...funnel("nnc", "NNC", "growth"),
    ...funnel("expansion", "Expansion", "expansion_growth"),
    ...CURVES.map((curve) =>
      inputs(
        `curve_${curve}`,
        `Lag curve, ${STEPS[curve]}`,
        1,
        time.allPeriods,
        0,
        `=MAX(0,1-ABS({later}-{lag_${curve}}))`,
        [
          total(`=SUM({curve_${curve}|all})`, formats.rate),
          {
            column: columns.before,
            role: "calc",
            formula: `=SUMPRODUCT({later|all},{curve_${curve}|all})`,
            format: formats.periods,
            key: `${segment.id}/mean_${curve}`,
            name: nameWords(`mean_lag_${curve}`),
            comment: `Mean of the lag curve ${STEPS[curve]}; must equal the lag.`,
          },
        ],
      ),
    ),
    gap(),
  ];
}
