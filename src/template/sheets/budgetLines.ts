/** The lines of Budget: what each brings and earns, and what might move. */
import { budgetLines, OUTCOMES } from "../budget";
import { registerRows, type RegisterColumn } from "../registerRows";
import { columnOf } from "../registers";
import {
  type CellSpec,
  type Context,
  headingRow,
  noteRow,
  type RowSpec,
} from "../sheet";

export const WIDTHS = [
  34,
  18,
  14,
  20,
  16,
  22,
  14,
  14,
  14,
  16,
  ...Array.from({ length: 8 }, () => 14),
];
export const WIDTH = WIDTHS.length;

export function lineRows(context: Context): RowSpec[] {
  const { plan, formats } = context;
  const register = budgetLines(plan);
  const [first, last] = [plan.segments[0]!.id, plan.segments.at(-1)!.id];
  const [left, right] = [OUTCOMES[0].id, OUTCOMES.at(-1)!.id];
  const segments = `{box budget/segment/${first} budget/segment/${last}}`;
  const outcomes = `{box budget/outcome/${left} budget/outcome/${right}}`;
  const margins = `{box budget_margin/${first} budget_margin/${last}}`;
  const each = (table: string): string =>
    `SUMPRODUCT((${segments}={segment})*(${outcomes}={outcome})*{box budget/${table}/${first}/${left} budget/${table}/${last}/${right}})`;
  const judged = (text: string): string =>
    `=IF(OR({segment}="",{outcome}="",{count}=""),"",${text})`;
  const calc = (
    key: string,
    formula: string,
    format?: string,
    role: CellSpec["role"] = "calc",
  ): RegisterColumn => ({
    key,
    formula,
    role,
    ...(format === undefined ? {} : { format }),
  });
  const names = Object.entries(register.inputs);
  return [
    headingRow("Lines", WIDTH),
    {
      cells: [
        ...names.map(([, { label, unit }], column): CellSpec => ({
          column,
          role: unit === "money" || unit === "count" ? "period" : "column",
          value: label,
        })),
        ...[
          "After the move",
          "Limit",
          "Cost of one",
          "Deals",
          "Cost of a deal",
          "Bookings",
          "ROMI",
          "Order",
        ].map((value, at): CellSpec => ({
          column: names.length + at,
          role: "period",
          value,
        })),
      ],
    },
    ...registerRows(context, register, [
      ...names.map(([input]) => ({ input })),
      calc(
        "after",
        '=IF(AND({spend}="",{move}=""),"",SUM({spend},{move}))',
        formats.money,
        "total",
      ),
      calc(
        "limit",
        '=IF({after}="","",IF({after}<MAX(0,{floor}),"below floor",IF({cap}="","",IF({after}>{cap},"above cap",""))))',
        undefined,
        "flag",
      ),
      calc("each", judged('IF({count}=0,"",{spend}/{count})'), formats.money),
      calc("deals", judged(`{count}*${each("deals_each")}`), formats.count),
      calc(
        "per_deal",
        judged('IF({deals}=0,"",{spend}/{deals})'),
        formats.money,
      ),
      calc("bookings", judged(`{count}*${each("money_each")}`), formats.money),
      calc(
        "romi",
        judged(
          `IF({spend}=0,"",({bookings}*SUMPRODUCT((${segments}={segment})*${margins})-{spend})/{spend})`,
        ),
        formats.rate,
      ),
      calc(
        "order",
        `=IF({romi}="","",COUNTIF(${columnOf(register, "romi")},">"&{romi})+1)`,
        formats.index,
      ),
    ]).map((row) => ({
      ...row,
      conditional: [
        {
          from: names.length + 1,
          to: names.length + 1,
          formula: '={limit}<>""',
          style: "bad" as const,
        },
        {
          from: names.length + 6,
          to: names.length + 6,
          formula: "=IF(ISNUMBER({romi}),{romi}<0,FALSE)",
          style: "warning" as const,
        },
      ],
    })),
    noteRow(
      "ROMI: bookings times contribution margin, less the spend, over the spend. It holds for today's spend; more of the same line often brings less. Order: 1 earns most for its money.",
    ),
  ];
}
