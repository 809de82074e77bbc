/** Every sheet of the template by its id. */
import type { Context, SheetSpec } from "../sheet";
import type { SheetId } from "../sheetList";
import { alignmentSheet } from "./alignment";
import { assumptionsSheet } from "./assumptions";
import { budgetSheet } from "./budget";
import { campaignPlanSheet } from "./campaignPlan";
import { checksSheet } from "./checks";
import { definitionsSheet } from "./definitions";
import { funnelTargetsSheet } from "./funnelTargets";
import { goalsSheet } from "./goals";
import { guideSheet } from "./guide";
import { ntmSplitSheet } from "./ntmSplit";

export const SHEETS: Record<SheetId, (context: Context) => SheetSpec> = {
  guide: guideSheet,
  definitions: definitionsSheet,
  alignment: alignmentSheet,
  assumptions: assumptionsSheet,
  ntm_split: ntmSplitSheet,
  funnel_targets: funnelTargetsSheet,
  goals: goalsSheet,
  budget: budgetSheet,
  campaign_plan: campaignPlanSheet,
  checks: checksSheet,
};
