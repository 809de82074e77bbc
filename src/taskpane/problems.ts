/** Everything wrong with a draft, sorted to the places where the pane shows it. */
import type { Compiled } from "./draft";
import type { Problem } from "./services";

export interface SortedProblems {
  /** The first sentence of each field, by input id or plan field. */
  byField: Record<string, string>;
  /** Those of the first step's fields. */
  plan: string[];
  /** Those that belong to no field that the form shows. */
  general: string[];
  /** Nothing is wrong: the plan may be inserted. */
  none: boolean;
}

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
  found: Problem[],
): SortedProblems {
  const byField: Record<string, string> = { ...compiled.faults };
  const general: string[] = [];
  const shown = new Set<string>([
    ...planFields,
    ...compiled.keys.map(({ id }) => id),
    ...compiled.plan.segments.map(({ id }) => id),
  ]);
  for (const { input, sentence } of found) {
    if (input === undefined || !shown.has(input)) general.push(sentence);
    else byField[input] ??= sentence;
  }
  const keyIds = new Set(compiled.keys.map(({ id }) => id));
  const fields = Object.keys(byField);
  return {
    byField,
    plan: fields.filter((field) => !keyIds.has(field) && shown.has(field)),
    general,
    none: found.length === 0 && fields.length === 0,
  };
}
