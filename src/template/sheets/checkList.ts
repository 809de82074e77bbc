/**
 * The checks as data. Each is a native formula that is true when all is well; a check may wait for others, whose failure
 * would make it meaningless: then it is not judged, so that the one thing that is wrong is the one that shows red.
 */
import { FIRST_STAGES, SOURCES } from "../examples";
import type { Plan } from "../model";
import { SHEET_LIST, type SheetId } from "../sheetList";
import { CURVES } from "../steps";
import {
  alive,
  all,
  chain,
  equal,
  filled,
  LAGS,
  list,
  numeric,
  ofSources,
  phased,
  RATES,
  reachOf,
  reconciled,
  revenueInside,
  sourceRates,
  usedRates,
} from "./checkTruths";
import { ALIGNMENT_CHECKS } from "./alignmentChecks";
import { BUDGET_CHECKS } from "./budgetChecks";
import { type Check, READY } from "./check";
import { expansionFunnel, nncFunnel } from "./funnel";
import { GOAL_CHECKS } from "./goalChecks";

/** What the chain of funnel rows needs before anything can be said about it. */
const SOUND = [...READY, "shares", "rates", "sizes", "terms", "bridge"];

/** Those of the Quick plan. */
export const CHECKS: readonly Check[] = [
  {
    id: "errors",
    label: "Every input and link is alive",
    fix: "An input shows an error: its link leads to a deleted or broken cell. Link it again or type a value.",
    plan: (_, sheets) => all(["plan", ...sheets].map(alive)),
    segment: alive,
  },
  {
    id: "numbers",
    label: "Every number is a number",
    waitsFor: ["errors"],
    fix: "A cell that needs a number holds text or an error. Type the number again, without words or units.",
    plan: (_, sheets) => all(["plan", ...sheets].map(numeric)),
    segment: numeric,
  },
  {
    id: "filled",
    label: "No required input is blank",
    fix: "Fill in the blank yellow cells that a calculation needs, on Assumptions above all.",
    plan: (_, sheets) => all(["plan", ...sheets].map(filled)),
    segment: filled,
  },
  {
    id: "settings",
    label: "Settings are within their limits",
    waitsFor: READY,
    fix: "Signing point 0 to 100 %, rounding guard a whole number of 0 or more, tolerance 0 to 1 %.",
    plan: () =>
      "AND({signing_point}>=0,{signing_point}<=1,{round_guard}>=0,{round_guard}=INT({round_guard}),{tolerance}>=0,{tolerance}<=1/100)",
  },
  {
    id: "calendar",
    label: "Periods follow one another",
    waitsFor: READY,
    fix: "Each period must start after the one before it. Correct the first days on Assumptions.",
    plan: () =>
      "SUMPRODUCT(--({period_start|allButFirst}<={period_start|allButLast}))=0",
  },
  {
    id: "as_of",
    label: "The as-of date lies before the end of the plan",
    waitsFor: READY,
    fix: "The plan is over on the as-of date. Correct the date, or insert a plan for the next year.",
    plan: (time) => `{as_of}<{period_start|=${time.planPeriods + 1}}`,
  },
  {
    id: "tie_out",
    label: "Segments add up to the revenue of the budget",
    waitsFor: READY,
    fix: "The segments' revenue and the budgeted revenue differ. Correct the shares or the linked amounts.",
    plan: () => equal("{all/revenue_value}", "{|ntm_revenue}"),
  },
  {
    id: "shares",
    label: "Expansion and NNC are at most 100 % of the revenue",
    waitsFor: READY,
    fix: "The shares of expansion and net new must be 0 or more and together at most 100 %; the rest is the base.",
    segment: (s) =>
      all([
        `MIN(${list(s, ["expansion_share", "nnc_share"])})>=0`,
        `{${s}/expansion_share}+{${s}/nnc_share}<=1+{tolerance}`,
      ]),
  },
  {
    id: "base",
    label: "Contracted revenue covers the planned base",
    waitsFor: READY,
    fix: "The base needs more than the contracted revenue times its renewal rate. Raise the shares of expansion or NNC, or the renewal rate.",
    segment: (s) =>
      `IF({${s}/contracted_revenue}="",TRUE,AND({${s}/renewal_rate}>=0,{${s}/renewal_rate}<=1,{${s}/base_value}<={${s}/contracted_revenue}*{${s}/renewal_rate}*(1+{tolerance})))`,
  },
  {
    id: "rates",
    label: "Rates are above 0 and at most 100 %",
    waitsFor: READY,
    fix: "A rate of 0 can create nothing, one above 100 % is a typing slip (25 for 25 %). Correct it on Assumptions.",
    segment: (s) =>
      all([
        `MIN(${list(s, RATES)},${usedRates(s)})>0`,
        `MIN(${sourceRates(s)})>=0`,
        `MAX(${list(s, RATES)},${sourceRates(s)})<=1`,
      ]),
  },
  {
    id: "sizes",
    label: "Deal sizes are above 0",
    waitsFor: READY,
    fix: "Enter the average contract value of a deal, for the segment and for every source.",
    segment: (s) =>
      `MIN(${list(s, ["deal_size", "expansion_deal_size"])},${ofSources(s, (k) => `{${k}/deal_size}`)})>0`,
  },
  {
    id: "terms",
    label: "Contract terms are above 0, waiting times not negative",
    waitsFor: READY,
    fix: "A contract term must be above 0 months; the time from signature to revenue 0 or more.",
    segment: (s) =>
      all([
        `MIN(${list(s, ["contract_term", "expansion_contract_term"])})>0`,
        `MIN(${list(s, ["months_to_revenue", "expansion_months_to_revenue"])})>=0`,
      ]),
  },
  {
    id: "bridge",
    label: "Bookings can bring the revenue inside the plan",
    waitsFor: [...READY, "terms", "settings"],
    fix: "No booking of the plan becomes revenue in time. Shorten the time to revenue or phase bookings earlier.",
    segment: (s) =>
      all([revenueInside(s, "nnc"), revenueInside(s, "expansion")]),
  },
  {
    id: "phasing",
    label: "Bookings by period add up to the bookings of the plan",
    waitsFor: [...READY, "terms", "bridge"],
    fix: "The phasing of the bookings does not sum to 100 %. Correct the row on Assumptions.",
    segment: (s) => all([phased(s, "nnc"), phased(s, "expansion")]),
  },
  {
    id: "source_shares",
    label: "Shares of the sources sum to 100 %",
    waitsFor: READY,
    fix: "The sources' shares of the bookings must be 0 or more and sum to 100 %.",
    segment: (s) => {
      const shares = ofSources(s, (k) => `{${k}/share}`);
      return all([`MIN(${shares})>=0`, equal(`SUM(${shares})`, "1")]);
    },
  },
  {
    id: "first_stages",
    label: "Each source has a first stage",
    waitsFor: READY,
    fix: "Choose Inquiry, MQL or SQL as the first stage of every source.",
    segment: (s) =>
      all(
        SOURCES.map(
          ({ id }) =>
            `OR(${FIRST_STAGES.map((stage) => `{${s}/${id}/first_stage}="${stage}"`).join(",")})`,
        ),
      ),
  },
  {
    id: "lags",
    label: "Lags fit into the periods kept after the plan",
    waitsFor: READY,
    fix: "A lag has outgrown the columns after the plan. Save the inputs, remove the plan and insert it again.",
    segment: (s) =>
      all(
        [LAGS.slice(0, 3), LAGS.slice(3)].map(
          (lags) => `${reachOf(s, lags)}<={periods_after}`,
        ),
      ),
  },
  {
    id: "curves",
    label: "Lag curves sum to 100 % and have the lag as their mean",
    waitsFor: [...READY, "lags", "chain"],
    fix: "A lag curve on Assumptions does not sum to 100 % or its mean is not the lag. Correct the curve or the lag.",
    segment: (s) =>
      all(
        CURVES.flatMap((curve) => [
          `MIN({${s}/curve_${curve}|all})>=0`,
          equal(`SUM({${s}/curve_${curve}|all})`, "1"),
          equal(`{${s}/mean_${curve}}`, `{${s}/lag_${curve}}`),
        ]),
      ),
  },
  {
    id: "after",
    label: "Targets after the plan are not negative",
    waitsFor: SOUND,
    fix: "A bookings target after the plan is negative. Correct the growth or the target.",
    segment: (s) =>
      `MIN({${s}/nnc_after|after},{${s}/expansion_after|after})>=0`,
  },
  {
    id: "opening",
    label: "Targets equal creation plus opening pipeline, less surplus",
    waitsFor: [...SOUND, "after"],
    fix: "Opening pipeline must be 0 or more in every period. If it is, a formula on Funnel Targets was typed over.",
    segment: (s) =>
      all([
        ...[nncFunnel(), expansionFunnel()].flatMap((funnel) =>
          reconciled(s, funnel),
        ),
        `MIN(${list(s, ["opening_mqls", "opening_accounts"])})>=0`,
      ]),
  },
  {
    id: "chain",
    label: "Each stage times its rate gives the next",
    waitsFor: [...SOUND, "after", "first_stages"],
    fix: "Lags must be 0 or more. If they are, a formula on Funnel Targets was typed over.",
    segment: (s) =>
      all([
        `MIN(${list(s, LAGS)})>=0`,
        ...[nncFunnel(), expansionFunnel()].flatMap((funnel) =>
          chain(s, funnel),
        ),
      ]),
  },
  {
    id: "accounts",
    label: "Accounts to engage exist among the customers",
    waitsFor: [...SOUND, "after"],
    fix: "The expansion target needs more accounts than there are customers. Lower the share, or raise deal size or rates.",
    segment: (s) =>
      `SUM({${s}/expansion/mqls|beforeAndPlan})<={${s}/customers}`,
  },
  {
    id: "capacity",
    label: "Capacity per person is above 0",
    waitsFor: READY,
    fix: "Enter how many SQLs or opportunities one person can work in a period.",
    segment: (s) => `MIN(${list(s, ["capacity", "expansion_capacity"])})>0`,
  },
];

/** What further sheets add, by sheet. */
const SHEET_CHECKS: Partial<Record<SheetId, readonly Check[]>> = {
  alignment: ALIGNMENT_CHECKS,
  goals: GOAL_CHECKS,
  budget: BUDGET_CHECKS,
};

export const checksOf = ({ sheets }: Pick<Plan, "sheets">): Check[] => [
  ...CHECKS,
  ...SHEET_LIST.filter(({ id }) => sheets.includes(id)).flatMap(
    ({ id }) => SHEET_CHECKS[id] ?? [],
  ),
];
