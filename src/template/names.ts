/** Workbook names and sheet titles of a plan: readable, prefixed, and impossible to mistake for one another. */
import type { Plan, Segment } from "./model";
import { SHEET_LIST, type SheetId } from "./sheetList";

export const SHEET_LABELS = Object.fromEntries(
  SHEET_LIST.map(({ id, label }) => [id, label]),
) as Record<SheetId, string>;

/** Excel's limit for a sheet name. */
export const SHEET_NAME_LIMIT = 31;
export const PLAN_NAME_LIMIT =
  SHEET_NAME_LIMIT - SHEET_LABELS.funnel_targets.length - 1;
export const SEGMENT_NAME_LIMIT = 40;

export const sheetTitle = (planName: string, sheet: SheetId): string =>
  `${planName} ${SHEET_LABELS[sheet]}`;

/** `'FY27 Checks'`: the sheet's name as it stands before "!" in a formula. */
export const quoteSheet = (title: string): string =>
  `'${title.replace(/'/g, "''")}'`;

export const capital = (text: string): string =>
  text.charAt(0).toUpperCase() + text.slice(1);

/** First words of the names that belong to the plan as a whole; a segment of the same name gets a suffix. */
const PLAN_WORDS = new Set(
  [
    "As",
    "Check",
    "Checks",
    "Currency",
    "Elapsed",
    "Examples",
    "Fiscal",
    "Months",
    "NTM",
    "Period",
    "Periods",
    "Plan",
    "Round",
    "Signing",
    "Tolerance",
    "Total",
  ].map((word) => word.toLowerCase()),
);

/**
 * Letters and digits only: "Mid-market (DACH)" becomes "MidmarketDACH". Without underscores inside, plan, segment and
 * the rest of a name stay apart, so that two plans or segments cannot claim one name between them.
 */
function slug(text: string): string {
  return text
    .normalize("NFKD")
    .split(/\s+/)
    .map((word) => word.replace(/[^A-Za-z0-9]/g, ""))
    .map(capital)
    .join("");
}

export function planSlug(plan: Pick<Plan, "id" | "name">): string {
  return slug(plan.name) || slug(plan.id) || "Plan";
}

/** By segment id; unique within the plan without regard to case. */
export function segmentSlugs(
  segments: readonly Segment[],
): Record<string, string> {
  const taken = new Set(PLAN_WORDS);
  const slugs: Record<string, string> = {};
  for (const segment of segments) {
    const wanted = slug(segment.name) || slug(segment.id) || "Segment";
    let name = wanted;
    for (let n = 0; taken.has(name.toLowerCase()); n++) {
      name = `${wanted}${slug(segment.id)}${n || ""}`;
    }
    taken.add(name.toLowerCase());
    slugs[segment.id] = name;
  }
  return slugs;
}

/** Abbreviations of the field keep their capitals: "mql_to_sql" becomes "MQL_to_SQL". */
const SPELLING: Record<string, string> = {
  mql: "MQL",
  mqls: "MQLs",
  sql: "SQL",
  sqls: "SQLs",
  nnc: "NNC",
  ntm: "NTM",
  sdr: "SDR",
};
const SMALL_WORDS = new Set(["to", "of", "per", "in", "from"]);

export const nameWords = (id: string): string =>
  id
    .split(/[_/]/)
    .map((word, at) =>
      at > 0 && SMALL_WORDS.has(word)
        ? word
        : (SPELLING[word] ?? capital(word)),
    )
    .join("_");
