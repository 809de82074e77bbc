/** A plan to start from: the company of the sample workbook, with every input that the task pane asks for. */
import { inputs, newPlan } from "../template";
import { serialFromIso } from "../template/dates";
import type { Plan, Scalar } from "../template/model";

const FROM_LOG = "Lead log, leads of 2025 and 2026";

/** The segments in the sample's order: Commercial, Enterprise. */
const BY_SEGMENT: Record<string, readonly [Scalar, Scalar]> = {
  revenue_share: [0.6, 0.4],
  expansion_share: [0.05, 0.08],
  nnc_share: [0.2, 0.2],
  deal_size: [19_900, 107_600],
  inquiry_to_mql: [0.42, 0.34],
  mql_to_sql: [0.28, 0.36],
  sql_to_booking: [0.25, 0.24],
  lag_inquiry_to_mql: [0.09, 0.16],
  lag_mql_to_sql: [0.15, 0.26],
  lag_sql_to_booking: [0.4, 0.82],
  customers: [310, 48],
  expansion_deal_size: [14_000, 90_000],
  account_to_opportunity: [0.45, 0.5],
  opportunity_to_booking: [0.5, 0.5],
};

const MEASURED = ["inquiry_to_mql", "mql_to_sql", "sql_to_booking"];

export function examplePlan(): Plan {
  const plan = newPlan({
    id: "fernhill-fy27",
    name: "FY27",
    fiscalStart: serialFromIso("2027-01-01")!,
    asOf: serialFromIso("2026-10-01")!,
    currency: "EUR",
    periods: "quarters",
    segments: [
      { name: "Commercial", motion: "high volume, low dollar" },
      { name: "Enterprise", motion: "low volume, high dollar" },
    ],
  });
  const give = (id: string, value: Scalar): void =>
    void (plan.inputs[id] = { value });
  give("ntm_revenue", 10_500_000);
  give("ntm_revenue:source", "Budget 2027, total revenue");
  plan.segments.forEach(({ id }, at) => {
    for (const [input, values] of Object.entries(BY_SEGMENT))
      give(`${id}/${input}`, values[at]!);
    for (const input of MEASURED) {
      give(`${id}/${input}:source`, FROM_LOG);
      give(`${id}/${input}:as_of`, plan.asOf);
    }
  });
  return inOrder(plan);
}

/** As the sheet lists them. */
function inOrder(plan: Plan): Plan {
  const ordered = inputs(plan).flatMap(({ id }) => {
    const given = plan.inputs[id];
    return given ? [[id, given] as const] : [];
  });
  return { ...plan, inputs: Object.fromEntries(ordered) };
}
