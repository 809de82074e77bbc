/** The plan form: its draft, the plan that comes of it, what is wrong with it, and its links followed through the workbook. */
import { useCallback, useEffect, useMemo, useReducer, useState } from "react";
import type { InputDefinition, Plan } from "../../template/model";
import { WorkbookFault } from "../../workbook/port";
import {
  askedFor,
  changeDraft,
  compileDraft,
  linksOf,
  startDraft,
} from "../draft";
import type { Change, Compiled, Draft, Seen } from "../draft";
import { failureOf, type Failure } from "../failure";
import { frameOf, sortProblems, type SortedProblems } from "../problems";
import type { PaneServices } from "../services";
import { useWorkbookChanges } from "./useWorkbookChanges";

export interface DraftForm {
  draft: Draft;
  compiled: Compiled;
  /** The inputs that the second step asks for. */
  fields: InputDefinition[];
  problems: SortedProblems;
  change(change: Change): void;
  /** Looking up the links failed as a whole. */
  failure: Failure | undefined;
}

export function useDraft(services: PaneServices, start: Plan): DraftForm {
  const [draft, change] = useReducer(changeDraft, start, startDraft);
  const [failure, setFailure] = useState<Failure>();
  const compiled = useMemo(
    () => compileDraft(draft, services.template, services.locale),
    [draft, services],
  );
  const { fields, problems } = useMemo(() => {
    const { plan, linked } = compiled;
    const { template } = services;
    const found = template.problems(plan, linked);
    const asked = askedFor(draft, compiled, found);
    return {
      fields: asked,
      problems: sortProblems(
        compiled,
        asked,
        found,
        template.problems(frameOf(plan)),
      ),
    };
  }, [draft, compiled, services]);

  // One text for all links: the effect below runs when a link comes or goes, not at every key.
  const links = JSON.stringify(linksOf(draft));
  const follow = useCallback(async () => {
    const wanted = JSON.parse(links) as string[];
    if (wanted.length === 0) return;
    const found = await services.workbook.resolve(wanted);
    change({
      do: "seen",
      seen: Object.fromEntries(
        wanted.map((link, index) => [link, seenFrom(found[index]!)]),
      ),
    });
    setFailure(undefined);
  }, [links, services]);
  const fail = useCallback(
    (error: unknown) => setFailure(failureOf(error, services)),
    [services],
  );
  useEffect(() => void follow().catch(fail), [follow, fail]);
  useWorkbookChanges(services.workbook, follow, fail);

  return { draft, compiled, fields, problems, change, failure };
}

function seenFrom(
  found: { value: number | string | boolean; text: string } | WorkbookFault,
): Seen {
  return found instanceof WorkbookFault
    ? { sentence: found.sentence }
    : { value: found.value, text: found.text };
}
