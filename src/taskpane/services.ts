/** Everything the pane needs from the world, injected by the entry (index.tsx) or a test: no Office.js, clock or DOM beyond React. */
import type {
  Blueprint,
  Headline,
  InputDefinition,
  PeriodKind,
  Plan,
  Segment,
  SheetId,
} from "../template/model";
import type { WorkbookPort } from "../workbook/port";

/** The present value of a linked input; null where the link leads to no usable cell. */
export type LinkedValues = Record<string, number | string | boolean | null>;

export interface Problem {
  /** Id of the input it belongs to; absent where it concerns several or the plan itself. */
  input?: string;
  sentence: string;
}

export interface NewPlanOptions {
  id: string;
  name: string;
  fiscalStart: number;
  asOf: number;
  currency: string;
  periods: PeriodKind;
  periodCount?: number;
  segments?: Pick<Segment, "name" | "motion">[];
}

export interface PaneTemplate {
  presets: readonly { id: string; label: string; sheets: SheetId[] }[];
  /** Every sheet there is, in the order of the workbook; core ones belong to each plan. */
  sheets: readonly {
    id: SheetId;
    label: string;
    purpose: string;
    core?: boolean;
  }[];
  /** The chosen sheets with all that they read. */
  withNeeded(chosen: readonly SheetId[]): SheetId[];
  newPlan(options: NewPlanOptions): Plan;
  inputs(plan: Plan): InputDefinition[];
  problems(plan: Plan, linked?: LinkedValues): Problem[];
  /** Linked values decide how far a plan with linked lags reaches. */
  layout(plan: Plan, options?: { linked?: LinkedValues }): Blueprint;
  headlines(plan: Plan, linked?: LinkedValues): Headline[];
  writePlanFile(plan: Plan): string;
  /** A file that is not a plan gives the sentence for the user instead of a plan. */
  readPlanFile(text: string): { plan: Plan } | { sentence: string };
}

/** What the host says about its colours, and what the system asks for. */
export interface Appearance {
  /** Office's own words: absent where the host does not tell. */
  background?: string;
  isDark?: boolean;
  prefersDark: boolean;
  forcedColors: boolean;
}

export interface FunctionEntry {
  name: string;
  description: string;
  helpUrl?: string;
  parameters: { name: string; description: string; optional?: boolean }[];
}

export interface PaneServices {
  workbook: WorkbookPort;
  template: PaneTemplate;
  /** The generated catalogue of custom functions, loaded when it is first shown. */
  functions(): Promise<FunctionEntry[]>;
  /** Version of the add-in and name of the host, for "copy details". */
  version: string;
  host: string;
  /** BCP 47; decides how numbers are typed and shown. */
  locale: string;
  /** Excel serial of today. */
  today(): number;
  newId(): string;
  saveFile(name: string, text: string): Promise<void>;
  /** Null when the user picks nothing. */
  pickFile(): Promise<{ name: string; text: string } | null>;
  copyText(text: string): Promise<void>;
  openPage(address: string): void;
  appearance(): Appearance;
  /** Returns a stop function. */
  onAppearanceChanged(callback: () => void): () => void;
}
