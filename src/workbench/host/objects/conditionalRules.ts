/**
 * The rules behind conditional formats. Through Office.js a format is added empty and filled in by later actions, while
 * an engine takes whole rules: what is added stays a draft until its request ends.
 */
import type { BookConditionalFormat } from "../../../xlsx/book";
import { intersect, parseAreas } from "../../address";
import { invalidArgument, itemNotFound } from "../fault";
import type { Session } from "../session";
import type { RangeState } from "./rangeState";

interface Draft {
  sheet: string;
  rule: BookConditionalFormat;
}
export type RuleDrafts = Map<string, Draft>;

export interface FormatState extends RangeState {
  /** A draft's id, or the place of a rule among those of the range. */
  id: string;
}

export function rulesOf(
  { sheet, area }: RangeState,
  session: Session,
): BookConditionalFormat[] {
  return session.engine
    .conditionalFormats(sheet)
    .filter(({ ref }) => parseAreas(ref).some((part) => intersect(part, area)));
}

export function ruleOf(
  state: FormatState,
  session: Session,
): BookConditionalFormat {
  const draft = session.drafts.get(state.id);
  const found = draft?.rule ?? rulesOf(state, session)[Number(state.id)];
  if (found) return found;
  throw itemNotFound("This conditional format was removed.");
}

/** An engine only adds and clears: the sheet's rules are put back in order with one of them changed or left out. */
export function replace(
  state: FormatState,
  patch: Partial<BookConditionalFormat> | null,
  session: Session,
): void {
  session.mayFormat(state.sheet);
  const draft = session.drafts.get(state.id);
  if (draft && patch) Object.assign(draft.rule, patch);
  else if (draft) session.drafts.delete(state.id);
  if (draft) return;
  const changed = JSON.stringify(ruleOf(state, session));
  const all = session.engine.conditionalFormats(state.sheet);
  session.engine.clearConditionalFormats(state.sheet);
  for (const rule of all) {
    const same = JSON.stringify(rule) === changed;
    if (!same) session.engine.addConditionalFormat(state.sheet, rule);
    else if (patch)
      session.engine.addConditionalFormat(state.sheet, { ...rule, ...patch });
  }
}

/** At the end of a request: what was added reaches the engine, the latest before all others, as Excel ranks it. */
export function settleDrafts(session: Session): void {
  const drafts = [...session.drafts.values()].reverse();
  session.drafts.clear();
  for (const sheet of new Set(drafts.map((draft) => draft.sheet))) {
    if (!session.findSheet(sheet)) continue;
    const added = drafts.flatMap((draft) =>
      draft.sheet === sheet ? [draft.rule] : [],
    );
    for (const { ref, formulas } of added)
      if (formulas.length === 0)
        throw invalidArgument(
          `The conditional format on ${ref} was added without a rule.`,
        );
    const before = session.engine.conditionalFormats(sheet);
    if (before.length > 0) session.engine.clearConditionalFormats(sheet);
    for (const rule of [...added, ...before])
      session.engine.addConditionalFormat(sheet, rule);
  }
}
