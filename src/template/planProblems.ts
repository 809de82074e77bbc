/** What can be wrong with the frame of a plan: names, dates, currency, periods, segments. */
import { FIRST_DATE, LAST_DATE } from "./dates";
import { MOTIONS } from "./examples";
import type { Plan } from "./model";
import { MOST_SEGMENTS, PERIOD_COUNTS } from "./plan";
import { PLAN_NAME_LIMIT, SEGMENT_NAME_LIMIT, SHEET_LABELS } from "./names";
import { CORE_SHEETS, withNeeded } from "./sheetList";

export interface Problem {
  /** Where it is to be mended: the id of an input or a segment, or a field of the plan ("name", "periodCount"). */
  input?: string;
  sentence: string;
}

const at = (input: string, sentences: string[]): Problem[] =>
  sentences.map((sentence) => ({ input, sentence }));

/** Excel refuses these in the name of a sheet. */
const FORBIDDEN = /[\\/?*[\]:]/;
/** Characters that no workbook part may hold. */
const CONTROL = /[\u0000-\u001f\u007f]/;

export function planProblems(plan: Plan): Problem[] {
  return [
    ...at(
      "name",
      nameProblems("Plan name", plan.name, PLAN_NAME_LIMIT, "FY27"),
    ),
    ...at("fiscalStart", dateProblems("Fiscal start", plan.fiscalStart)),
    ...at("asOf", dateProblems("As-of date", plan.asOf)),
    ...at("currency", currencyProblems(plan.currency)),
    ...at("periodCount", periodProblems(plan)),
    ...segmentProblems(plan),
    ...sheetProblems(plan).map((sentence) => ({ sentence })),
  ];
}

function nameProblems(
  what: string,
  name: string,
  limit: number,
  example: string,
  sheet = true,
): string[] {
  const found: string[] = [];
  if (name.trim() === "")
    return [`${what} is empty. Enter a short name such as ${example}.`];
  if (name !== name.trim())
    found.push(
      `${what} begins or ends with a space; got "${name}". Remove it.`,
    );
  if (name.length > limit)
    found.push(
      `${what} has ${name.length} characters; at most ${limit} fit. Shorten "${name}".`,
    );
  const refused = sheet ? FORBIDDEN.exec(name) : null;
  if (refused)
    found.push(
      `${what} may not contain ${refused[0]} because Excel refuses it in sheet names; got "${name}".`,
    );
  if (CONTROL.test(name))
    found.push(
      `${what} holds a line break or another control character. Type the name again.`,
    );
  if (sheet && /^'|'$/.test(name))
    found.push(
      `${what} may not begin or end with an apostrophe because Excel refuses it in sheet names; got ${name}.`,
    );
  return found;
}

function dateProblems(what: string, serial: number): string[] {
  if (Number.isInteger(serial) && serial >= FIRST_DATE && serial <= LAST_DATE)
    return [];
  return [
    `${what} must be a day from March 1900 on; got ${serial}. Enter a date such as 2027-01-01.`,
  ];
}

/** Codes of the currencies in use, where the platform knows them; older ones take any three capitals. */
const CURRENCIES: ReadonlySet<string> | undefined =
  typeof Intl.supportedValuesOf === "function"
    ? new Set(Intl.supportedValuesOf("currency"))
    : undefined;

function currencyProblems(currency: string): string[] {
  if (CURRENCIES?.has(currency) ?? /^[A-Z]{3}$/.test(currency)) return [];
  return [
    `Currency must be an ISO code of three capitals such as EUR, USD or CHF; got "${currency}".`,
  ];
}

function periodProblems({ periods, periodCount }: Plan): string[] {
  const { least, most } = PERIOD_COUNTS[periods];
  if (
    Number.isInteger(periodCount) &&
    periodCount >= least &&
    periodCount <= most
  )
    return [];
  const wanted = least === most ? `exactly ${least}` : `${least} to ${most}`;
  return [`A plan in ${periods} has ${wanted} ${periods}; got ${periodCount}.`];
}

function segmentProblems({ segments }: Plan): Problem[] {
  if (segments.length < 1 || segments.length > MOST_SEGMENTS)
    return at("segments", [
      `A plan has 1 to ${MOST_SEGMENTS} segments; got ${segments.length}.`,
    ]);
  const names = segments.map(({ name }) => name.trim().toLowerCase());
  return segments.flatMap(({ name, motion, id }, index) => {
    const what = `segment ${index + 1}`;
    const found = nameProblems(
      `Name of ${what}`,
      name,
      SEGMENT_NAME_LIMIT,
      "Enterprise",
      false,
    );
    if (!MOTIONS.includes(motion))
      found.push(
        `Motion of ${what} must be one of ${MOTIONS.join(" or ")}; got "${motion}".`,
      );
    const twin = names.indexOf(names[index]!);
    if (names[index] && twin < index)
      found.push(
        `Segments ${twin + 1} and ${index + 1} are both called "${name}". Rename one.`,
      );
    const own =
      /^s[1-9]\d*$/.test(id) &&
      segments.findIndex((one) => one.id === id) === index;
    return own
      ? at(id, found)
      : at("segments", [
          ...found,
          `Segment ${index + 1} has the id "${id}"; ids are s1, s2 and so on, each once.`,
        ]);
  });
}

function sheetProblems({ sheets }: Plan): string[] {
  const twice = sheets.find((id, at) => sheets.indexOf(id) < at);
  if (twice !== undefined)
    return [`The sheet ${SHEET_LABELS[twice]} is listed twice. Remove one.`];
  const missing = withNeeded(sheets).filter((id) => !sheets.includes(id));
  if (missing.length === 0) return [];
  const core = CORE_SHEETS.map((id) => SHEET_LABELS[id]);
  return [
    `Every plan has the sheets ${core.slice(0, -1).join(", ")} and ${core.at(-1)}, and those that its other sheets read; missing: ${missing.map((id) => SHEET_LABELS[id]).join(", ")}. Add ${missing.length > 1 ? "them" : "it"}.`,
  ];
}
