/** What the reference pages say, by group: the table of contents. */
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
import type { PageNotes } from "./pageNote";

export type { PageNote, PageNotes } from "./pageNote";

export const PAGE_NOTES: PageNotes = {
  ...PLAN,
  ...TIMING,
  ...RATES,
  ...COHORT,
  ...RISK,
  ...ALIGNMENT,
  ...RESPONSE,
  ...CREDIT,
  ...BUDGET,
  ...MONEY,
};
