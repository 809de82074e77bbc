/**
 * The two funnels as data: new customers pass inquiry, MQL, SQL and booking, from several sources; expansions pass
 * account engaged, opportunity and booking. Everything in braces is a key that the layout resolves.
 */
import { SOURCES } from "../examples";
import type { Context, CellSpec, RowSpec } from "../sheet";
import { count } from "../sheet";

/** One conversion: its rate per source stands in `Source`. */
export interface FunnelStep {
  lag: string;
  curve: string;
}

export interface Source {
  /** Key suffix: "created_marketing". */
  id: string;
  /** The name's cell, as part of a label formula. */
  name: string;
  share: string;
  size: string;
  /** SQL to booking, MQL to SQL, inquiry to MQL. */
  close: string;
  qualify: string;
  convert?: string;
  /** Flags that say which stages the source passes; 1 where it always does. */
  usesMqls: string;
  usesInquiries?: string;
}

export interface Funnel {
  id: "nnc" | "expansion";
  title: string;
  /** Words of the stages, as the rows name them. */
  words: {
    sqls: string;
    mqls: string;
    inquiries?: string;
    leads: string;
    people: string;
  };
  openingInput: string;
  openingCount: string;
  size: string;
  close: string;
  qualify: string;
  closing: FunnelStep;
  qualifying: FunnelStep;
  converting?: FunnelStep;
  sources: Source[];
  capacity: string;
  available: string;
  /** Row on Assumptions with the targets after the plan. */
  after: string;
  /** First words of the workbook names. */
  name: string;
}

const step = (key: string): FunnelStep => ({
  lag: `lag_${key}`,
  curve: `curve_${key}`,
});

/** What the reader should know about the forward rows, under every funnel. */
export const SMOOTHING = [
  "Where a lag is not whole, expected bookings are smoother than the targets: going back and counting forward again spreads a step over the neighbouring periods.",
  "With a rest f of the lag, f(1-f) of it comes a period early, as much a period late, the rest in place. The totals agree; do not correct the leads for it.",
];

export const nncFunnel = (): Funnel => ({
  id: "nnc",
  title: "net new customers",
  words: {
    sqls: "SQLs",
    mqls: "MQLs",
    inquiries: "inquiries",
    leads: "MQLs",
    people: "Sellers / SDRs",
  },
  openingInput: "opening_bookings",
  openingCount: "{opening_mqls}",
  size: "{deal_size}",
  close: "{sql_to_booking}",
  qualify: "{mql_to_sql}",
  closing: step("sql_to_booking"),
  qualifying: step("mql_to_sql"),
  converting: step("inquiry_to_mql"),
  sources: SOURCES.map(({ id }) => ({
    id,
    name: `{${id}/name}`,
    share: `{${id}/share}`,
    size: `{${id}/deal_size}`,
    close: `{${id}/sql_to_booking}`,
    qualify: `{${id}/mql_to_sql}`,
    convert: `{${id}/inquiry_to_mql}`,
    usesMqls: `{${id}/uses_mqls}`,
    usesInquiries: `{${id}/uses_inquiries}`,
  })),
  capacity: "{capacity}",
  available: "{sellers_available}",
  after: "nnc_after",
  name: "NNC",
});

export const expansionFunnel = (): Funnel => ({
  id: "expansion",
  title: "expansion",
  words: {
    sqls: "opportunities",
    mqls: "accounts engaged",
    leads: "engagement",
    people: "Account managers",
  },
  openingInput: "expansion_opening_bookings",
  openingCount: "{opening_accounts}",
  size: "{expansion_deal_size}",
  close: "{opportunity_to_booking}",
  qualify: "{account_to_opportunity}",
  closing: step("opportunity_to_booking"),
  qualifying: step("account_to_opportunity"),
  sources: [
    {
      id: "accounts",
      name: "",
      share: "1",
      size: "{expansion_deal_size}",
      close: "{opportunity_to_booking}",
      qualify: "{account_to_opportunity}",
      usesMqls: "1",
    },
  ],
  capacity: "{expansion_capacity}",
  available: "{account_managers_available}",
  after: "expansion_after",
  name: "Expansion",
});

/** Key of a row that exists once a source; where there is one source, the total row is that row. */
export const perSource = (
  funnel: Funnel,
  key: string,
  source: Source,
): string => (funnel.sources.length === 1 ? key : `${key}_${source.id}`);

/**
 * Form S, back over one step: what must exist `lag` periods earlier so that `next` comes out, with the part that falls
 * before the plan in its own column. A lag of n whole periods and a rest f takes 1-f from n periods later and f from
 * the period after that.
 */
export function shiftBack(
  next: string,
  { lag }: FunnelStep,
  divisor: string,
  flag = "",
): { before: string; period: string } {
  const uses = flag && flag !== "1" ? `${flag}*` : "";
  const taken = (criterion: string): string =>
    `(1-{${lag}_rest})*SUMIFS({${next}|all},{index|all},${criterion})+{${lag}_rest}*SUMIFS({${next}|all},{index|all},${criterion}+1)`;
  const guarded = (sum: string): string =>
    `=IF(${uses}SUM({${next}|withBefore})=0,0,(${sum})/${divisor})`;
  return {
    before: guarded(`{${next}|before}+${taken(`"<="&{${lag}_whole}`)}`),
    period: guarded(taken(`{index}+{${lag}_whole}`)),
  };
}

/** Form F, forward over one step: what comes out in this period of what was created after the as-of date. */
export const forward = (
  row: string,
  { curve }: FunnelStep,
  rate: string,
): string =>
  `${rate}*SUMPRODUCT({${row}|all}*({index|all}<={index})*({index|all}>{elapsed_periods})*SUMIF({later|all},{index}-{index|all},{${curve}|all}))`;

export interface Line {
  key: string;
  label: string;
  /** Formula of the label, where it names a source. */
  labelFormula?: string;
  unit?: string;
  format?: string;
  role?: CellSpec["role"];
  /** Defaults to the sum of the row; null for none. */
  total?: string | null;
  before?: string;
  /** By t; undefined leaves the cell out. */
  period?: string | ((t: number) => string | undefined);
  names?: { row: string; total?: string };
  conditional?: RowSpec["conditional"];
}

/** In a row of totals the line runs through. */
export const unitCell = (
  { columns, plan }: Context,
  role: CellSpec["role"],
  unit?: string,
): CellSpec => ({
  column: columns.unit,
  role: role === "total" ? "total" : "unit",
  value: unit ?? plan.currency,
});

export function line(context: Context, funnel: Funnel, spec: Line): RowSpec {
  const { columns, time, formats } = context;
  const role = spec.role ?? "calc";
  const format = spec.format ?? formats.count;
  const total =
    spec.total === undefined ? `=SUM({${spec.key}|withBefore})` : spec.total;
  const cell = (column: number, formula: string): CellSpec => ({
    column,
    role,
    formula,
    format,
  });
  const period = spec.period;
  const cells: CellSpec[] = [
    {
      column: columns.label,
      role: role === "total" ? "total" : "label",
      ...(spec.labelFormula
        ? { formula: spec.labelFormula }
        : { value: spec.label }),
    },
    unitCell(context, role, spec.unit),
  ];
  if (total !== null) {
    const named = spec.names?.total
      ? { name: spec.names.total, comment: `${spec.label}, total of the row.` }
      : {};
    cells.push({
      ...cell(columns.total, total),
      key: `${spec.key}_total`,
      ...named,
    });
  }
  if (spec.before) cells.push(cell(columns.before, spec.before));
  else if (role === "total") cells.push({ column: columns.before, role });
  for (const t of period === undefined ? [] : count(time.allPeriods)) {
    const formula = typeof period === "string" ? period : period!(t);
    if (formula !== undefined) cells.push(cell(columns.period(t), formula));
  }
  const range = {
    from: columns.period(1),
    to: columns.period(time.planPeriods),
  };
  return {
    key: spec.key,
    cells,
    ...(spec.names
      ? {
          names: [
            {
              name: spec.names.row,
              comment: `${spec.label} by period of the plan (${funnel.title}).`,
              ...range,
            },
          ],
        }
      : {}),
    ...(spec.conditional ? { conditional: spec.conditional } : {}),
  };
}
