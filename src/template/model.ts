/**
 * The planning template as data. A `Plan` is what the team decides; `layout(plan)` turns it into a `Blueprint`, the
 * exact cells, names and formats that any writer puts into a workbook. Nothing here knows a host, a clock or a DOM.
 */

import type { SheetId } from "./sheetList";

export type Motion = "high volume, low dollar" | "low volume, high dollar";
export type PeriodKind = "months" | "quarters";
export type { SheetId } from "./sheetList";

/** A constant (dates are Excel serials, rates fractions) or a link: a reference such as `Budget!$C$14`, without "=". */
export type Scalar = number | string;
export type InputValue = { value: Scalar } | { link: string };

export interface Segment {
  /** Permanent within the plan; survives renaming: "s1" … "s6". */
  id: string;
  name: string;
  motion: Motion;
}

export interface Plan {
  /** Version of this data format. */
  schema: 1;
  /** Given once, kept for life; ties sheets, names and the identity part together. */
  id: string;
  /** Shown in sheet names ("FY27 Funnel Targets") and workbook names ("Funnel_FY27_…"). */
  name: string;
  /** Excel serial of the first day of the first period. */
  fiscalStart: number;
  /** Excel serial; never the clock inside the workbook. */
  asOf: number;
  /** ISO 4217 code. */
  currency: string;
  periods: PeriodKind;
  /** 12 for months, 4 to 8 for quarters. */
  periodCount: number;
  segments: Segment[];
  sheets: SheetId[];
  /** By input id (see `inputs(plan)`); what is absent takes the template's default. */
  inputs: Record<string, InputValue>;
}

/** One input cell of the template, before layout. */
export interface InputDefinition {
  /** Stable over versions: "ntm_revenue", "s1/mql_to_sql", "s1/opening_bookings/3". */
  id: string;
  label: string;
  unit:
    | "money"
    | "rate"
    | "share"
    | "count"
    | "periods"
    | "months"
    | "date"
    | "text"
    | "choice";
  /** Whole sentence for the pane and the cell's prompt. */
  hint: string;
  segment?: string;
  /** The sheet it stands on, where that is not Assumptions or Funnel Targets. */
  sheet?: SheetId;
  /** Shown in the pane before insertion; the others are edited in the sheet. */
  key: boolean;
  default?: Scalar;
  min?: number;
  max?: number;
  choices?: string[];
  /** The cells that hold the choices, as a formula writes them: "{box a b}"; where the texts may hold commas. */
  choicesIn?: string;
  /** The cell may stay blank. */
  optional?: boolean;
  /** Left alone, a formula of the template fills the cell (the segment's deal size, the calendar, the lag curve). */
  calculated?: boolean;
}

export type Role =
  | "title"
  | "subtitle"
  | "heading"
  | "label"
  /** A label beside sentences, read from the top. */
  | "prompt"
  | "unit"
  /** Heading of a column of text; numbers and periods have "period". */
  | "column"
  | "period"
  | "input"
  | "default"
  /** An input for sentences: wrapped, read from the top. */
  | "prose"
  | "calc"
  | "total"
  | "check"
  | "flag"
  | "note"
  /** A note, source, sample size or date beside an input: the reader's to fill in, unlocked, quiet. */
  | "annotation";

/** Rows and columns count from 0. Either a constant or a formula (en-US, A1 style, starting with "="). */
export interface BlueprintCell {
  row: number;
  column: number;
  value?: number | string | boolean;
  formula?: string;
  role: Role;
  /** en-US number format */
  format?: string;
  /** Id of the input that this cell holds. */
  input?: string;
}

export interface BlueprintValidation {
  /** "C4:C9" */
  ref: string;
  type: "list" | "decimal" | "whole" | "date";
  /** For list: the literal entries, or a reference to a range or name starting with "=". */
  list?: string[] | string;
  operator?:
    "between" | "greaterThan" | "greaterThanOrEqual" | "lessThanOrEqual";
  formulas?: (number | string)[];
  allowBlank: boolean;
  title: string;
  message: string;
}

export interface BlueprintConditionalFormat {
  ref: string;
  /** Starts with "=", relative to the first cell of `ref`. */
  formula: string;
  style: "bad" | "good" | "muted" | "warning";
}

export interface SheetBlueprint {
  id: SheetId;
  /** The sheet's name in the workbook. */
  title: string;
  rowCount: number;
  columnCount: number;
  cells: BlueprintCell[];
  /** characters, one per column */
  widths: number[];
  /** Points; rows that hold more than one line of text. */
  heights: { row: number; points: number }[];
  freeze: { rows: number; columns: number };
  validations: BlueprintValidation[];
  /** Where two apply, the earlier one wins. */
  conditionalFormats: BlueprintConditionalFormat[];
  merges: string[];
  tabColor: string;
  landscape: boolean;
  /** Rows repeated at the top of each printed page, "1:4". */
  titleRows?: string;
}

export interface BlueprintName {
  name: string;
  sheet: SheetId;
  /** "$C$5" or "$D$9:$O$9" */
  ref: string;
  comment: string;
}

/** Where one input sits once the plan is laid out. */
export interface BlueprintInput {
  id: string;
  sheet: SheetId;
  /** "C5" */
  address: string;
}

/** A cell that the pane reads back to show the plan's state; addresses like "C5". */
export interface BlueprintReading {
  id: string;
  label: string;
  sheet: SheetId;
  address: string;
  segment?: string;
}

export interface Blueprint {
  plan: Plan;
  sheets: SheetBlueprint[];
  names: BlueprintName[];
  inputs: BlueprintInput[];
  /** Headline numbers per segment, in the order they are shown. */
  headlines: BlueprintReading[];
  /** One reading per check (1 = passed, 0 = failed) and "total" for the whole. */
  checks: BlueprintReading[];
}

/** Headline numbers computed without a workbook, for the preview. Counts of a whole plan year, money in plan currency. */
export interface Headline {
  segment: string;
  bookings: number;
  deals: number;
  sqls: number;
  mqls: number;
  inquiries: number;
}
