/** Money. */
import type { PageNotes } from "./pageNote";

const FRACTIONS = "Definition; checked against exact rational arithmetic.";

export const MONEY: PageNotes = {
  COST_PER: {
    examples: [
      {
        call: "=FUNNEL.COST_PER(50000, 400)",
        says: "A campaign of 50,000 brought 400 inquiries.",
      },
      {
        call: "=FUNNEL.COST_PER(50000, 32)",
        says: "32 of them became MQLs: the cost of one MQL.",
      },
    ],
    refusals: [
      "=FUNNEL.COST_PER(50000, 0)",
      "=FUNNEL.COST_PER(-50000, 400)",
      '=FUNNEL.COST_PER("50k", 400)',
    ],
    method: "Spend divided by count.",
    source: "Definition.",
    cells: { spend: "B2", count: "B3" },
  },
  COST_PER_STAGE: {
    examples: [
      {
        call: "=FUNNEL.COST_PER_STAGE({60000,20000,40000}, {4000,400,100})",
        says: "60,000 for 4,000 inquiries, 20,000 more until 400 were MQLs, 40,000 more until 100 were SQLs.",
      },
      {
        call: "=FUNNEL.COST_PER_STAGE({60000;20000;40000}, {4000;400;0})",
        says: "A stage that nobody reached has an error in its own cell.",
      },
    ],
    refusals: [
      "=FUNNEL.COST_PER_STAGE({60000,20000,40000}, {4000,400})",
      "=FUNNEL.COST_PER_STAGE({60000,-20000}, {4000,400})",
    ],
    method:
      "The spend on a stage and on all stages before it, divided by the units that reached the stage. What is spent on a unit that never gets there is carried by those that do.",
    source: FRACTIONS,
    cells: { spend_by_stage: "B2:E2", volumes: "B3:E3" },
  },
  ROMI: {
    examples: [
      {
        call: "=FUNNEL.ROMI(600000, 75%, 180000)",
        says: "450,000 of margin for 180,000 spent: the money is back and 1.5 times as much.",
      },
      {
        call: "=FUNNEL.ROMI(100000, 80%, 80000)",
        says: "Just the money back.",
      },
    ],
    refusals: [
      "=FUNNEL.ROMI(600000, 75, 180000)",
      "=FUNNEL.ROMI(600000, 75%, 0)",
    ],
    method:
      "(bookings x contribution margin - spend) / spend. The margin may be negative where delivering costs more than it brings.",
    source:
      "P. Farris et al., Marketing Metrics; checked against exact rational arithmetic.",
    cells: { bookings: "B2", contribution_margin: "B3", spend: "B4" },
  },
  CAC: {
    examples: [
      {
        call: "=FUNNEL.CAC(180000, 240000, 30)",
        says: "420,000 for 30 new customers.",
      },
      {
        call: "=FUNNEL.CAC(180000, 0, 30)",
        says: "Marketing's part of it.",
      },
    ],
    refusals: [
      "=FUNNEL.CAC(180000, 240000, 0)",
      "=FUNNEL.CAC(180000, 240000, -30)",
    ],
    method:
      "Marketing and sales spend of a period divided by the customers won in it. Where customers come months after the money, FUNNEL.LAGGED_CAC charges them to the months that bought them.",
    source: FRACTIONS,
    cells: { marketing_spend: "B2", sales_spend: "B3", customers: "B4" },
  },
  CAC_RANGE: {
    examples: [
      {
        call: "=FUNNEL.CAC_RANGE(420000, 2000, 34)",
        says: "34 customers from 2,000 leads: about 12,400 each, with 80% confidence between 10,000 and 15,400.",
      },
      {
        call: "=FUNNEL.CAC_RANGE(20000, 150, 0, 90%)",
        says: "Before the first customer there is a lowest cost and no highest.",
      },
    ],
    refusals: [
      "=FUNNEL.CAC_RANGE(420000, 34, 2000)",
      "=FUNNEL.CAC_RANGE(420000, 0, 0)",
      "=FUNNEL.CAC_RANGE(420000, 2000, 34, 80)",
    ],
    method:
      "The cost of a lead divided by the rate from lead to customer, and by the limits of that rate: quantiles of Beta(customers + 1/2, leads - customers + 1/2), the Jeffreys interval.",
    source:
      "L. D. Brown, T. T. Cai, A. DasGupta, Interval Estimation for a Binomial Proportion, Statistical Science 16 (2001); checked against SciPy.",
    cells: { spend: "B2", leads: "B3", customers: "B4", confidence: "B5" },
  },
  LAGGED_CAC: {
    examples: [
      {
        call: "=FUNNEL.LAGGED_CAC({10000,12000,15000,20000,30000,30000}, {4,4,5,5,6,8}, {0.2,0.5,0.3})",
        says: "A fifth of the customers comes in the month of the spend, half a month later, the rest after two. The first two months lack the spend before them.",
      },
      {
        call: "=FUNNEL.LAGGED_CAC({50000;50000;50000}, {2;3;4}, {0.6;0.4})",
        says: "Periods in a column give a column.",
      },
    ],
    refusals: [
      "=FUNNEL.LAGGED_CAC({10000,12000}, {4,4,5}, {0.2,0.8})",
      "=FUNNEL.LAGGED_CAC({10000,12000}, {4,4}, {0.6,0.6})",
      "=FUNNEL.LAGGED_CAC({10000,12000}, {4,4}, {20,80})",
    ],
    method:
      "The cost of a period is the first lag share of its own spend, the second share of the spend one period before, and so on; it is divided by the customers of the period. Shares of 0 at the end need no history. The CAC of the same period looks too high while a budget grows, and too low while it shrinks.",
    source: FRACTIONS,
    cells: {
      spend_by_period: "B2:G2",
      customers_by_period: "B3:G3",
      lag_shares: "B5:D5",
    },
  },
  CAC_PAYBACK: {
    examples: [
      {
        call: "=FUNNEL.CAC_PAYBACK(12000, 1000, 80%)",
        says: "800 of margin a month pays 12,000 back in 15 months.",
      },
      {
        call: "=FUNNEL.CAC_PAYBACK(12000, 1000, 80%, 1%)",
        says: "With one customer in a hundred leaving each month it takes longer.",
      },
    ],
    refusals: [
      "=FUNNEL.CAC_PAYBACK(100000, 1000, 80%, 2%)",
      "=FUNNEL.CAC_PAYBACK(12000, 0, 80%)",
      "=FUNNEL.CAC_PAYBACK(12000, 1000, 80%, 2)",
    ],
    method:
      "ln(1 - cac x churn / m) / ln(1 - churn) with m = monthly revenue x margin: the time after which the margin collected from those who stay reaches the cost. Without churn cac / m. Where the margin of the whole life does not reach the cost, it is #NUM!: never paid back.",
    source:
      "Sum of the geometric series; checked against simulation month by month.",
    cells: {
      cac: "B2",
      monthly_revenue: "B3",
      margin: "B4",
      monthly_churn: "B5",
    },
  },
  LIFETIME_VALUE: {
    examples: [
      {
        call: "=FUNNEL.LIFETIME_VALUE(1000, 80%, 2%)",
        says: "800 of margin a month from a customer that stays 50 months on average.",
      },
      {
        call: "=FUNNEL.LIFETIME_VALUE(1000, 80%, 2%, 1%)",
        says: "Money a month later is worth 1% less.",
      },
    ],
    refusals: [
      "=FUNNEL.LIFETIME_VALUE(1000, 80%, 0)",
      "=FUNNEL.LIFETIME_VALUE(1000, 80, 2%)",
    ],
    method:
      "monthly revenue x margin / (monthly churn + monthly discount): the sum of the margins of all months, each at the month's end, from the customers still there.",
    source:
      "Sum of the geometric series; checked against sums over 20,000 months.",
    cells: {
      monthly_revenue: "B2",
      margin: "B3",
      monthly_churn: "B4",
      monthly_discount: "B5",
    },
  },
  SALES_VELOCITY: {
    examples: [
      {
        call: "=FUNNEL.SALES_VELOCITY(80, 25%, 30000, 60)",
        says: "80 open deals, one in four is won, for 30,000 each, after 60 days.",
      },
      {
        call: "=FUNNEL.SALES_VELOCITY(80, 25%, 30000, 45)",
        says: "The same pipeline in 45 days.",
      },
    ],
    refusals: [
      "=FUNNEL.SALES_VELOCITY(80, 25, 30000, 60)",
      "=FUNNEL.SALES_VELOCITY(80, 25%, 30000, 0)",
    ],
    method: "opportunities x win rate x average deal size / cycle days.",
    source:
      "Definition; the flow through a pipeline is its content over the time in it (J. Little, Operations Research 9, 1961).",
    cells: {
      opportunities: "B2",
      win_rate: "B3",
      average_deal_size: "B4",
      cycle_days: "B5",
    },
  },
  ATTAINMENT: {
    examples: [
      {
        call: "=FUNNEL.ATTAINMENT(450000, 600000)",
        says: "Three quarters of the target.",
      },
      {
        call: "=FUNNEL.ATTAINMENT(-20000, 600000)",
        says: "More was cancelled than booked.",
      },
    ],
    refusals: [
      "=FUNNEL.ATTAINMENT(450000, 0)",
      "=FUNNEL.ATTAINMENT(450000, -600000)",
    ],
    method: "Actual divided by target.",
    source: "Definition.",
    cells: { actual: "B2", target: "B3" },
  },
  PACE: {
    examples: [
      {
        call: "=FUNNEL.PACE(300000, 900000, 30, 90)",
        says: "A third of the target after a third of the quarter: on pace.",
      },
      {
        call: "=FUNNEL.PACE(300000, 900000, 45, 90)",
        says: "The same after half of it: a third behind.",
      },
    ],
    refusals: [
      "=FUNNEL.PACE(300000, 900000, 0, 90)",
      "=FUNNEL.PACE(300000, 900000, 95, 90)",
    ],
    method:
      "Actual to date divided by the part of the target that is due by now: target x elapsed days / total days. The target counts as due evenly; where most bookings come at the end of a quarter, compare with the same day of earlier quarters instead.",
    source: "Definition.",
    cells: {
      actual_to_date: "B2",
      target: "B3",
      elapsed_days: "B4",
      total_days: "B5",
    },
  },
};
