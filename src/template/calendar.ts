/** The shape of a plan in time: how many periods, how many after the year end, how many months each has. */
import type { Plan, Segment } from "./model";

export const MONTHS_PER_PERIOD = { months: 1, quarters: 3 } as const;
export const PERIODS_PER_YEAR = { months: 12, quarters: 4 } as const;

/** "NTM" is twelve months; the revenue of a longer plan is called the plan's, at the start of a label or inside one. */
export function revenueWords({
  periods,
  periodCount,
}: Pick<Plan, "periods" | "periodCount">): { first: string; inside: string } {
  return MONTHS_PER_PERIOD[periods] * periodCount === 12
    ? { first: "NTM revenue", inside: "NTM revenue" }
    : { first: "Plan revenue", inside: "plan revenue" };
}

/** Columns kept after the plan year even where today's lags need fewer, so that a lag may grow without a new layout. */
const LEAST_AFTER = { months: 6, quarters: 3 } as const;
const SPARE_AFTER = { months: 2, quarters: 1 } as const;

/** The lags of one segment, each list one funnel, first step first. */
export const LAG_INPUTS = {
  nnc: ["lag_inquiry_to_mql", "lag_mql_to_sql", "lag_sql_to_booking"],
  expansion: ["lag_account_to_opportunity", "lag_opportunity_to_booking"],
} as const;

/** Inputs with one cell per period after the year end, or per period of the whole sheet. */
const AFTER_INPUT = /\/(?:nnc|expansion)_after\/(\d+)$/;
const WHOLE_INPUT = /(?:^period_start|_bookings)\/(\d+)$/;
const CURVE_INPUT = /\/curve_[a-z_]+\/(\d+)$/;

export interface Calendar {
  /** P: periods of the plan. */
  planPeriods: number;
  /** A: periods after the plan whose bookings depend on leads created inside it. */
  afterPeriods: number;
  /** P + A */
  allPeriods: number;
  monthsPerPeriod: number;
  periodsPerYear: number;
  /** How far back "the same period a year before" lies; the plan's length where that is shorter than a year. */
  yearAgo: number;
}

/** Whole periods that the given lags reach back, step by step. */
export const reach = (lags: readonly number[]): number =>
  lags.reduce(
    (sum, lag) =>
      sum +
      (Number.isFinite(lag) && lag > 0 ? Math.ceil(Number(lag.toFixed(6))) : 0),
    0,
  );

/**
 * A is fixed when the plan is laid out: what the lags need today, some spare, never fewer than a sensible minimum, and
 * never so few that an input the team has already filled in would lose its cell.
 */
export function calendarOf(
  plan: Plan,
  /** The lag as it stands: typed, linked or the template's. */
  lagOf: (segment: Segment, input: string) => number,
  after?: number,
): Calendar {
  const reaches = plan.segments.flatMap((segment) =>
    Object.values(LAG_INPUTS).map((lags) =>
      reach(lags.map((lag) => lagOf(segment, lag))),
    ),
  );
  const filled = Object.keys(plan.inputs).map((id) => {
    const whole = WHOLE_INPUT.exec(id);
    if (whole) return Number(whole[1]) - plan.periodCount;
    const curve = CURVE_INPUT.exec(id);
    if (curve) return Number(curve[1]) + 1 - plan.periodCount;
    return Number(AFTER_INPUT.exec(id)?.[1] ?? 0);
  });
  const needed = Math.max(1, ...reaches) + SPARE_AFTER[plan.periods];
  const afterPeriods =
    after ??
    Math.min(
      MOST_AFTER,
      Math.max(LEAST_AFTER[plan.periods], needed, ...filled),
    );
  const periodsPerYear = PERIODS_PER_YEAR[plan.periods];
  return {
    planPeriods: plan.periodCount,
    afterPeriods,
    allPeriods: plan.periodCount + afterPeriods,
    monthsPerPeriod: MONTHS_PER_PERIOD[plan.periods],
    periodsPerYear,
    yearAgo: Math.min(periodsPerYear, plan.periodCount),
  };
}

/** A lag typed in days or a stray index must not make a sheet of a thousand columns; `problems` refuses such plans. */
export const MOST_AFTER = 60;
