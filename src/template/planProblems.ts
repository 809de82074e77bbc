/** What can be wrong with the frame of a plan: names, dates, currency, periods, segments. */
import { MOTIONS } from "./examples";
import type { Plan } from "./model";
import { PLAN_NAME_LIMIT, SEGMENT_NAME_LIMIT } from "./names";
import { MOST_SEGMENTS, PERIOD_COUNTS, QUICK_SHEETS } from "./plan";

/** Excel refuses these in the name of a sheet. */
const FORBIDDEN = /[\\/?*[\]:]/;
/** Characters that no workbook part may hold. */
const CONTROL = /[\u0000-\u001f\u007f]/;
const FIRST_DATE = 61;
const LAST_DATE = 2958465;

export function planProblems(plan: Plan): { sentence: string }[] {
  return [
    ...nameProblems("Plan name", plan.name, PLAN_NAME_LIMIT),
    ...dateProblems(plan),
    ...currencyProblems(plan.currency),
    ...periodProblems(plan),
    ...segmentProblems(plan),
    ...sheetProblems(plan),
  ].map((sentence) => ({ sentence }));
}

function nameProblems(
  what: string,
  name: string,
  limit: number,
  sheet = true,
): string[] {
  const found: string[] = [];
  if (name.trim() === "")
    return [`${what} is empty. Enter a short name such as FY27.`];
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

const isDate = (serial: number): boolean =>
  Number.isInteger(serial) && serial >= FIRST_DATE && serial <= LAST_DATE;

function dateProblems({ fiscalStart, asOf }: Plan): string[] {
  const found: string[] = [];
  if (!isDate(fiscalStart))
    found.push(
      `Fiscal start must be a date after February 1900; got ${fiscalStart}.`,
    );
  if (!isDate(asOf))
    found.push(`As-of date must be a date after February 1900; got ${asOf}.`);
  return found;
}

/** Codes of the currencies in use, as the platform knows them. */
const CURRENCIES = new Set(Intl.supportedValuesOf("currency"));

function currencyProblems(currency: string): string[] {
  return CURRENCIES.has(currency)
    ? []
    : [
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

function segmentProblems({ segments }: Plan): string[] {
  const found: string[] = [];
  if (segments.length < 1 || segments.length > MOST_SEGMENTS) {
    found.push(
      `A plan has 1 to ${MOST_SEGMENTS} segments; got ${segments.length}.`,
    );
  }
  const seen = new Map<string, number>();
  segments.forEach(({ name, motion, id }, at) => {
    found.push(
      ...nameProblems(
        `Name of segment ${at + 1}`,
        name,
        SEGMENT_NAME_LIMIT,
        false,
      ),
    );
    if (!MOTIONS.includes(motion))
      found.push(
        `Motion of segment ${at + 1} must be one of ${MOTIONS.join(" or ")}; got "${motion}".`,
      );
    if (
      !/^s[1-9]\d*$/.test(id) ||
      segments.findIndex((one) => one.id === id) !== at
    ) {
      found.push(
        `Segment ${at + 1} has the id "${id}"; ids are s1, s2 and so on, each once.`,
      );
    }
    const key = name.trim().toLowerCase();
    const twin = seen.get(key);
    if (key && twin !== undefined)
      found.push(
        `Segments ${twin + 1} and ${at + 1} are both called "${name}". Rename one.`,
      );
    if (!seen.has(key)) seen.set(key, at);
  });
  return found;
}

function sheetProblems({ sheets }: Plan): string[] {
  const missing = QUICK_SHEETS.filter((id) => !sheets.includes(id));
  const twice = sheets.length > new Set(sheets).size;
  if (missing.length === 0 && !twice) return [];
  return [
    `A Quick plan needs each of its sheets once; ${twice ? "one is listed twice" : `${missing.join(", ")} is missing`}.`,
  ];
}
