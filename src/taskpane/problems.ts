/** Everything wrong with a draft, sorted to the places where the pane shows it. */
import type { InputDefinition, Plan } from "../template/model";
import type { Compiled } from "./draft";
import type { Problem } from "./services";

export interface SortedProblems {
  /** The first sentence of each field, by input id or plan field. */
  byField: Record<string, string>;
  /** What is wrong with the plan's frame but belongs to none of the first step's fields. */
  frame: string[];
  /** Nothing is wrong with name, days, currency, periods and segments. */
  frameSound: boolean;
  /** Those that belong to no field that the form shows. */
  general: string[];
  /** Nothing is wrong: the plan may be inserted. */
  none: boolean;
}

/** The plan with every input at its default: what is wrong with it is wrong with its frame. */
export const frameOf = (plan: Plan): Plan => ({ ...plan, inputs: {} });

/** Fields of the first step, as the template's problems and the draft name them. */
export const planFields = [
  "name",
  "fiscalStart",
  "asOf",
  "currency",
  "periodCount",
  "segments",
] as const;

export function sortProblems(
  compiled: Compiled,
  fields: readonly InputDefinition[],
  found: Problem[],
  frame: Problem[],
): SortedProblems {
  const byField: Record<string, string> = { ...compiled.faults };
  const general: string[] = [];
  const shown = new Set<string>([
    ...planFields,
    ...fields.map(({ id }) => id),
    ...compiled.plan.segments.map(({ id }) => id),
  ]);
  for (const { input, sentence } of found) {
    if (input === undefined || !shown.has(input)) general.push(sentence);
    else byField[input] ??= sentence;
  }
  const keyIds = new Set(fields.map(({ id }) => id));
  const frameFields = Object.keys(byField).some(
    (field) => shown.has(field) && !keyIds.has(field),
  );
  const frameSentences = frame
    .filter(({ input }) => input === undefined)
    .map(({ sentence }) => sentence);
  return {
    byField,
    frame: frameSentences,
    frameSound: !frameFields && frameSentences.length === 0,
    general,
    none: found.length === 0 && Object.keys(byField).length === 0,
  };
}
