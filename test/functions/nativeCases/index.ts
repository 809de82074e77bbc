/** Calls whose plain formulas are proved by LibreOffice, by group. */
import { ALIGNMENT } from "./alignment";
import { BUDGET } from "./budget";
import { COHORT } from "./cohort";
import { CREDIT } from "./credit";
import { MONEY } from "./money";
import { PLAN } from "./plan";
import { RATES } from "./rates";
import { RESPONSE } from "./response";
import { RISK } from "./risk";
import { TIMING } from "./timing";
import type { NativeCase } from "./nativeCase";

export type { NativeCase } from "./nativeCase";

export const NATIVE_CASES: Record<string, NativeCase[]> = {
  plan: PLAN,
  timing: TIMING,
  rates: RATES,
  cohort: COHORT,
  risk: RISK,
  alignment: ALIGNMENT,
  response: RESPONSE,
  credit: CREDIT,
  budget: BUDGET,
  money: MONEY,
};
