/** The five conversions of the two funnels, in the order of the sheets. */
import { capital } from "./names";

/** The lag curves, by the lag that gives their mean. */
export const CURVES = [
  "inquiry_to_mql",
  "mql_to_sql",
  "sql_to_booking",
  "account_to_opportunity",
  "opportunity_to_booking",
] as const;

export type Step = (typeof CURVES)[number];

/** As they stand inside a sentence. */
export const STEPS: Record<Step, string> = {
  inquiry_to_mql: "inquiry to MQL",
  mql_to_sql: "MQL to SQL",
  sql_to_booking: "SQL to booking",
  account_to_opportunity: "account engaged to opportunity",
  opportunity_to_booking: "opportunity to booking",
};

export const stepLabel = (step: Step): string => capital(STEPS[step]);
