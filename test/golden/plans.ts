/** The three plans whose every cell is kept in a dump: they use each feature of the template at least once. */
import { newPlan } from "../../src/template";
import type { Motion, Plan, Scalar } from "../../src/template/model";

const HIGH_VOLUME: Motion = "high volume, low dollar";
const LOW_VOLUME: Motion = "low volume, high dollar";

function give(
  plan: Plan,
  values: Record<string, Scalar>,
  links: Record<string, string> = {},
): Plan {
  for (const [id, value] of Object.entries(values)) plan.inputs[id] = { value };
  for (const [id, link] of Object.entries(links)) plan.inputs[id] = { link };
  return plan;
}

/** A cell of the team's own workbook that the second plan links to. */
export const LINKED_CELLS = { Budget: { C14: 24_500_000 } };
export const LINKED_INPUTS = { ntm_revenue: LINKED_CELLS.Budget.C14 };

/** One segment in quarters, one of them over: own rates and sizes of sources, opening pipeline, phasing, long contracts. */
const quarters = give(
  newPlan({
    id: "g1",
    name: "FY27",
    fiscalStart: 46113,
    asOf: 46210,
    currency: "EUR",
    periods: "quarters",
    periodCount: 5,
    segments: [{ name: "Enterprise", motion: LOW_VOLUME }],
  }),
  {
    ntm_revenue: 12_345_678,
    "s1/expansion_share": 0.17,
    "s1/nnc_share": 0.283,
    "s1/contracted_revenue": 9_000_000,
    "s1/deal_size": 91_500,
    "s1/contract_term": 24,
    "s1/months_to_revenue": 1.5,
    "s1/inquiry_to_mql": 0.083,
    "s1/mql_to_sql": 0.31,
    "s1/sql_to_booking": 0.187,
    "s1/lag_inquiry_to_mql": 0.3,
    "s1/lag_mql_to_sql": 0.45,
    "s1/lag_sql_to_booking": 1.7,
    "s1/opening_mqls": 140,
    "s1/growth": 0.18,
    "s1/sellers_available": 9,
    "s1/partner/deal_size": 64_000,
    "s1/partner/mql_to_sql": 0.44,
    "s1/partner/sql_to_booking": 0.26,
    "s1/sdr/sql_to_booking": 0.14,
    "s1/marketing/share": 0.37,
    "s1/sdr/share": 0.23,
    "s1/sales/share": 0.21,
    "s1/partner/share": 0.19,
    "s1/nnc_phasing/1": 0.15,
    "s1/nnc_phasing/2": 0.2,
    "s1/nnc_phasing/3": 0.2,
    "s1/nnc_phasing/4": 0.3,
    "s1/nnc_phasing/5": 0.15,
    "s1/opening_bookings/1": 700_000,
    "s1/opening_bookings/2": 450_000,
    "s1/opening_bookings/4": 90_000,
    "s1/expansion_opening_bookings/1": 300_000,
    "s1/opening_accounts": 12,
    "s1/expansion_growth": -0.05,
    "s1/nnc_after/2": 1_900_000,
  },
);

/** Two segments in months, the revenue linked to a budget cell, a lag curve of another shape, an early surplus. */
const twoMonths = give(
  newPlan({
    id: "g2",
    name: "Plan 2027",
    fiscalStart: 46388,
    asOf: 46388,
    currency: "CHF",
    periods: "months",
    segments: [
      { name: "Mid-market (DACH)", motion: LOW_VOLUME },
      { name: "Self-service", motion: HIGH_VOLUME },
    ],
  }),
  {
    "s1/revenue_share": 0.7,
    "s2/revenue_share": 0.3,
    "s1/lag_inquiry_to_mql": 0,
    "s1/lag_mql_to_sql": 1,
    "s1/lag_sql_to_booking": 2.4,
    // Geometric-like with the mean 2.4 that the lag says.
    "s1/curve_sql_to_booking/0": 0.1,
    "s1/curve_sql_to_booking/1": 0.2,
    "s1/curve_sql_to_booking/2": 0.25,
    "s1/curve_sql_to_booking/3": 0.2,
    "s1/curve_sql_to_booking/4": 0.15,
    "s1/curve_sql_to_booking/5": 0.1,
    "s1/opening_bookings/1": 2_500_000,
    "s1/opening_bookings/2": 400_000,
    "s2/deal_size": 4200,
    "s2/contract_term": 1,
    "s2/marketing/first_stage": "MQL",
    "s2/marketing/name": "Product-led",
    "s2/growth": 0.5,
    "s2/opening_mqls": 900,
  },
  { ntm_revenue: "Budget!$C$14" },
);

/** Six segments in months, three months in; mostly the template's own defaults. */
const names = [
  "Enterprise",
  "Mid-market",
  "Small business",
  "Public sector",
  "Partners",
  "Self-service",
];
const shares = [0.3, 0.25, 0.15, 0.1, 0.12, 0.08];
const sixMonths = give(
  newPlan({
    id: "g3",
    name: "Group 27-28",
    fiscalStart: 46204,
    asOf: 46204 + 95,
    currency: "USD",
    periods: "months",
    segments: names.map((name, at) => ({
      name,
      motion: at % 2 ? HIGH_VOLUME : LOW_VOLUME,
    })),
  }),
  {
    ntm_revenue: 60_000_000,
    ...Object.fromEntries(
      names.flatMap((_, at) => [
        [`s${at + 1}/revenue_share`, shares[at]!],
        [`s${at + 1}/nnc_share`, 0.2 + 0.01 * at],
        [`s${at + 1}/lag_sql_to_booking`, 1 + 0.3 * at],
        [`s${at + 1}/lag_opportunity_to_booking`, 2 - 0.25 * at],
      ]),
    ),
  },
);

export const GOLDEN_PLANS: Record<string, Plan> = {
  "quarters-1": quarters,
  "months-2": twoMonths,
  "months-6": sixMonths,
};
