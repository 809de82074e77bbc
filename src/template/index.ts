/** The planning template: what the task pane, the writers and the tests may use. */
import { calendar, inputsOf } from "./inputs";
import type { InputDefinition, Plan } from "./model";

export type * from "./model";
export { headlines } from "./headlines";
export { layout } from "./layout";
export { newPlan, presets, settle } from "./plan";
export { SHEET_LIST, withNeeded } from "./sheetList";
export { PlanFileProblem, readPlanFile, writePlanFile } from "./planFile";
export { problems } from "./problems";
export { CONDITIONAL_STYLES, ROLE_STYLES } from "./styles";
export type { ConditionalStyle, RoleStyle } from "./styles";
export { verify } from "./verify";

/** Every input cell of the plan, in sheet order; those marked `key` are asked for in the pane. */
export const inputs = (plan: Plan): InputDefinition[] =>
  inputsOf(plan, calendar(plan));
