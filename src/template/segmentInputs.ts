/** The inputs of one segment that exist once: values and sources. */
import { revenueWords } from "./calendar";
import { exampleOf, FIRST_STAGES, SOURCES } from "./examples";
import type { InputDefinition, Plan, Segment } from "./model";
import { type Step, stepLabel, STEPS } from "./steps";

type Unit = InputDefinition["unit"];
const RATE_LIMITS = { min: 0, max: 1 };

export function segmentInputs(plan: Plan, segment: Segment): InputDefinition[] {
  const example = (input: string): number =>
    exampleOf(segment.motion, plan.periods, input);
  const period = plan.periods === "months" ? "month" : "quarter";
  const input = (
    id: string,
    label: string,
    unit: Unit,
    hint: string,
    more: Partial<InputDefinition>,
  ): InputDefinition => ({
    id: `${segment.id}/${id}`,
    label,
    unit,
    hint,
    segment: segment.id,
    key: false,
    ...more,
  });
  const rate = (id: Step, hint: string): InputDefinition =>
    input(id, stepLabel(id), "rate", hint, {
      key: true,
      default: example(id),
      ...RATE_LIMITS,
    });
  const lag = (step: Step, key: boolean): InputDefinition =>
    input(
      `lag_${step}`,
      `Lag, ${STEPS[step]}`,
      "periods",
      `Mean time of this step in ${plan.periods}; fractions are fine.`,
      {
        key,
        default: example(`lag_${step}`),
        min: 0,
        max: 36,
      },
    );
  const money = { unit: "money" as const, min: 0 };
  const revenue = revenueWords(plan);
  return [
    input(
      "revenue_share",
      `Share of the ${revenue.inside}`,
      "share",
      `Part of the company's ${revenue.inside} that this segment brings.`,
      {
        key: plan.segments.length > 1,
        default: 1 / plan.segments.length,
        ...RATE_LIMITS,
      },
    ),
    input(
      "ntm_revenue",
      `${revenue.first} of the segment`,
      "money",
      "The share above unless you type or link an own amount.",
      { ...money, calculated: true },
    ),
    input(
      "expansion_share",
      "From expanding customers",
      "share",
      "Part of that revenue from selling more to today's customers.",
      { key: true, default: 0.15, ...RATE_LIMITS },
    ),
    input(
      "nnc_share",
      "From net new customers (NNC)",
      "share",
      "Part of that revenue from customers still to be won; the rest is the base.",
      { key: true, default: 0.25, ...RATE_LIMITS },
    ),
    input(
      "contracted_revenue",
      "Contracted revenue of the base",
      "money",
      "Revenue under contract that comes up in the plan; leave blank to skip the check.",
      { ...money, optional: true },
    ),
    input(
      "renewal_rate",
      "Renewal rate of the base",
      "rate",
      "Part of the contracted revenue that stays.",
      { default: 0.9, ...RATE_LIMITS },
    ),
    input(
      "deal_size",
      "Deal size",
      "money",
      "Average contract value of a new customer's first deal.",
      { ...money, key: true, default: example("deal_size") },
    ),
    input(
      "contract_term",
      "Contract term",
      "months",
      "Months over which the contract value becomes revenue.",
      { default: 12, min: 0, max: 120 },
    ),
    input(
      "months_to_revenue",
      "Signature to revenue start",
      "months",
      "Months between signature and the first revenue.",
      { default: 0, min: 0, max: 36 },
    ),
    rate(
      "inquiry_to_mql",
      "Part of the inquiries that become MQLs, from leads old enough to have done so.",
    ),
    rate(
      "mql_to_sql",
      "Part of the MQLs that become SQLs, the first-stage opportunities.",
    ),
    rate("sql_to_booking", "Part of the SQLs that become bookings."),
    lag("inquiry_to_mql", true),
    lag("mql_to_sql", true),
    lag("sql_to_booking", true),
    input(
      "opening_mqls",
      "Open MQLs at the start",
      "count",
      "MQLs that exist already and may still become SQLs.",
      { default: 0, min: 0 },
    ),
    input(
      "growth",
      "NNC growth after the plan",
      "rate",
      "Targets after the plan: the same period a year before times one plus this growth.",
      { default: 0, min: -1, max: 10 },
    ),
    input(
      "capacity",
      `SQLs a seller works per ${period}`,
      "count",
      `How many new SQLs one seller or SDR can work in a ${period}.`,
      { default: example("capacity"), min: 0 },
    ),
    input(
      "sellers_available",
      "Sellers / SDRs available",
      "count",
      "People you have; leave blank if not known.",
      { optional: true, min: 0 },
    ),
    ...SOURCES.flatMap((source) => sourceInputs(source)),
    input("customers", "Customers", "count", "Accounts that could buy more.", {
      key: true,
      default: example("customers"),
      min: 0,
    }),
    input(
      "expansion_deal_size",
      "Expansion deal size",
      "money",
      "Average contract value of an expansion deal.",
      { ...money, key: true, default: example("expansion_deal_size") },
    ),
    input(
      "expansion_contract_term",
      "Expansion contract term",
      "months",
      "Months over which the contract value becomes revenue.",
      { default: 12, min: 0, max: 120 },
    ),
    input(
      "expansion_months_to_revenue",
      "Expansion: signature to revenue start",
      "months",
      "Months between signature and the first revenue.",
      { default: 0, min: 0, max: 36 },
    ),
    rate(
      "account_to_opportunity",
      "Part of the accounts engaged that open an expansion opportunity.",
    ),
    rate(
      "opportunity_to_booking",
      "Part of the expansion opportunities that are booked.",
    ),
    lag("account_to_opportunity", false),
    lag("opportunity_to_booking", false),
    input(
      "opening_accounts",
      "Accounts engaged at the start",
      "count",
      "Accounts being worked already that have no opportunity yet.",
      { default: 0, min: 0 },
    ),
    input(
      "expansion_growth",
      "Expansion growth after the plan",
      "rate",
      "Targets after the plan: the same period a year before times one plus this growth.",
      { default: 0, min: -1, max: 10 },
    ),
    input(
      "expansion_capacity",
      `Opportunities an account manager works per ${period}`,
      "count",
      `How many new expansion opportunities one person can work in a ${period}.`,
      { default: example("expansion_capacity"), min: 0 },
    ),
    input(
      "account_managers_available",
      "Account managers available",
      "count",
      "People you have; leave blank if not known.",
      { optional: true, min: 0 },
    ),
  ];

  function sourceInputs(source: (typeof SOURCES)[number]): InputDefinition[] {
    const own = (
      id: string,
      label: string,
      unit: Unit,
      hint: string,
      more: Partial<InputDefinition>,
    ): InputDefinition =>
      input(`${source.id}/${id}`, `${source.name}: ${label}`, unit, hint, more);
    const sizeHint = "The segment's deal size unless you type an own one.";
    const rateHint = "The segment's rate unless you type an own one.";
    return [
      own("name", "name", "text", "What your team calls this source.", {
        default: source.name,
      }),
      own(
        "share",
        "share of bookings",
        "share",
        "Part of the bookings still to be created that this source brings; the sources sum to 100 %.",
        { default: example(source.id), ...RATE_LIMITS },
      ),
      own(
        "first_stage",
        "first stage",
        "choice",
        "The first stage that this source's leads pass through.",
        { default: source.firstStage, choices: [...FIRST_STAGES] },
      ),
      own("deal_size", "deal size", "money", sizeHint, {
        ...money,
        calculated: true,
      }),
      ...(["inquiry_to_mql", "mql_to_sql", "sql_to_booking"] as const).map(
        (step) =>
          own(step, STEPS[step], "rate", rateHint, {
            ...RATE_LIMITS,
            calculated: true,
          }),
      ),
    ];
  }
}
