/** One budget across marketing, sales and customer success: a line each, what it brings, what might move. */
import type { InputDefinition, Plan } from "./model";
import type { Register } from "./registers";

type Own = Omit<InputDefinition, "sheet">;

export const HOLDERS = ["Marketing", "SDR", "Sales", "Customer success"];
export const PURPOSES = ["NNC", "Expansion", "Retention"];

/** What a line brings; each is worth so many deals, by the rates of its segment. */
export const OUTCOMES = [
  { id: "inquiry", name: "Inquiries" },
  { id: "mql", name: "MQLs" },
  { id: "sql", name: "SQLs" },
  { id: "deal", name: "Deals" },
  { id: "account", name: "Accounts engaged" },
  { id: "opportunity", name: "Expansion opportunities" },
  { id: "expansion", name: "Expansion deals" },
] as const;

const money = (label: string, hint: string) =>
  ({ label, unit: "money", min: 0, hint }) as const;

export const budgetLines = ({
  segments,
}: Pick<Plan, "segments">): Register => ({
  id: "budget",
  line: "Budget line",
  lines: 40,
  inputs: {
    what: {
      label: "Line",
      unit: "text",
      hint: "What the money is spent on: events, search, sellers, training.",
    },
    holder: {
      label: "Holder",
      unit: "choice",
      choices: HOLDERS,
      hint: "The team that spends it.",
    },
    purpose: {
      label: "Purpose",
      unit: "choice",
      choices: PURPOSES,
      hint: "New customers, more from today's customers, or keeping them.",
    },
    segment: {
      label: "Segment",
      unit: "choice",
      choices: segments.map(({ name }) => name),
      choicesIn: `{box budget/segment/${segments[0]!.id} budget/segment/${segments.at(-1)!.id}}`,
      hint: "The segment whose rates and deal size its outcome is judged by.",
    },
    spend: money("Spend", "Planned for the plan's periods."),
    outcome: {
      label: "Outcome",
      unit: "choice",
      choices: OUTCOMES.map(({ name }) => name),
      hint: "What it is counted by.",
    },
    count: {
      label: "How many",
      unit: "count",
      min: 0,
      hint: "How many of them the spend brings.",
    },
    floor: money(
      "Floor",
      "Less than this cannot be spent: contracts, salaries.",
    ),
    cap: money(
      "Cap",
      "More than this cannot be spent well; blank for no limit.",
    ),
    move: {
      label: "Proposed move",
      unit: "money",
      hint: "What to add to the line, or to take from it with a minus. All moves sum to zero.",
    },
  },
});

export const budgetInputs = ({ segments }: Pick<Plan, "segments">): Own[] => [
  {
    id: "budget_total",
    label: "Budget for growth",
    unit: "money",
    hint: "What all lines may spend together; link it to finance's own cell. Blank: the sum of the lines.",
    key: false,
    optional: true,
    min: 0,
  },
  ...segments.map(({ id, name }): Own => ({
    id: `budget_margin/${id}`,
    label: `${name}: contribution margin`,
    unit: "rate",
    hint: "Part of a booking that is left after the cost of delivering it.",
    key: false,
    default: 0.7,
    min: 0,
    max: 1,
  })),
];
