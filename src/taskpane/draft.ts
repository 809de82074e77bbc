/** The plan form's state: text as typed, links as picked, and the plan that comes of them. */
import { isoFromSerial, serialFromIso } from "../template/dates";
import type {
  InputDefinition,
  InputValue,
  Motion,
  PeriodKind,
  Plan,
  Segment,
} from "../template/model";
import { fieldText, readField, type DraftInput } from "./fields";
import type { LinkedValues, PaneTemplate, Problem } from "./services";
import { words } from "./words";

/** What a link leads to: a value, or the sentence that says why there is none. */
export type Seen =
  { value: number | string | boolean; text: string } | { sentence: string };

export interface Draft {
  /** Where everything that the form does not show comes from: id, sheets, inputs edited in the sheets. */
  base: Plan;
  name: string;
  /** ISO days, as date fields hold them. */
  fiscalStart: string;
  asOf: string;
  currency: string;
  periods: PeriodKind;
  quarters: number;
  segments: Segment[];
  /** By input id; what is absent stands as in `base`, or at the template's default. */
  inputs: Record<string, DraftInput>;
  /** By link. */
  seen: Record<string, Seen>;
  /** Fields that the user has left once: before that, nothing complains. */
  visited: Record<string, true>;
}

export type Change =
  | { do: "start"; plan: Plan }
  | { do: "name"; name: string }
  | { do: "fiscalStart" | "asOf"; day: string }
  | { do: "currency"; currency: string }
  | { do: "periods"; periods: PeriodKind }
  | { do: "quarters"; quarters: number }
  | { do: "sheets"; sheets: Plan["sheets"] }
  | { do: "addSegment"; name: string }
  | { do: "removeSegment"; id: string }
  | { do: "renameSegment"; id: string; name: string }
  | { do: "motion"; id: string; motion: Motion }
  | { do: "type"; id: string; text: string }
  | { do: "settle"; id: string; input: DraftInput | undefined }
  | { do: "link"; id: string; link: string; seen: Seen }
  | { do: "seen"; seen: Record<string, Seen> }
  | { do: "visit"; fields: string[] };

export const maxSegments = 6;

export function startDraft(plan: Plan): Draft {
  return {
    base: plan,
    name: plan.name,
    fiscalStart: isoFromSerial(plan.fiscalStart),
    asOf: isoFromSerial(plan.asOf),
    currency: plan.currency,
    periods: plan.periods,
    quarters: plan.periods === "quarters" ? plan.periodCount : 4,
    segments: plan.segments,
    inputs: {},
    seen: {},
    visited: {},
  };
}

export function changeDraft(draft: Draft, change: Change): Draft {
  switch (change.do) {
    case "start":
      return startDraft(change.plan);
    case "name":
      return { ...draft, name: change.name };
    case "fiscalStart":
      return {
        ...without(draft, /^(?:fiscal_start|period_start\/.*)$/u),
        fiscalStart: change.day,
      };
    case "asOf":
      return { ...without(draft, /^as_of$/u), asOf: change.day };
    case "currency":
      return { ...draft, currency: change.currency };
    case "periods":
      return { ...draft, periods: change.periods };
    case "quarters":
      return { ...draft, quarters: change.quarters };
    case "sheets":
      return { ...draft, base: { ...draft.base, sheets: change.sheets } };
    case "addSegment":
      return addSegment(draft, change.name);
    case "removeSegment":
      return removeSegment(draft, change.id);
    case "renameSegment":
      return editSegment(draft, change.id, { name: change.name });
    case "motion":
      return editSegment(draft, change.id, { motion: change.motion });
    case "type":
      return {
        ...draft,
        inputs: { ...draft.inputs, [change.id]: { text: change.text } },
      };
    case "settle":
      return settle(draft, change.id, change.input);
    case "link":
      return {
        ...draft,
        inputs: { ...draft.inputs, [change.id]: { link: change.link } },
        seen: { ...draft.seen, [change.link]: change.seen },
        visited: { ...draft.visited, [change.id]: true },
      };
    case "seen":
      return { ...draft, seen: { ...draft.seen, ...change.seen } };
    case "visit":
      return {
        ...draft,
        visited: { ...draft.visited, ...visits(change.fields) },
      };
  }
}

const visits = (fields: string[]) =>
  Object.fromEntries(fields.map((field) => [field, true as const]));

/** Without the stored inputs of that pattern: a day given in the form takes the place of the one saved from the sheet. */
function without(draft: Draft, pattern: RegExp): Draft {
  const kept = Object.entries(draft.base.inputs).filter(
    ([id]) => !pattern.test(id),
  );
  return {
    ...draft,
    base: { ...draft.base, inputs: Object.fromEntries(kept) },
  };
}

function addSegment(draft: Draft, name: string): Draft {
  const used = new Set(draft.segments.map(({ id }) => id));
  const id = Array.from(
    { length: maxSegments },
    (_, index) => `s${index + 1}`,
  ).find((free) => !used.has(free));
  if (id === undefined) return draft;
  const segment: Segment = { id, name, motion: "low volume, high dollar" };
  return { ...draft, segments: [...draft.segments, segment] };
}

/** Its inputs go with it, so that a later segment with the same id starts afresh. */
function removeSegment(draft: Draft, id: string): Draft {
  if (draft.segments.length <= 1) return draft;
  const others = <T>(inputs: Record<string, T>) =>
    Object.fromEntries(
      Object.entries(inputs).filter(([key]) => !key.startsWith(`${id}/`)),
    );
  return {
    ...draft,
    base: { ...draft.base, inputs: others(draft.base.inputs) },
    segments: draft.segments.filter((segment) => segment.id !== id),
    inputs: others(draft.inputs),
    visited: others(draft.visited),
  };
}

function editSegment(draft: Draft, id: string, edit: Partial<Segment>): Draft {
  const segments = draft.segments.map((segment) =>
    segment.id === id ? { ...segment, ...edit } : segment,
  );
  return { ...draft, segments };
}

function settle(
  draft: Draft,
  id: string,
  input: DraftInput | undefined,
): Draft {
  const inputs = { ...draft.inputs };
  if (input) inputs[id] = input;
  else delete inputs[id];
  return { ...draft, inputs, visited: { ...draft.visited, [id]: true } };
}

/** Neither the user nor a saved plan has said anything about it: the template's example stands. */
export function isExample(
  draft: Draft,
  { id, default: example }: InputDefinition,
): boolean {
  return (
    example !== undefined &&
    draft.inputs[id] === undefined &&
    draft.base.inputs[id] === undefined
  );
}

/** What the field of an input shows now. */
export function shownInput(
  draft: Draft,
  definition: InputDefinition,
  locale: string,
): DraftInput {
  const drafted = draft.inputs[definition.id];
  if (drafted) return drafted;
  const stored = draft.base.inputs[definition.id];
  if (stored && "link" in stored) return stored;
  const value = stored?.value ?? definition.default;
  return value === undefined
    ? { text: "" }
    : { text: fieldText(value, definition.unit, locale), exact: value };
}

export interface Compiled {
  plan: Plan;
  /** Every input of the plan. */
  definitions: InputDefinition[];
  linked: LinkedValues;
  /** Sentences by field; the plan stands at its former value there. */
  faults: Record<string, string>;
}

/** The plan as the form stands. */
export function compileDraft(
  draft: Draft,
  template: Pick<PaneTemplate, "inputs">,
  locale: string,
): Compiled {
  const faults: Record<string, string> = {};
  const day = (field: "fiscalStart" | "asOf", label: string): number => {
    const serial = serialFromIso(draft[field]);
    if (serial === undefined)
      faults[field] = words.fields.badDate(label, draft[field]);
    return serial ?? draft.base[field];
  };
  const outline: Plan = {
    ...draft.base,
    name: draft.name.trim(),
    fiscalStart: day("fiscalStart", words.plan.fiscalStart),
    asOf: day("asOf", words.plan.asOf),
    currency: draft.currency,
    periods: draft.periods,
    periodCount: draft.periods === "months" ? 12 : draft.quarters,
    segments: draft.segments.map((segment) => ({
      ...segment,
      name: segment.name.trim(),
    })),
    inputs: draft.base.inputs,
  };
  // What is typed decides how many periods follow the plan (the lags reach back from there), so the list of inputs is
  // taken again once the values are known; saved values that no longer have a cell are left behind.
  const inputs: Record<string, InputValue> = { ...draft.base.inputs };
  for (const definition of template.inputs(outline)) {
    const value = valueOf(draft, definition, locale, faults);
    if (value === undefined) delete inputs[definition.id];
    else inputs[definition.id] = value;
  }
  const definitions = template.inputs({ ...outline, inputs });
  const plan = { ...outline, inputs: pick(inputs, definitions) };
  const linked: LinkedValues = {};
  for (const [id, value] of Object.entries(plan.inputs)) {
    const seen = "link" in value ? draft.seen[value.link] : undefined;
    if (seen && "value" in seen) linked[id] = seen.value;
    if (seen && "sentence" in seen) {
      linked[id] = null;
      faults[id] = seen.sentence;
    }
  }
  return {
    plan,
    definitions,
    linked,
    faults,
  };
}

/**
 * The inputs that the form asks for, and those of a saved plan that nothing but the form can mend now: their sheet is
 * gone. One that was mended stays in sight.
 */
export const askedFor = (
  draft: Draft,
  { definitions, faults }: Compiled,
  found: readonly Problem[],
): InputDefinition[] =>
  definitions.filter(
    ({ id, key }) =>
      key ||
      id in draft.inputs ||
      id in faults ||
      found.some(({ input }) => input === id),
  );

function pick(
  inputs: Record<string, InputValue>,
  definitions: InputDefinition[],
): Record<string, InputValue> {
  const known = new Set(definitions.map(({ id }) => id));
  return Object.fromEntries(
    Object.entries(inputs).filter(([id]) => known.has(id)),
  );
}

function valueOf(
  draft: Draft,
  definition: InputDefinition,
  locale: string,
  faults: Record<string, string>,
): InputValue | undefined {
  const drafted = draft.inputs[definition.id];
  if (!drafted) return draft.base.inputs[definition.id];
  if ("link" in drafted) return { link: drafted.link };
  if (drafted.exact !== undefined) return { value: drafted.exact };
  const read = readField(drafted.text, definition, locale);
  if ("value" in read) return { value: read.value };
  if ("sentence" in read) faults[definition.id] = read.sentence;
  return undefined;
}

/** Every link of the draft, to be looked up in the workbook. */
export function linksOf(draft: Draft): string[] {
  const stored = Object.entries(draft.base.inputs).filter(
    ([id]) => !draft.inputs[id],
  );
  const all = [
    ...stored.map(([, input]) => input),
    ...Object.values(draft.inputs),
  ];
  return [
    ...new Set(all.flatMap((input) => ("link" in input ? [input.link] : []))),
  ];
}
