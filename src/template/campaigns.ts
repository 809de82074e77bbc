/** Whom marketing reaches, by when, with which tactic, and what came of it: a line a campaign. */
import type { Plan } from "./model";
import type { Register } from "./registers";

export const CAMPAIGN_STATES = ["planned", "running", "done", "dropped"];

export const campaigns = ({ segments }: Pick<Plan, "segments">): Register => ({
  id: "campaign",
  line: "Campaign",
  lines: 40,
  inputs: {
    tactic: {
      label: "Tactic",
      unit: "text",
      hint: "What is done: a series of talks, a guide, calls to chosen accounts.",
    },
    whom: {
      label: "Whom it reaches",
      unit: "text",
      hint: "Persona and situation, from the profile on Definitions.",
    },
    segment: {
      label: "Segment",
      unit: "choice",
      choices: segments.map(({ name }) => name),
      choicesIn: `{box campaign/segment/${segments[0]!.id} campaign/segment/${segments.at(-1)!.id}}`,
      hint: "The segment whose inquiries it brings.",
    },
    by_when: {
      label: "By when",
      unit: "date",
      min: 61,
      hint: "The day by which its inquiries are there; the period follows from it.",
    },
    expected: {
      label: "Expected",
      unit: "count",
      min: 0,
      hint: "How many inquiries it should bring.",
    },
    cost: {
      label: "Planned cost",
      unit: "money",
      min: 0,
      hint: "What it may cost, from the marketing budget.",
    },
    owner: {
      label: "Owner",
      unit: "text",
      hint: "The one person who answers for it.",
    },
    state: {
      label: "State",
      unit: "choice",
      choices: CAMPAIGN_STATES,
      hint: "A dropped campaign no longer counts as expected.",
    },
    actual: {
      label: "So far",
      unit: "count",
      min: 0,
      hint: "What it has brought up to the as-of date.",
    },
    learned: {
      label: "What was learned",
      unit: "text",
      hint: "What worked, what did not, what to do next time.",
    },
  },
});
