/** What must hold on Goals. */
import { ACTIVITIES, GOAL_TEAMS, people } from "../goals";
import { columnOf } from "../registers";
import { type Check, READY } from "./check";
import { all, equal } from "./checkTruths";

/** The register's place does not depend on the segments. */
const LINES = people({
  segments: [{ id: "s1", name: "", motion: "low volume, high dollar" }],
});
const ids = Object.keys(ACTIVITIES);

const summed = (segment: string, team: (typeof GOAL_TEAMS)[number]): string => {
  const of = (column: string): string =>
    `SUMIFS(${columnOf(LINES, column)},${columnOf(LINES, "team")},{goal/team/${team.id}},${columnOf(LINES, "segment")},{goal/segment/${segment}})`;
  return `OR(${of("weight")}=0,${of("goal")}={goal/${team.id}/${segment}})`;
};

export const GOAL_CHECKS: readonly Check[] = [
  {
    id: "goals",
    label: "Goals of the people add up to those of their team",
    waitsFor: READY,
    fix: "A goal on Goals was typed over. Insert the plan again, or copy the formula from the line above.",
    segment: (s) => all(GOAL_TEAMS.map((team) => summed(s, team))),
  },
  {
    id: "bonus",
    label: "The bonus rule can be followed",
    waitsFor: READY,
    fix: "The threshold must not be above the cap, the parts of the pool must be 0 or more and one of them above 0.",
    plan: () => {
      const weights = `{box bonus/${GOAL_TEAMS[0]!.id}/weight bonus/${GOAL_TEAMS.at(-1)!.id}/weight}`;
      return all([
        "{bonus/threshold}<={bonus/cap}",
        "MIN({bonus/pool},{bonus/threshold})>=0",
        "{bonus/shared_weight}>=0",
        "{bonus/shared_weight}<=1",
        `MIN(${weights})>=0`,
        `SUM(${weights})>0`,
      ]);
    },
  },
  {
    id: "time",
    label: "Each team's planned time sums to 100 %",
    waitsFor: READY,
    fix: "The three parts of a team's planned time on Goals must be 0 or more and sum to 100 %.",
    plan: () =>
      all(
        GOAL_TEAMS.flatMap(({ id }) => {
          const parts = `{box focus/${id}/${ids[0]!}_planned focus/${id}/${ids.at(-1)!}_planned}`;
          return [`MIN(${parts})>=0`, equal(`SUM(${parts})`, "1")];
        }),
      ),
  },
];
