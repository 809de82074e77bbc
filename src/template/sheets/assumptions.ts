/** Assumptions: the values that marketing, sales and finance agree on, one row each with its origin beside it. */
import {
  type Context,
  gap,
  headingRow,
  type RowSpec,
  type SheetSpec,
  subtitleRow,
  titleRow,
} from "../sheet";
import { calcRow, HEADINGS, inputRow, SOURCE_HEADINGS } from "./assumptionRows";
import { byPeriodRows } from "./assumptionsByPeriod";
import { segmentRows } from "./assumptionsSegment";

const WIDTHS = { label: 38, unit: 10, value: 16, source: 28, period: 12.5 };
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
          role: column === 2 ? "period" : "column",
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
