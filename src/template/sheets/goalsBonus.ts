/** The bonus pool: what each team is paid for its own goal and for the shared ones. */
import { BONUS, GOAL_TEAMS, type GoalTeam } from "../goals";
import {
  type CellSpec,
  type Context,
  gap,
  headingRow,
  inputCell,
  noteRow,
  type RowSpec,
} from "../sheet";
import { columns, inputLine, WIDTH } from "./goalRows";

export function bonusRows(context: Context): RowSpec[] {
  const { formats } = context;
  const pays = (attainment: string): string =>
    `IF(${attainment}<{bonus/threshold},0,MIN(${attainment},{bonus/cap}))`;
  const weights = `{box bonus/${GOAL_TEAMS[0]!.id}/weight bonus/${GOAL_TEAMS.at(-1)!.id}/weight}`;
  const team = ({ id, name }: GoalTeam): RowSpec => {
    const gate =
      id === "marketing" ? "*IF({bonus/acceptance}<{bonus/gate},0,1)" : "";
    return {
      scope: `bonus/${id}`,
      cells: [
        { column: 0, role: "label", value: name },
        inputCell(context, `bonus/${id}/weight`, 1),
        inputCell(context, `bonus/${id}/attainment`, 2),
        {
          column: 3,
          role: "calc",
          key: `bonus/${id}/factor`,
          format: formats.rate,
          formula: `={bonus/shared_weight}*${pays("{bonus/shared_attainment}")}+(1-{bonus/shared_weight})*${pays("{attainment}")}${gate}`,
        },
        {
          column: 4,
          role: "total",
          key: `bonus/${id}/payout`,
          format: formats.money,
          formula: `=IF(SUM(${weights})=0,0,{bonus/pool}*{weight}/SUM(${weights})*{factor})`,
        },
      ],
    };
  };
  const payouts = `{box bonus/${GOAL_TEAMS[0]!.id}/payout bonus/${GOAL_TEAMS.at(-1)!.id}/payout}`;
  return [
    headingRow("Bonus pool", WIDTH),
    ...BONUS.map((input) => inputLine(context, input)),
    gap(),
    columns(["Team", "Part of the pool", "Own attainment", "Pays", "Payout"]),
    ...GOAL_TEAMS.map(team),
    {
      cells: [
        { column: 0, role: "total", value: "Paid out" },
        ...[1, 2, 3].map((column): CellSpec => ({ column, role: "total" })),
        {
          column: 4,
          role: "total",
          key: "bonus/paid",
          name: "Bonus_Paid_Out",
          comment: "Sum of the payouts from the bonus pool.",
          format: formats.money,
          formula: `=SUM(${payouts})`,
        },
      ],
    },
    noteRow(
      "A goal pays its attainment, nothing below the threshold, no more than the cap. Above 100 % the payouts may exceed the pool; what is not earned stays in it.",
    ),
    gap(),
  ];
}
