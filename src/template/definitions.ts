/** What the Definitions sheet starts with: terms, profile and roles that every team then words in its own way. */
import type { Register } from "./registers";
import type { InputDefinition, Plan, Scalar } from "./model";

const text = (label: string, hint: string) =>
  ({ label, unit: "text", hint }) as const;

export const TERMS: Register = {
  id: "definition",
  line: "Definition",
  lines: 8,
  inputs: {
    term: text("Term", "The word that both teams use."),
    meaning: text("What it means", "One sentence that a newcomer understands."),
    entry: text("Counts from", "What must be true before it is counted."),
    exit: text("Until", "What ends it: the next stage, a rejection, a lapse."),
    field: text(
      "Field in the system",
      "Where the CRM or the automation keeps it.",
    ),
    owner: text("Owner", "The team that decides about this definition."),
    marketing: text(
      "Signed by marketing",
      "Name of whoever agreed for marketing.",
    ),
    sales: text("Signed by sales", "Name of whoever agreed for sales."),
    effective: {
      label: "In force from",
      unit: "date",
      min: 61,
      hint: "First day on which both teams count by it.",
    },
  },
  starts: [
    {
      term: "Inquiry",
      meaning: "A person or company that answered us and can be reached.",
      entry: "Name, company and source are known.",
      exit: "It becomes an MQL, or it rests until it stirs again.",
      field: "Lead status",
      owner: "Marketing",
    },
    {
      term: "MQL",
      meaning:
        "A lead that marketing vouches for: right customer, real interest.",
      entry: "Fits the profile below and has done what the score asks for.",
      exit: "Sales accepts it or rejects it with a reason, inside the response time.",
      field: "MQL date",
      owner: "Marketing",
    },
    {
      term: "SAL (optional)",
      meaning: "An MQL that sales has taken on and is trying to reach.",
      entry: "Accepted inside the response time.",
      exit: "It becomes an SQL or is rejected.",
      field: "Accepted date",
      owner: "Sales",
    },
    {
      term: "SQL",
      meaning:
        "A lead that sales works as an opportunity: the first stage of the pipeline.",
      entry: "Need, means and a next step are confirmed in a conversation.",
      exit: "Won, lost or handed back to marketing.",
      field: "Opportunity created",
      owner: "Sales",
    },
    {
      term: "Booking",
      meaning: "A signed contract, at its contract value.",
      entry: "Signed by both sides.",
      exit: "It stays; a cancellation is booked against it.",
      field: "Closed-won date, amount",
      owner: "Sales",
    },
    {
      term: "NNC",
      meaning:
        "Net new customer: no contract in force with us before this one.",
      entry: "The account had no paid contract in the past twelve months.",
      exit: "From the second contract on it is expansion.",
      field: "Account type",
      owner: "Sales",
    },
    {
      term: "Expansion",
      meaning: "More bookings from a customer of today, beyond renewal.",
      entry: "The account has a contract in force.",
      exit: "Signed or lost.",
      field: "Opportunity type",
      owner: "Customer success",
    },
  ],
};

/** Rows of the profile; one answer per segment. */
export const PROFILE: Readonly<
  Record<string, { label: string; hint: string }>
> = {
  who: {
    label: "Who they are",
    hint: "Industry, size and region of the customers worth winning.",
  },
  need: {
    label: "What they need",
    hint: "The problem that they pay to have solved.",
  },
  people: {
    label: "Who decides",
    hint: "Roles that use, choose and sign.",
  },
  sign: {
    label: "What shows that they are ready",
    hint: "Signals that make a lead an MQL: visits, requests, events.",
  },
  never: {
    label: "Not for us",
    hint: "What rules a lead out, so that nobody spends time on it.",
  },
  message: {
    label: "What we tell them",
    hint: "The message that marketing and sales both use.",
  },
};

export const TEAMS = {
  marketing: "Marketing",
  sdr: "SDR",
  sales: "Sales",
  success: "Customer success",
  finance: "Finance",
} as const;
export type Team = keyof typeof TEAMS;

/** Responsible, accountable, consulted, informed. */
export const RACI = ["R", "A", "R/A", "C", "I"];

export interface RoleStep {
  id: string;
  label: string;
  how: string;
  /** In the order of the teams; "-" for a team that has no part. */
  start: string;
}

export const ROLE_STEPS: readonly RoleStep[] = [
  {
    id: "create",
    label: "Create inquiries",
    how: "Campaigns bring people who answer us; each one is recorded with its source.",
    start: "R/A I I - I",
  },
  {
    id: "score",
    label: "Score inquiries, name MQLs",
    how: "Whoever fits the profile and shows the signals becomes an MQL.",
    start: "R/A C C - I",
  },
  {
    id: "respond",
    label: "Answer MQLs in time",
    how: "A person answers inside the response time, in office hours.",
    start: "I R A - -",
  },
  {
    id: "accept",
    label: "Accept or reject, with a reason",
    how: "Taken on, or handed back with one of the agreed reasons.",
    start: "C R A - -",
  },
  {
    id: "qualify",
    label: "Make SQLs",
    how: "Need, means and next step are confirmed in a conversation.",
    start: "I R A - -",
  },
  {
    id: "close",
    label: "Win the booking",
    how: "The opportunity is worked to a signature or a loss with its reason.",
    start: "C - R/A C I",
  },
  {
    id: "expand",
    label: "Find and win expansion",
    how: "Accounts of today are engaged for more.",
    start: "C - C R/A I",
  },
  {
    id: "recycle",
    label: "Take rejected leads back",
    how: "Marketing warms them up again and says after how many days.",
    start: "R/A C C - -",
  },
  {
    id: "measure",
    label: "Report the numbers of the plan",
    how: "One set of numbers, from the system, on the agreed day.",
    start: "R C C C A",
  },
  {
    id: "agree",
    label: "Change a definition",
    how: "In the joint meeting, with a date from which it counts.",
    start: "R/A C R C I",
  },
];

export const roleId = (step: RoleStep, team: Team): string =>
  `role/${step.id}/${team}`;

export function roleStart(step: RoleStep, team: Team): string | undefined {
  const at = Object.keys(TEAMS).indexOf(team);
  const start = step.start.split(" ")[at];
  return start === "-" ? undefined : start;
}

type Own = Omit<InputDefinition, "sheet">;

export const profileInputs = (plan: Plan): Own[] =>
  Object.entries(PROFILE).flatMap(([id, { label, hint }]) =>
    plan.segments.map((segment) => ({
      id: `profile/${id}/${segment.id}`,
      label: `${label}, ${segment.name}`,
      unit: "text" as const,
      hint,
      key: false,
      optional: true,
    })),
  );

const roleInput = (step: RoleStep, team: Team): Own => {
  const start: Scalar | undefined = roleStart(step, team);
  return {
    id: roleId(step, team),
    label: `${step.label}: ${TEAMS[team]}`,
    unit: "choice",
    choices: RACI,
    hint: "R does it, A answers for it (one team each), C is asked before, I is told after.",
    key: false,
    optional: true,
    ...(start === undefined ? {} : { default: start }),
  };
};

/** Words beside a step, before its teams. */
export const STEP_WORDS = {
  how: "How it is done",
  where: "Where it is recorded",
  when: "By when",
} as const;

export const roleInputs = (): Own[] =>
  ROLE_STEPS.flatMap((step) => [
    ...Object.entries(STEP_WORDS).map(([id, label]): Own => ({
      id: `role/${step.id}/${id}`,
      label: `${step.label}: ${label.toLowerCase()}`,
      unit: "text",
      hint: "In the words of the teams that do it.",
      key: false,
      optional: true,
      ...(id === "how" ? { default: step.how } : {}),
    })),
    ...(Object.keys(TEAMS) as Team[]).map((team) => roleInput(step, team)),
  ]);
