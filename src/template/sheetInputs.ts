/** The inputs that stand on a sheet of their own choice; those of Assumptions and Funnel Targets are in inputs.ts. */
import type { Calendar } from "./calendar";
import { alignmentInputs } from "./alignment";
import { budgetInputs, budgetLines } from "./budget";
import { campaigns } from "./campaigns";
import { profileInputs, roleInputs, TERMS } from "./definitions";
import { goalInputs, people } from "./goals";
import type { InputDefinition, Plan } from "./model";
import { registerInputs } from "./registers";
import { segmentInputs } from "./segmentInputs";
import type { SheetId } from "./sheetList";

type SheetInputs = (
  plan: Plan,
  time: Calendar,
) => Omit<InputDefinition, "sheet">[];

const SHEET_INPUTS: Partial<Record<SheetId, SheetInputs>> = {
  definitions: (plan) => [
    ...registerInputs(TERMS),
    ...profileInputs(plan),
    ...roleInputs(),
  ],
  alignment: (plan) =>
    alignmentInputs(plan, (segment, { id }) =>
      segmentInputs(plan, segment).find(
        (input) => input.id === `${segment.id}/${id}`,
      )!,
    ),
  goals: (plan) => [...goalInputs(), ...registerInputs(people(plan))],
  budget: (plan) => [
    ...budgetInputs(plan),
    ...registerInputs(budgetLines(plan)),
  ],
  campaign_plan: (plan) => registerInputs(campaigns(plan)),
};

export const inputsOfSheets = (plan: Plan, time: Calendar): InputDefinition[] =>
  plan.sheets.flatMap(
    (sheet) =>
      SHEET_INPUTS[sheet]?.(plan, time).map((input) => ({ ...input, sheet })) ??
      [],
  );
