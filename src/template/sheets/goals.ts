/** Goals: shared and individual targets that add up, the bonus pool, focus and time, what prospecting costs. */
import { SOURCES } from "../examples";
import { GOAL_TEAMS, type GoalTeam } from "../goals";
import {
  type CellSpec,
  type Context,
  gap,
  headingRow,
  noteRow,
  type RowSpec,
  type SheetSpec,
  subtitleRow,
  titleRow,
} from "../sheet";
import { columns, WIDTH, WIDTHS } from "./goalRows";
import { bonusRows } from "./goalsBonus";
import { personRows } from "./goalsPeople";
import { focusRows, prospectingRows } from "./goalsTime";

export function goalsSheet(context: Context): SheetSpec {
  const { plan } = context;
  return {
    id: "goals",
    rows: [
      titleRow(`${plan.name} Goals`),
      subtitleRow(
        "What each team answers for, what all answer for together, and what it is worth. Whole numbers are shared out so that they add up exactly.",
      ),
      gap(),
      ...teamGoalRows(context),
      ...sharedRows(context),
      ...personRows(context),
      ...bonusRows(context),
      ...focusRows(context),
      ...prospectingRows(context),
    ],
    widths: WIDTHS,
    freeze: { rows: 0, columns: 1 },
    tabColor: "#B5651D",
    landscape: true,
  };
}

const keyed = (
  label: string,
  key: string,
  text: (team: GoalTeam) => string,
): RowSpec => ({
  cells: [
    { column: 0, role: "column", value: label },
    ...GOAL_TEAMS.map((team, at): CellSpec => ({
      column: 1 + at,
      role: "period",
      value: text(team),
      key: `goal/${key}/${team.id}`,
    })),
  ],
});

/** SQLs that come from MQLs, over the plan's periods. */
const fromMqls = (s: string): string =>
  SOURCES.map(
    ({ id }) => `{${s}/${id}/uses_mqls}*SUM({${s}/nnc/sqls_${id}|plan})`,
  ).join("+");

const whole = (text: string): string =>
  `=ROUNDUP(ROUND(${text},{round_guard}),0)`;

/** The whole number that the people of a team share out. */
const TEAM_GOAL: Record<string, (segment: string) => string> = {
  marketing: (s) => `={${s}/headline/mqls}`,
  sdr: (s) => whole(fromMqls(s)),
  sales: (s) => `={${s}/headline/deals}`,
  success: (s) => whole(`SUM({${s}/expansion/deals|plan})`),
};

function teamGoalRows(context: Context): RowSpec[] {
  const { plan, formats } = context;
  return [
    headingRow("Goals of the teams, for the plan's periods", WIDTH),
    keyed("Team", "team", ({ name }) => name),
    keyed("Counted in", "counts", ({ counts }) => counts),
    ...plan.segments.map((segment): RowSpec => ({
      segment: segment.id,
      cells: [
        {
          column: 0,
          role: "label",
          value: segment.name,
          key: `goal/segment/${segment.id}`,
        },
        ...GOAL_TEAMS.map((team, at): CellSpec => ({
          column: 1 + at,
          role: "calc",
          format: formats.whole,
          key: `goal/${team.id}/${segment.id}`,
          name: `Goal_${team.name.replace(/ /g, "_")}`,
          comment: `Goal of ${team.name} in ${team.counts}, whole, for the plan's periods.`,
          formula: TEAM_GOAL[team.id]!(segment.id),
        })),
      ],
    })),
    gap(),
  ];
}

const SHARED: readonly [
  id: string,
  label: string,
  format: "whole" | "money",
  of: (s: string) => string,
][] = [
  ["sqls_from_mqls", "SQLs from MQLs", "whole", (s) => whole(fromMqls(s))],
  ["sqls", "SQLs, all", "whole", (s) => `={${s}/headline/sqls}`],
  [
    "marketing_bookings",
    "Marketing's bookings",
    "money",
    (s) => `=SUM({${s}/nnc/created_marketing|plan})`,
  ],
  [
    "bookings",
    "All bookings",
    "money",
    (s) => `=SUM({${s}/nnc/target|plan})+SUM({${s}/expansion/target|plan})`,
  ],
];

function sharedRows(context: Context): RowSpec[] {
  const { plan, formats } = context;
  const cells = (
    scope: string,
    role: "calc" | "total",
    formula: (id: string, of: (s: string) => string) => string,
  ): CellSpec[] =>
    SHARED.map(([id, , format, of], at) => ({
      column: 1 + at,
      role,
      format: formats[format],
      key: `shared/${scope}/${id}`,
      formula: formula(id, of),
    }));
  const [first, last] = [plan.segments[0]!.id, plan.segments.at(-1)!.id];
  return [
    headingRow("Goals that all share", WIDTH),
    columns(["Segment", ...SHARED.map(([, label]) => label)]),
    ...plan.segments.map((segment): RowSpec => ({
      cells: [
        { column: 0, role: "label", value: segment.name },
        ...cells(segment.id, "calc", (_, of) => of(segment.id)),
      ],
    })),
    {
      cells: [
        { column: 0, role: "total", value: "All segments" },
        ...cells(
          "all",
          "total",
          (id) => `=SUM({box shared/${first}/${id} shared/${last}/${id}})`,
        ),
      ],
    },
    noteRow(
      "SQLs are the opportunities; marketing's bookings are those to create from its leads; all bookings are NNC and expansion. Nobody can reach these alone.",
    ),
    gap(),
  ];
}
