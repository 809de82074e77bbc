/** Goals: who has which part of the targets, what all share, the bonus pool, and what the teams spend their time on. */
import type { InputDefinition, Plan } from "./model";
import type { Register } from "./registers";

type Own = Omit<InputDefinition, "sheet">;

export interface GoalTeam {
  id: string;
  name: string;
  /** What its people are counted by, in whole numbers. */
  counts: string;
  focus: string;
  vision: string;
  /** Planned parts of its time: lead generation, enablement, other work. */
  time: readonly [number, number, number];
  weight: number;
}

export const FOCUS = ["Lead generation", "Sales enablement"];

export const GOAL_TEAMS: readonly GoalTeam[] = [
  {
    id: "marketing",
    name: "Marketing",
    counts: "MQLs",
    focus: "Lead generation",
    vision:
      "Sales never has to look for a first conversation: it comes from us, and it fits.",
    time: [0.7, 0.2, 0.1],
    weight: 0.3,
  },
  {
    id: "sdr",
    name: "SDR",
    counts: "SQLs from MQLs",
    focus: "Lead generation",
    vision: "Every MQL has an answer in time and a fair verdict.",
    time: [0.8, 0.1, 0.1],
    weight: 0.2,
  },
  {
    id: "sales",
    name: "Sales",
    counts: "deals",
    focus: "Sales enablement",
    vision: "Our hours go to buyers, and we say what makes a good lead.",
    time: [0.2, 0.6, 0.2],
    weight: 0.3,
  },
  {
    id: "success",
    name: "Customer success",
    counts: "expansion deals",
    focus: "Sales enablement",
    vision: "Customers grow with us before anyone asks them to.",
    time: [0.2, 0.6, 0.2],
    weight: 0.2,
  },
];

export const ACTIVITIES = {
  leads: "Lead generation",
  enablement: "Sales enablement",
  other: "Other work",
} as const;

export const people = ({ segments }: Pick<Plan, "segments">): Register => ({
  id: "person",
  line: "Person",
  lines: 40,
  inputs: {
    name: { label: "Person", unit: "text", hint: "Name or role." },
    team: {
      label: "Team",
      unit: "choice",
      choices: GOAL_TEAMS.map(({ name }) => name),
      hint: "The team whose goal this person shares.",
    },
    segment: {
      label: "Segment",
      unit: "choice",
      choices: segments.map(({ name }) => name),
      choicesIn: `{box goal/segment/${segments[0]!.id} goal/segment/${segments.at(-1)!.id}}`,
      hint: "The segment this person works for; somebody who works for two stands on two lines.",
    },
    weight: {
      label: "Weight",
      unit: "count",
      min: 0,
      hint: "1 for a full part, 0.5 for half of one, as while learning the job.",
    },
  },
});

const share = (
  id: string,
  label: string,
  hint: string,
  start: number,
): Own => ({
  id,
  label,
  unit: "share",
  hint,
  key: false,
  default: start,
  min: 0,
  max: 1,
});

const amount = (
  id: string,
  label: string,
  unit: "money" | "share" | "rate" | "count",
  hint: string,
  start: number,
): Own => ({ id, label, unit, hint, key: false, default: start, min: 0 });

export const BONUS: readonly Own[] = [
  amount(
    "bonus/pool",
    "Bonus pool",
    "money",
    "Paid out for the plan's year when every goal is met exactly.",
    0,
  ),
  share(
    "bonus/shared_weight",
    "Weight of the shared goals",
    "Part of each payout that depends on what all reach together; the rest depends on the team's own goal.",
    0.5,
  ),
  amount(
    "bonus/threshold",
    "Threshold",
    "share",
    "Below this attainment a goal pays nothing.",
    0.7,
  ),
  amount(
    "bonus/cap",
    "Cap",
    "share",
    "An attainment above this pays no more.",
    1.2,
  ),
  share(
    "bonus/gate",
    "Quality gate",
    "Part of the MQLs that sales must accept; below it marketing's own goal pays nothing.",
    0.6,
  ),
  share(
    "bonus/acceptance",
    "MQLs accepted by sales",
    "Accepted MQLs divided by accepted and rejected ones, up to the as-of date.",
    1,
  ),
  amount(
    "bonus/shared_attainment",
    "Attainment of the shared goals",
    "share",
    "Actual bookings divided by the target; 100 % shows the payout when all goes as planned.",
    1,
  ),
];

export const PROSPECTING: readonly Own[] = [
  amount(
    "prospecting/cost",
    "Cost of a seller in a year",
    "money",
    "Salary, commission, travel and tools.",
    0,
  ),
  share(
    "prospecting/planned",
    "Planned part of the time spent prospecting",
    "Time in which sellers look for leads instead of selling.",
    0.1,
  ),
  share(
    "prospecting/actual",
    "Actual part of the time spent prospecting",
    "As sellers report it.",
    0.1,
  ),
];

export const goalInputs = (): Own[] => [
  ...BONUS,
  ...GOAL_TEAMS.flatMap((team): Own[] => [
    amount(
      `bonus/${team.id}/weight`,
      `${team.name}: part of the pool`,
      "share",
      "Weights are taken in proportion; they need not sum to 100 %.",
      team.weight,
    ),
    amount(
      `bonus/${team.id}/attainment`,
      `${team.name}: attainment of its own goal`,
      "share",
      "What it reached divided by its goal; 100 % shows the payout when all goes as planned.",
      1,
    ),
    {
      id: `focus/${team.id}/vision`,
      label: `${team.name}: vision`,
      unit: "text",
      hint: "One sentence: what this team wants to be known for.",
      key: false,
      optional: true,
      default: team.vision,
    },
    {
      id: `focus/${team.id}/focus`,
      label: `${team.name}: focus`,
      unit: "choice",
      choices: FOCUS,
      hint: "One of the two: a team that keeps changing between them does neither well.",
      key: false,
      default: team.focus,
    },
    ...Object.entries(ACTIVITIES).flatMap(([id, label], at): Own[] => [
      share(
        `focus/${team.id}/${id}_planned`,
        `${team.name}: planned time for ${label.toLowerCase()}`,
        "The three parts sum to 100 %.",
        team.time[at]!,
      ),
      {
        id: `focus/${team.id}/${id}_actual`,
        label: `${team.name}: actual time for ${label.toLowerCase()}`,
        unit: "share",
        hint: "As the team reports it.",
        key: false,
        optional: true,
        min: 0,
        max: 1,
      },
    ]),
    {
      id: `focus/${team.id}/requests`,
      label: `${team.name}: unplanned enablement requests`,
      unit: "count",
      hint: "Requests for decks, demos and one-off help that were not planned, up to the as-of date.",
      key: false,
      optional: true,
      min: 0,
    },
  ]),
  ...PROSPECTING,
];
