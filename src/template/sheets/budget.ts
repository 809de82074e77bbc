/** Budget: one list for growth, what each line brings and earns, and what might move. */
import { budgetLines, HOLDERS, OUTCOMES, PURPOSES } from "../budget";
import type { Segment } from "../model";
import { columnOf } from "../registers";
import {
  type CellSpec,
  type Context,
  gap,
  headingRow,
  inputCell,
  noteRow,
  type RowSpec,
  type SheetSpec,
  subtitleRow,
  titleRow,
} from "../sheet";
import { lineRows, WIDTH, WIDTHS } from "./budgetLines";

export function budgetSheet(context: Context): SheetSpec {
  const { plan } = context;
  return {
    id: "budget",
    rows: [
      titleRow(`${plan.name} Budget`),
      subtitleRow(
        "One budget for new customers, expansion and retention, whoever holds it: what each line brings, what that is worth, and what might move to where it earns more.",
      ),
      gap(),
      ...totalRows(context),
      ...matrixRows(context),
      ...worthRows(context),
      ...costRows(context),
      ...lineRows(context),
    ],
    widths: WIDTHS,
    freeze: { rows: 0, columns: 1 },
    tabColor: "#2F7F79",
    landscape: true,
  };
}

const headings = (texts: readonly string[], textColumns = 1): RowSpec => ({
  cells: texts.map((value, column): CellSpec => ({
    column,
    role: column < textColumns ? "column" : "period",
    value,
  })),
});

function totalRows(context: Context): RowSpec[] {
  const { plan, formats } = context;
  const lines = budgetLines(plan);
  const row = (label: string, cell: Omit<CellSpec, "column">): RowSpec => ({
    cells: [
      { column: 0, role: "label", value: label },
      { column: 1, ...cell },
    ],
  });
  const money = { role: "calc", format: formats.money } as const;
  return [
    {
      cells: [
        { column: 0, role: "label", value: "Budget for growth" },
        inputCell(context, "budget_total", 1),
        {
          column: 2,
          role: "note",
          value: context.definitions.get("budget_total")!.hint,
        },
      ],
    },
    row("Spend of the lines", {
      ...money,
      key: "budget/spend_total",
      name: "Budget_Spend",
      comment: "What the lines of the budget spend before any move.",
      formula: `=SUM(${columnOf(lines, "spend")})`,
    }),
    row("Spend after the moves", {
      ...money,
      key: "budget/after_total",
      name: "Budget_After_Moves",
      comment: "What the lines of the budget spend after the proposed moves.",
      formula: `={budget/spend_total}+SUM(${columnOf(lines, "move")})`,
    }),
    row("Not allocated", {
      role: "total",
      format: formats.money,
      key: "budget/rest",
      name: "Budget_Not_Allocated",
      comment: "Budget for growth that no line spends.",
      formula: '=IF({budget_total}="",0,{budget_total}-{budget/after_total})',
    }),
    row("Moved between lines", {
      ...money,
      formula: `=SUMIF(${columnOf(lines, "move")},">0")`,
    }),
    gap(),
  ];
}

/** Who holds how much of what, after the moves. */
function matrixRows(context: Context): RowSpec[] {
  const { plan, formats } = context;
  const lines = budgetLines(plan);
  const all = (column: string): string => columnOf(lines, column);
  const cell = (
    column: number,
    role: "calc" | "total",
    formula: string,
    key?: string,
  ): CellSpec => ({
    column,
    role,
    format: formats.money,
    formula,
    ...(key ? { key } : {}),
  });
  const holders = HOLDERS.map((_, at) => at);
  return [
    headingRow("Who holds it, and what for (after the moves)", WIDTH),
    {
      cells: [
        { column: 0, role: "column", value: "Holder" },
        ...PURPOSES.map((value, at): CellSpec => ({
          column: 1 + at,
          role: "period",
          value,
          key: `budget/purpose/${at}`,
        })),
        { column: 1 + PURPOSES.length, role: "period", value: "All" },
      ],
    },
    ...HOLDERS.map((holder, at): RowSpec => ({
      cells: [
        { column: 0, role: "label", value: holder, key: `budget/holder/${at}` },
        ...PURPOSES.map((_, purpose) =>
          cell(
            1 + purpose,
            "calc",
            `=SUMIFS(${all("after")},${all("holder")},{budget/holder/${at}},${all("purpose")},{budget/purpose/${purpose}})`,
            `budget/held/${at}/${purpose}`,
          ),
        ),
        cell(
          1 + PURPOSES.length,
          "total",
          `=SUM({box budget/held/${at}/0 budget/held/${at}/${PURPOSES.length - 1}})`,
          `budget/held/${at}/all`,
        ),
      ],
    })),
    {
      cells: [
        { column: 0, role: "total", value: "All" },
        ...[...PURPOSES.keys(), "all"].map((purpose, at) =>
          cell(
            1 + at,
            "total",
            `=SUM({box budget/held/0/${purpose} budget/held/${holders.at(-1)}/${purpose}})`,
          ),
        ),
      ],
    },
    noteRow(
      "Lines without holder or purpose are in the spend above and not here.",
    ),
    gap(),
  ];
}

/** Deals per unit of each outcome, by the agreed rates. */
const DEALS: Record<(typeof OUTCOMES)[number]["id"], (s: string) => string> = {
  inquiry: (s) =>
    `={${s}/inquiry_to_mql}*{${s}/mql_to_sql}*{${s}/sql_to_booking}`,
  mql: (s) => `={${s}/mql_to_sql}*{${s}/sql_to_booking}`,
  sql: (s) => `={${s}/sql_to_booking}`,
  deal: () => "=1",
  account: (s) =>
    `={${s}/account_to_opportunity}*{${s}/opportunity_to_booking}`,
  opportunity: (s) => `={${s}/opportunity_to_booking}`,
  expansion: () => "=1",
};
const SIZES: Record<(typeof OUTCOMES)[number]["id"], string> = {
  inquiry: "deal_size",
  mql: "deal_size",
  sql: "deal_size",
  deal: "deal_size",
  account: "expansion_deal_size",
  opportunity: "expansion_deal_size",
  expansion: "expansion_deal_size",
};

function worthRows(context: Context): RowSpec[] {
  const { plan, formats } = context;
  const table = (
    title: string,
    id: string,
    role: CellSpec["role"],
    format: string,
    formula: (
      segment: string,
      outcome: (typeof OUTCOMES)[number]["id"],
    ) => string,
    first: (segment: Segment) => CellSpec[],
    keyed: boolean,
  ): RowSpec[] => [
    {
      cells: [
        { column: 0, role: "column", value: title },
        { column: 1, role: "period", value: keyed ? "Margin" : "" },
        ...OUTCOMES.map((outcome, at): CellSpec => ({
          column: 2 + at,
          role: "period",
          value: outcome.name,
          ...(keyed ? { key: `budget/outcome/${outcome.id}` } : {}),
        })),
      ],
    },
    ...plan.segments.map((segment): RowSpec => ({
      cells: [
        ...first(segment),
        ...OUTCOMES.map((outcome, at): CellSpec => ({
          column: 2 + at,
          role,
          format,
          key: `budget/${id}/${segment.id}/${outcome.id}`,
          formula: formula(segment.id, outcome.id),
        })),
      ],
    })),
  ];
  return [
    headingRow("What one of each is worth, by the agreed rates", WIDTH),
    ...table(
      "Deals it becomes",
      "deals_each",
      "calc",
      "0.0000",
      (s, outcome) => DEALS[outcome](s),
      (segment) => [
        {
          column: 0,
          role: "label",
          value: segment.name,
          key: `budget/segment/${segment.id}`,
        },
        inputCell(context, `budget_margin/${segment.id}`, 1),
      ],
      true,
    ),
    ...table(
      "Bookings it brings",
      "money_each",
      "calc",
      formats.money,
      (s, outcome) =>
        `={budget/deals_each/${s}/${outcome}}*{${s}/${SIZES[outcome]}}`,
      (segment) => [{ column: 0, role: "label", value: segment.name }],
      false,
    ),
    gap(),
  ];
}

const COSTS = [
  ["Inquiry", "inquiries"],
  ["MQL", "mqls"],
  ["SQL", "sqls"],
  ["Deal", "deals"],
] as const;

/** What a lead costs when the plan is met: the money for new customers over the plan's targets. */
function costRows(context: Context): RowSpec[] {
  const { plan, formats } = context;
  const lines = budgetLines(plan);
  const all = (column: string): string => columnOf(lines, column);
  return [
    headingRow(
      "What the targets cost: spend on new customers, after the moves",
      WIDTH,
    ),
    headings(["Segment", "Spend", ...COSTS.map(([name]) => `per ${name}`)]),
    ...plan.segments.map((segment): RowSpec => {
      const scope = `budget/cost/${segment.id}`;
      return {
        scope,
        cells: [
          { column: 0, role: "label", value: segment.name },
          {
            column: 1,
            role: "calc",
            format: formats.money,
            key: `${scope}/nnc_spend`,
            formula: `=SUMIFS(${all("after")},${all("segment")},{budget/segment/${segment.id}},${all("purpose")},{budget/purpose/0})`,
          },
          ...COSTS.map(([, stage], at): CellSpec => ({
            column: 2 + at,
            role: "calc",
            format: formats.money,
            formula: `=IF({${segment.id}/headline/${stage}}=0,"",{nnc_spend}/{${segment.id}/headline/${stage}})`,
          })),
        ],
      };
    }),
    gap(),
  ];
}
