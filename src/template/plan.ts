/** A fresh plan, the presets, and the tidy form in which a plan is kept. */
import { MOTIONS } from "./examples";
import type { Motion, PeriodKind, Plan, Segment } from "./model";
import { ALL_SHEETS, CORE_SHEETS, type SheetId } from "./sheetList";

export const presets: {
  id: "quick" | "full";
  label: string;
  sheets: SheetId[];
}[] = [
  { id: "quick", label: "Quick plan", sheets: [...CORE_SHEETS] },
  ...(ALL_SHEETS.length > CORE_SHEETS.length
    ? [{ id: "full" as const, label: "Full plan", sheets: [...ALL_SHEETS] }]
    : []),
];

export const MOST_SEGMENTS = 6;
export const PERIOD_COUNTS = {
  months: { least: 12, most: 12 },
  quarters: { least: 4, most: 8 },
} as const;

export interface NewPlan {
  id: string;
  name: string;
  /** Excel serial dates */
  fiscalStart: number;
  asOf: number;
  currency: string;
  periods: PeriodKind;
  periodCount?: number;
  segments?: { name: string; motion: Motion }[];
}

export function newPlan(options: NewPlan): Plan {
  const segments = options.segments ?? [
    { name: "New business", motion: MOTIONS[0]! },
  ];
  return {
    schema: 1,
    id: options.id,
    name: options.name,
    fiscalStart: options.fiscalStart,
    asOf: options.asOf,
    currency: options.currency,
    periods: options.periods,
    periodCount: options.periodCount ?? PERIOD_COUNTS[options.periods].least,
    segments: segments.map((segment, at): Segment => ({
      id: `s${at + 1}`,
      name: segment.name,
      motion: segment.motion,
    })),
    sheets: [...CORE_SHEETS],
    inputs: {},
  };
}

/**
 * Fiscal start and as-of date are fields of the plan and cells of the sheet. A date read back from the cell moves into
 * the field, so that the pane's date is the one that counts; a link stays a link.
 */
export function settle(plan: Plan): Plan {
  const inputs = { ...plan.inputs };
  const settled = { ...plan, inputs };
  for (const [id, field] of [
    ["fiscal_start", "fiscalStart"],
    ["as_of", "asOf"],
  ] as const) {
    const given = inputs[id];
    if (given && "value" in given && typeof given.value === "number") {
      // A time of day is not part of it.
      settled[field] = Math.floor(given.value);
      delete inputs[id];
    }
  }
  return settled;
}
