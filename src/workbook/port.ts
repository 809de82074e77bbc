/**
 * What the task pane may ask of a workbook. `office.ts` answers it through Office.js. Every refusal is a WorkbookFault:
 * a code for tests and a sentence for people that says what was wrong, what was given and what to do.
 */
import type { Blueprint, Plan } from "../template/model";

export type FaultCode =
  | "sheet_exists"
  | "plan_exists"
  | "name_exists"
  | "workbook_protected"
  | "workbook_read_only"
  | "cell_in_edit"
  | "bad_link"
  | "bad_input"
  | "not_a_single_cell"
  | "plan_not_found"
  | "sheet_missing"
  | "too_many_sheets"
  | "too_large"
  | "not_a_plan_file"
  | "cancelled"
  | "undo_incomplete"
  | "host_failed";

export class WorkbookFault extends Error {
  constructor(
    readonly code: FaultCode,
    /** For people; ends with a full stop. */
    readonly sentence: string,
    /** For the log: the host's own code and location. */
    readonly detail?: string,
  ) {
    super(sentence);
    this.name = "WorkbookFault";
  }
}

export interface CellPick {
  /** `Budget!$C$14`, quoted where the sheet's name needs it. */
  link: string;
  value: number | string | boolean;
  /** As the cell shows it. */
  text: string;
}

export interface InsertedPlan {
  id: string;
  name: string;
  schema: number;
  /** Present names of the plan's sheets in sheet order, whatever the user renamed them to; missing ones are left out. */
  sheets: { id: string; name: string }[];
  /** Sheets that the user deleted, by the names they were given. */
  missing: string[];
  /** The insertion broke off (Excel was closed meanwhile, say): the plan can only be removed. */
  unfinished?: true;
}

export interface PlanState {
  /** `segment` is the segment's name. */
  headlines: {
    id: string;
    label: string;
    segment?: string;
    value: number | string;
    text: string;
    address: string;
  }[];
  checks: {
    id: string;
    label: string;
    passed: boolean;
    text: string;
    address: string;
  }[];
  allPassed: boolean;
}

/** What `insert` would do, computed before anything is written. */
export interface Survey {
  sheets: string[];
  names: string[];
  /** Why insertion would be refused; empty when it may go ahead. */
  faults: WorkbookFault[];
}

export interface Progress {
  /** Steps done of `total`. */
  done: number;
  total: number;
  /** "Writing FY27 Assumptions" */
  label: string;
}

export interface InsertOptions {
  onProgress?(progress: Progress): void;
  signal?: AbortSignal;
}

export interface WorkbookPort {
  /** The one selected cell, for "use selected cell". */
  selectedCell(): Promise<CellPick>;
  /** Present values of links; a fault in place of a value for a link that does not lead to one cell. */
  resolve(links: string[]): Promise<(CellPick | WorkbookFault)[]>;
  survey(blueprint: Blueprint): Promise<Survey>;
  /** Writes the whole plan or, after any failure, nothing. */
  insert(blueprint: Blueprint, options?: InsertOptions): Promise<InsertedPlan>;
  plans(): Promise<InsertedPlan[]>;
  /** The plan with every input as it stands in the cells now, links as links: what "save inputs" writes. */
  readPlan(planId: string): Promise<Plan>;
  readState(planId: string): Promise<PlanState>;
  /** Removes the plan's sheets, names and identity part and nothing else. */
  remove(planId: string): Promise<{ sheets: string[]; names: string[] }>;
  /** Selects a cell: `'FY27 Checks'!C4`. */
  select(address: string): Promise<void>;
  /** Calls back when the workbook's values may have changed (debounced by the host's own events). Returns a stop function. */
  onChanged(callback: () => void): Promise<() => void>;
}
