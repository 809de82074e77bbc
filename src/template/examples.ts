/**
 * Example values that let a plan be inserted before the team has its own. They are no benchmarks: each stands in the
 * sheet with "Example value - replace" as its source until somebody writes where the number comes from.
 */
import type { Motion, PeriodKind, Scalar } from "./model";
import { MONTHS_PER_PERIOD } from "./calendar";

export const EXAMPLE_MARK = "Example value - replace";
export const CONVENTION_MARK = "Start value of the template";
export const ENTERED_MARK = "Entered when the plan was inserted";
export const LINKED_MARK = "Linked cell";

export const MOTIONS: readonly Motion[] = [
  "high volume, low dollar",
  "low volume, high dollar",
];
export const FIRST_STAGES = ["Inquiry", "MQL", "SQL"] as const;

export interface SourceKind {
  id: string;
  name: string;
  firstStage: (typeof FIRST_STAGES)[number];
}

export const SOURCES: readonly SourceKind[] = [
  { id: "marketing", name: "Marketing", firstStage: "Inquiry" },
  { id: "sdr", name: "SDR", firstStage: "MQL" },
  { id: "sales", name: "Sales", firstStage: "SQL" },
  { id: "partner", name: "Partner", firstStage: "MQL" },
];

/** Lags in months, capacity per month; both are turned into the plan's periods. */
const BY_MOTION: Record<Motion, Record<string, number>> = {
  "high volume, low dollar": {
    deal_size: 8000,
    inquiry_to_mql: 0.1,
    mql_to_sql: 0.25,
    sql_to_booking: 0.25,
    lag_inquiry_to_mql: 0.25,
    lag_mql_to_sql: 0.5,
    lag_sql_to_booking: 1.5,
    capacity: 15,
    marketing: 0.7,
    sdr: 0.15,
    sales: 0.05,
    partner: 0.1,
    customers: 20000,
    expansion_deal_size: 3000,
    account_to_opportunity: 0.3,
    opportunity_to_booking: 0.5,
    lag_account_to_opportunity: 0.5,
    lag_opportunity_to_booking: 1,
    expansion_capacity: 20,
  },
  "low volume, high dollar": {
    deal_size: 120000,
    inquiry_to_mql: 0.08,
    mql_to_sql: 0.3,
    sql_to_booking: 0.2,
    lag_inquiry_to_mql: 0.5,
    lag_mql_to_sql: 1,
    lag_sql_to_booking: 4.5,
    capacity: 4,
    marketing: 0.4,
    sdr: 0.25,
    sales: 0.25,
    partner: 0.1,
    customers: 1000,
    expansion_deal_size: 60000,
    account_to_opportunity: 0.4,
    opportunity_to_booking: 0.4,
    lag_account_to_opportunity: 1,
    lag_opportunity_to_booking: 3,
    expansion_capacity: 6,
  },
};

const PER_PERIOD_LAG = /^lag_/;
const PER_PERIOD_COUNT = /capacity$/;

/** The example of a segment's input, in the plan's periods. */
export function exampleOf(
  motion: Motion,
  periods: PeriodKind,
  input: string,
): number {
  const value = BY_MOTION[motion][input];
  if (value === undefined)
    throw new Error(`No example value is kept for ${input}.`);
  const months = MONTHS_PER_PERIOD[periods];
  if (PER_PERIOD_LAG.test(input)) return Number((value / months).toFixed(2));
  return PER_PERIOD_COUNT.test(input) ? value * months : value;
}

export const EXAMPLE_REVENUE: Scalar = 10_000_000;
