/** The people's parts of their team's goal: whole numbers that add up exactly. */
import { GOAL_TEAMS, people } from "../goals";
import { registerRows, type RegisterColumn } from "../registerRows";
import { columnOf } from "../registers";
import { type Context, gap, headingRow, noteRow, type RowSpec } from "../sheet";
import { columns, WIDTH } from "./goalRows";

/** Largest remainder: whole parts first, then one more for the largest rests until nothing is left. */
export function personRows(context: Context): RowSpec[] {
  const { plan, formats } = context;
  const register = people(plan);
  const all = (column: string): string => columnOf(register, column);
  const [first, last] = [plan.segments[0]!, plan.segments.at(-1)!];
  const segments = `{box goal/segment/${first.id} goal/segment/${last.id}}`;
  const teams = `{box goal/team/${GOAL_TEAMS[0]!.id} goal/team/${GOAL_TEAMS.at(-1)!.id}}`;
  const goals = `{box goal/${GOAL_TEAMS[0]!.id}/${first.id} goal/${GOAL_TEAMS.at(-1)!.id}/${last.id}}`;
  const own = `(${all("team")}={team})*(${all("segment")}={segment})`;
  const filled = (text: string): string =>
    `=IF(OR({team}="",{segment}=""),"",${text})`;
  const calc = (
    key: string,
    formula: string,
    format: string | undefined,
    role: "calc" | "total" | "note" = "calc",
  ): RegisterColumn => ({
    key,
    formula: filled(formula),
    ...(format === undefined ? {} : { format }),
    role,
  });
  return [
    headingRow("Goals of the people", WIDTH),
    columns(
      [
        ...Object.values(register.inputs).map(({ label }) => label),
        "Counted in",
        "Line",
        "Goal of the team",
        "Exact part",
        "Whole part",
        "Rest",
        "Order",
        "Goal",
      ],
      5,
    ),
    ...registerRows(context, register, [
      { input: "name" },
      { input: "team" },
      { input: "segment" },
      { input: "weight" },
      calc(
        "counted",
        `INDEX({box goal/counts/${GOAL_TEAMS[0]!.id} goal/counts/${GOAL_TEAMS.at(-1)!.id}},MATCH({team},${teams},0))`,
        undefined,
        "note",
      ),
      { key: "line", formula: "", format: formats.index, role: "unit" },
      calc(
        "team_goal",
        `SUMPRODUCT((${segments}={segment})*(${teams}={team})*${goals})`,
        formats.whole,
      ),
      calc(
        "exact",
        `IF(SUMIFS(${all("weight")},${all("team")},{team},${all("segment")},{segment})=0,0,{team_goal}*{weight}/SUMIFS(${all("weight")},${all("team")},{team},${all("segment")},{segment}))`,
        formats.times,
      ),
      calc("floor", "INT(ROUND({exact},{round_guard}))", formats.whole),
      calc("rest", "ROUND({exact}-{floor},{round_guard})", formats.times),
      calc(
        "order",
        `IF({rest}<=0,{team_goal}+1,1+SUMPRODUCT(${own}*(${all("rest")}>{rest}))+SUMPRODUCT(${own}*(${all("rest")}={rest})*(${all("line")}<{line})))`,
        formats.whole,
      ),
      calc(
        "goal",
        `{floor}+IF({order}<={team_goal}-SUMIFS(${all("floor")},${all("team")},{team},${all("segment")},{segment}),1,0)`,
        formats.whole,
        "total",
      ),
    ]).map((row, at) => ({
      ...row,
      cells: row.cells.map((cell) =>
        cell.key?.endsWith("/line")
          ? {
              column: cell.column,
              role: cell.role,
              key: cell.key,
              value: at + 1,
            }
          : cell,
      ),
    })),
    noteRow(
      "Exact part: the team's goal by weight. Each gets the whole part; what is left goes one by one to the largest rests, from the top where rests are equal.",
    ),
    gap(),
  ];
}
