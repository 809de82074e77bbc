/**
 * How a sheet file describes its sheet: rows of cells with roles, names and formulas. A formula refers to other cells by
 * key in braces, never by address; `references.ts` says how the keys are read.
 */
import type { Calendar } from "./calendar";
import {
  CONVENTION_MARK,
  ENTERED_MARK,
  EXAMPLE_MARK,
  LINKED_MARK,
} from "./examples";
import { type Formats, formatsFor, inputFormat } from "./formats";
import { calendar, inputsOf } from "./inputs";
import type {
  BlueprintConditionalFormat,
  InputDefinition,
  Plan,
  Role,
  Scalar,
  SheetId,
} from "./model";

export interface CellSpec {
  column: number;
  role: Role;
  value?: Scalar | boolean;
  formula?: string;
  format?: string;
  /** Id of the input that the cell holds; formulas find the cell under it. */
  input?: string;
  /** Further key under which formulas find the cell. */
  key?: string;
  /** "Deal_Size"; plan and segment are put before it. */
  name?: string;
  /** What the name stands for. */
  comment?: string;
}

export interface RangeName {
  name: string;
  comment: string;
  from: number;
  to: number;
}

export interface RowSpec {
  /** Room for at least so many lines of text. */
  lines?: number;
  /** Key of the row, for formulas that read it by period. A leading ":" keeps it to its own sheet. */
  key?: string;
  /** Where the row's formulas look for keys first: "s1/nnc". Its own key and those of its cells live there too. */
  scope?: string;
  segment?: string;
  cells: CellSpec[];
  names?: RangeName[];
  conditional?: {
    from: number;
    to: number;
    formula: string;
    style: BlueprintConditionalFormat["style"];
  }[];
}

export interface SheetSpec {
  id: SheetId;
  rows: RowSpec[];
  widths: number[];
  freeze: { rows: number; columns: number };
  tabColor: string;
  landscape: boolean;
  titleRows?: string;
}

/** Columns shared by every sheet with periods. */
export interface Columns {
  label: number;
  unit: number;
  /** Column of totals, and of single values. */
  total: number;
  /** What had to be created before the plan starts. */
  before: number;
  /** t = 1 is the first period of the plan. */
  period(t: number): number;
  /** Last period after the plan. */
  last: number;
}

export interface Context {
  plan: Plan;
  time: Calendar;
  columns: Columns;
  formats: Formats;
  definitions: Map<string, InputDefinition>;
}

export function contextOf(plan: Plan, after?: number): Context {
  const time = calendar(plan, after);
  const period = (t: number): number => 3 + t;
  return {
    plan,
    time,
    columns: {
      label: 0,
      unit: 1,
      total: 2,
      before: 3,
      period,
      last: period(time.allPeriods),
    },
    formats: formatsFor(plan.currency),
    definitions: new Map(
      inputsOf(plan, time).map((input) => [input.id, input]),
    ),
  };
}

export const count = (n: number): number[] =>
  Array.from({ length: n }, (_, at) => at + 1);

/** The unit as the reader sees it beside the label. */
export function unitText(
  { plan }: Context,
  unit: InputDefinition["unit"],
): string {
  if (unit === "money") return plan.currency;
  if (unit === "periods") return plan.periods;
  return unit;
}

/** The cell of an input: what the plan says, else the template's default, else its formula. */
export function inputCell(
  context: Context,
  id: string,
  column: number,
  more: Partial<CellSpec> = {},
): CellSpec {
  const definition = context.definitions.get(id);
  if (!definition) throw new Error(`No input is called ${id}.`);
  const { formula, role = "input", ...rest } = more;
  const format = inputFormat(context.formats, definition.unit);
  const cell = { column, input: id, ...(format ? { format } : {}), ...rest };
  const given = context.plan.inputs[id];
  if (given && "link" in given)
    return { ...cell, role, formula: `=${given.link}` };
  if (given) return { ...cell, role, value: given.value };
  if (definition.default !== undefined)
    return { ...cell, role, value: definition.default };
  return formula === undefined
    ? { ...cell, role }
    : { ...cell, role: more.role ?? "default", formula };
}

/** Inputs whose default is a convention or a neutral start, not an illustration of somebody's business. */
const CONVENTIONS = new Set([
  ...["signing_point", "round_guard", "tolerance"],
  ...["revenue_share", "contracted_revenue", "growth", "expansion_growth"],
  ...["opening_mqls", "opening_accounts", "sellers_available"],
  "account_managers_available",
]);

/** Where the value of `id` comes from, as far as the template can tell. */
export function sourceText({ plan, definitions }: Context, id: string): string {
  const given = plan.inputs[id];
  if (id === "fiscal_start" || id === "as_of") {
    return given && "link" in given ? LINKED_MARK : ENTERED_MARK;
  }
  if (given) return "link" in given ? LINKED_MARK : ENTERED_MARK;
  if (definitions.get(id)?.calculated) return "Formula of the template";
  return CONVENTIONS.has(id.split("/").at(-1)!)
    ? CONVENTION_MARK
    : EXAMPLE_MARK;
}

export const titleRow = (title: string, more: CellSpec[] = []): RowSpec => ({
  cells: [{ column: 0, role: "title", value: title }, ...more],
});

export const subtitleRow = (text: string, more: CellSpec[] = []): RowSpec => ({
  cells: [{ column: 0, role: "subtitle", value: text }, ...more],
});

export const headingRow = (
  text: string,
  width: number,
  more: CellSpec[] = [],
): RowSpec => ({
  cells: [
    { column: 0, role: "heading", value: text },
    ...Array.from({ length: width - 1 }, (_, at): CellSpec => ({
      column: at + 1,
      role: "heading",
    })).filter((cell) => !more.some((other) => other.column === cell.column)),
    ...more,
  ],
});

export const noteRow = (text: string): RowSpec => ({
  cells: [{ column: 0, role: "note", value: text }],
});
export const gap = (): RowSpec => ({ cells: [] });

/** "Q1 FY2027", the fiscal year named by the calendar year in which it ends; months show their date as "Apr 26". */
const quarterLabel =
  '="Q"&(MOD({index}-1,{periods_per_year})+1)&" FY"&YEAR(EDATE({fiscal_start},12*(INT(({index}-1)/{periods_per_year})+1))-1)';

/**
 * The three header rows of a sheet with periods: t, first day, label. Title, purpose and column headings stand in the
 * same rows, left of the periods.
 */
export function periodHeader(
  context: Context,
  title: string,
  purpose: string,
  total: string,
): RowSpec[] {
  const { columns, time, formats, plan } = context;
  const across = (
    make: (t: number) => Omit<CellSpec, "column" | "role">,
  ): CellSpec[] =>
    count(time.allPeriods).map((t) => ({
      column: columns.period(t),
      role: "period",
      ...make(t),
    }));
  const labels =
    plan.periods === "months"
      ? { formula: "={start}", format: formats.period }
      : { formula: quarterLabel };
  const after = [
    {
      from: columns.period(1),
      to: columns.last,
      formula: "={index}>{plan_periods}",
      style: "muted" as const,
    },
  ];
  return [
    {
      ...titleRow(
        title,
        across((t) => ({ value: t, format: formats.index })),
      ),
      key: ":index",
      conditional: after,
    },
    {
      ...subtitleRow(
        purpose,
        across(() => ({ formula: "={period_start}", format: formats.date })),
      ),
      key: ":start",
      conditional: after,
    },
    {
      ...columnHeadings(
        context,
        total,
        across(() => labels),
      ),
      key: ":label",
      conditional: after,
    },
  ];
}

const columnHeadings = (
  { columns }: Context,
  total: string,
  periods: CellSpec[],
): RowSpec => ({
  cells: [
    { column: columns.label, role: "column" },
    { column: columns.unit, role: "column", value: "Unit" },
    { column: columns.total, role: "period", value: total },
    { column: columns.before, role: "period", value: "Before the plan" },
    ...periods,
  ],
});
