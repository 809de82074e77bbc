/** What the teams spend their time on, and what the sellers' prospecting costs. */
import { ACTIVITIES, GOAL_TEAMS, type GoalTeam, PROSPECTING } from "../goals";
import type { Segment } from "../model";
import {
  type CellSpec,
  type Context,
  gap,
  headingRow,
  inputCell,
  noteRow,
  type RowSpec,
} from "../sheet";
import { columns, inputLine, resultLine, WIDTH } from "./goalRows";

export function focusRows(context: Context): RowSpec[] {
  const { formats } = context;
  const ids = Object.keys(ACTIVITIES);
  const team = ({ id, name }: GoalTeam): RowSpec[] => {
    const scope = `focus/${id}`;
    const sum = (kind: string): string =>
      `SUM({box ${scope}/${ids[0]!}_${kind} ${scope}/${ids.at(-1)!}_${kind}})`;
    const line = (
      kind: "planned" | "actual",
      label: string,
      more: CellSpec[],
    ): RowSpec => ({
      scope,
      cells: [
        { column: 0, role: "label", value: label },
        ...ids.map((activity, at) =>
          inputCell(context, `${scope}/${activity}_${kind}`, 1 + at),
        ),
        {
          column: 4,
          role: "total",
          format: formats.rate,
          key: `${scope}/${kind}_sum`,
          formula: `=IF(${sum(kind)}=0,"",${sum(kind)})`,
        },
        ...more,
      ],
    });
    return [
      {
        lines: 2,
        scope,
        cells: [
          { column: 0, role: "prompt", value: name },
          inputCell(context, `${scope}/focus`, 1),
          inputCell(context, `${scope}/vision`, 2, { role: "prose" }),
        ],
      },
      line("planned", "    planned part of the time", []),
      line("actual", "    actual part of the time", [
        inputCell(context, `${scope}/requests`, 5),
        {
          column: 6,
          role: "flag",
          key: `${scope}/drift`,
          formula: `=IF(${sum("actual")}=0,"",IF(({leads_planned}-{enablement_planned})*({leads_actual}-{enablement_actual})<0,"works against its focus",""))`,
        },
      ]),
    ];
  };
  return [
    headingRow("Vision, focus and time", WIDTH),
    columns(
      [
        "Team",
        ...Object.values(ACTIVITIES),
        "Sum",
        "Unplanned requests",
        "Drift",
      ],
      1,
      5,
    ),
    ...GOAL_TEAMS.flatMap(team),
    noteRow(
      "Say whether a team generates leads or enables sales. Drift shows a team whose actual time leans the other way than its plan.",
    ),
    gap(),
  ];
}

export function prospectingRows(context: Context): RowSpec[] {
  const { plan, formats } = context;
  const sellers = plan.segments
    .map(({ id }: Segment) => `{${id}/sellers_available}`)
    .join(",");
  const result = (
    key: string,
    label: string,
    unit: string,
    format: string,
    formula: string,
    note: string,
  ): RowSpec => resultLine(label, unit, { key, format, formula }, note);
  const sqls = plan.segments
    .map(({ id }) => `SUM({${id}/nnc/sqls_sales|plan})`)
    .join("+");
  const cost = (kind: string): string =>
    `=SUM(${sellers})*{prospecting/cost}*{prospecting/${kind}}*{plan_months}/12`;
  const money = formats.money;
  return [
    headingRow("What prospecting costs", WIDTH),
    ...PROSPECTING.map((input) => inputLine(context, input)),
    result(
      "prospecting/sellers",
      "Sellers available",
      "people",
      formats.count,
      `=SUM(${sellers})`,
      "From Assumptions, all segments.",
    ),
    result(
      "prospecting/planned_cost",
      "Planned cost of prospecting in the plan",
      plan.currency,
      money,
      cost("planned"),
      "Sellers times their cost times the part of the time.",
    ),
    result(
      "prospecting/actual_cost",
      "Actual cost of prospecting in the plan",
      plan.currency,
      money,
      cost("actual"),
      "At today's part of the time.",
    ),
    result(
      "prospecting/sqls",
      "SQLs that sales must find itself",
      "count",
      formats.count,
      `=${sqls}`,
      "Sources that begin with sales, the plan's periods.",
    ),
    result(
      "prospecting/per_sql",
      "Planned cost of such an SQL",
      plan.currency,
      money,
      '=IF({prospecting/sqls}=0,"",{prospecting/planned_cost}/{prospecting/sqls})',
      "Hold it against what an SQL from marketing costs on Budget.",
    ),
  ];
}
