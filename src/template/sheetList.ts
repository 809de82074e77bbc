/** Table of contents of the template: every sheet, in the order of the workbook. A new sheet begins with a line here. */

interface SheetListing {
  id: string;
  /** Behind the plan's name it is the sheet's name. */
  label: string;
  /** What the Guide says of it. */
  purpose: string;
  /** Which team keeps it up. */
  owner: string;
  /** Belongs to every plan. */
  core?: true;
  /** Sheets, beyond the core, that its formulas read. */
  needs?: readonly string[];
}

const LIST = [
  {
    id: "guide",
    label: "Guide",
    purpose: "this page",
    owner: "shared",
    core: true,
  },
  {
    id: "definitions",
    label: "Definitions",
    purpose:
      "the words that both teams count by, whom we want to win, who does what",
    owner: "shared",
  },
  {
    id: "alignment",
    label: "Alignment",
    purpose:
      "marketing's and sales' views side by side, each gap in MQLs and bookings",
    owner: "shared",
  },
  {
    id: "assumptions",
    label: "Assumptions",
    purpose:
      "what the teams agree on: fill in, or link to cells you already have",
    owner: "marketing, sales and finance",
    core: true,
  },
  {
    id: "ntm_split",
    label: "NTM Split",
    purpose:
      "revenue into base, expansion and net new customers, and the bookings that bring it",
    owner: "finance",
    core: true,
  },
  {
    id: "funnel_targets",
    label: "Funnel Targets",
    purpose:
      "bookings, deals, SQLs, MQLs and inquiries by period, source and segment; what they will really book",
    owner: "marketing and sales",
    core: true,
  },
  {
    id: "goals",
    label: "Goals",
    purpose:
      "goals of teams and people, shared goals, the bonus pool, focus and time",
    owner: "shared",
  },
  {
    id: "budget",
    label: "Budget",
    purpose:
      "one budget for new customers, expansion and retention: what each line earns, what might move",
    owner: "shared; finance guards the total",
  },
  {
    id: "campaign_plan",
    label: "Campaign Plan",
    purpose:
      "who is reached by when and with which tactic, against the inquiries to create",
    owner: "marketing",
  },
  {
    id: "checks",
    label: "Checks",
    purpose: "whether the plan is sound, with what to do where it is not",
    owner: "finance",
    core: true,
  },
] as const satisfies readonly SheetListing[];

export type SheetId = (typeof LIST)[number]["id"];

export const SHEET_LIST: readonly (Omit<SheetListing, "id" | "needs"> & {
  id: SheetId;
  needs?: readonly SheetId[];
})[] = LIST;

export const ALL_SHEETS: readonly SheetId[] = LIST.map(({ id }) => id);

/** The sheets that every plan has: the Quick plan. */
export const CORE_SHEETS: readonly SheetId[] = SHEET_LIST.filter(
  ({ core }) => core,
).map(({ id }) => id);

/** The chosen sheets with the core and with all that their formulas read, in the order of the workbook. */
export function withNeeded(chosen: readonly SheetId[]): SheetId[] {
  const wanted = new Set<SheetId>(CORE_SHEETS);
  const add = (id: SheetId): void => {
    if (wanted.has(id)) return;
    wanted.add(id);
    SHEET_LIST.find((sheet) => sheet.id === id)?.needs?.forEach(add);
  };
  chosen.forEach(add);
  return ALL_SHEETS.filter((id) => wanted.has(id));
}
