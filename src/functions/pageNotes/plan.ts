/** Plan. */
import type { PageNotes } from "./pageNote";

const FUNNEL_SOURCE =
  "Definition of a conversion rate; checked against exact rational arithmetic.";
const REVERSE =
  "The target divided by the deal size gives deals; each stage above is the stage below divided by its rate. Rounding up takes ROUNDUP(ROUND(x, 6), 0), so that 21 / 35% is 60 and not 61.";

export const PLAN: PageNotes = {
  REQUIRED_DEALS: {
    examples: [
      {
        call: "=FUNNEL.REQUIRED_DEALS(2000000, 75000)",
        says: "2,000,000 in bookings at 75,000 a deal.",
      },
      {
        call: '=FUNNEL.REQUIRED_DEALS(2000000, 75000, 60%, "final")',
        says: "Marketing must bring 60 % of it; whole deals.",
      },
    ],
    refusals: [
      "=FUNNEL.REQUIRED_DEALS(-5, 75000)",
      "=FUNNEL.REQUIRED_DEALS(2000000, 0)",
      "=FUNNEL.REQUIRED_DEALS(2000000, 75000, 60)",
    ],
    method: REVERSE,
    source: FUNNEL_SOURCE,
    cells: { bookings_target: "B2", average_deal_size: "B3" },
  },
  REQUIRED_SQLS: {
    examples: [
      {
        call: "=FUNNEL.REQUIRED_SQLS(2000000, 75000, 25%)",
        says: "One SQL in four becomes a booking.",
      },
      {
        call: '=FUNNEL.REQUIRED_SQLS(2000000, 75000, 25%, 1, "cascade")',
        says: "27 whole deals need 108 SQLs.",
      },
    ],
    refusals: [
      "=FUNNEL.REQUIRED_SQLS(2000000, 75000, 25)",
      "=FUNNEL.REQUIRED_SQLS(2000000, 75000, 0)",
      '=FUNNEL.REQUIRED_SQLS(2000000, 75000, 25%, 1, "up")',
    ],
    method: REVERSE,
    source: FUNNEL_SOURCE,
    cells: {
      bookings_target: "B2",
      average_deal_size: "B3",
      sql_to_booking: "B4",
    },
  },
  REQUIRED_MQLS: {
    examples: [
      {
        call: "=FUNNEL.REQUIRED_MQLS(2000000, 75000, 20%, 25%)",
        says: "One MQL in five becomes an SQL, one SQL in four a booking.",
      },
      {
        call: '=FUNNEL.REQUIRED_MQLS(2000000, 75000, 20%, 25%, 60%, "final")',
        says: "Marketing must bring 60 % of it; the exact answer is rounded up once.",
      },
    ],
    refusals: [
      "=FUNNEL.REQUIRED_MQLS(2000000, 75000, 25, 25%)",
      "=FUNNEL.REQUIRED_MQLS(2000000, 75000, , 25%)",
      '=FUNNEL.REQUIRED_MQLS("2 million", 75000, 20%, 25%)',
    ],
    method: REVERSE,
    source: FUNNEL_SOURCE,
    cells: {
      bookings_target: "B2",
      average_deal_size: "B3",
      mql_to_sql: "B4",
      sql_to_booking: "B5",
    },
  },
  REQUIRED_INQUIRIES: {
    examples: [
      {
        call: '=FUNNEL.REQUIRED_INQUIRIES(1000000, 30000, 8%, 35%, 22%, 1, "final")',
        says: "The exact answer, rounded up once.",
      },
      {
        call: '=FUNNEL.REQUIRED_INQUIRIES(1000000, 30000, 8%, 35%, 22%, 1, "cascade")',
        says: "Rounded up at every stage: 34 deals, 155 SQLs, 443 MQLs.",
      },
    ],
    refusals: [
      "=FUNNEL.REQUIRED_INQUIRIES(1000000, 30000, 0, 35%, 22%)",
      "=FUNNEL.REQUIRED_INQUIRIES(1000000, 30000, 8, 35%, 22%)",
    ],
    method: REVERSE,
    source: FUNNEL_SOURCE,
    cells: {
      bookings_target: "B2",
      average_deal_size: "B3",
      inquiry_to_mql: "B4",
      mql_to_sql: "B5",
      sql_to_booking: "B6",
    },
  },
  REQUIRED_VOLUMES: {
    examples: [
      {
        call: '=FUNNEL.REQUIRED_VOLUMES(1000000, 30000, {0.08,0.35,0.22}, 1, "cascade")',
        says: "Inquiries, MQLs, SQLs and deals; each row times its rate covers the next.",
      },
      {
        call: "=FUNNEL.REQUIRED_VOLUMES(900000, 30000, {0.5;0.3}, 50%)",
        says: "Rates in a column give a column.",
      },
    ],
    refusals: [
      "=FUNNEL.REQUIRED_VOLUMES(1000000, 30000, {0.08,0,0.22})",
      "=FUNNEL.REQUIRED_VOLUMES(1000000, 30000, {8,35,22})",
      "=FUNNEL.REQUIRED_VOLUMES(1000000, 30000, {0.08,0.35;0.22,0.1})",
    ],
    method: `${REVERSE} Every cell of a range up to 100 cells counts; of a longer one, such as a whole column, the blank end is ignored.`,
    source: FUNNEL_SOURCE,
    cells: {
      bookings_target: "B2",
      average_deal_size: "B3",
      rates: "B5:B7",
    },
  },
  EXPECTED_BOOKINGS: {
    examples: [
      {
        call: "=FUNNEL.EXPECTED_BOOKINGS(10000, {0.08,0.35,0.22}, 30000)",
        says: "What 10,000 inquiries bring.",
      },
    ],
    refusals: [
      "=FUNNEL.EXPECTED_BOOKINGS(-1, {0.08,0.35}, 30000)",
      "=FUNNEL.EXPECTED_BOOKINGS(10000, {8,35}, 30000)",
    ],
    method:
      "The volume times every rate gives deals; deals times the deal size give bookings. A rate of 0 is legal here: nothing arrives.",
    source: FUNNEL_SOURCE,
    cells: { volume: "B2", rates: "B5:B7", average_deal_size: "B3" },
  },
  EXPECTED_VOLUMES: {
    examples: [
      {
        call: "=FUNNEL.EXPECTED_VOLUMES(10000, {0.08,0.35,0.22})",
        says: "MQLs, SQLs and deals from 10,000 inquiries.",
      },
    ],
    refusals: [
      "=FUNNEL.EXPECTED_VOLUMES(-1, {0.08,0.35})",
      '=FUNNEL.EXPECTED_VOLUMES(10000, {0.08,"n/a"})',
    ],
    method:
      "Each stage is the stage above times its rate. A rate of 0 is legal here: nothing arrives.",
    source: FUNNEL_SOURCE,
    cells: { volume: "B2", rates: "B5:B7" },
  },
  NTM_SPLIT: {
    examples: [
      {
        call: "=FUNNEL.NTM_SPLIT(10000000, 25%, 15%)",
        says: "6 million from the existing base, 2.5 from expansion, 1.5 from net new customers.",
      },
    ],
    refusals: [
      "=FUNNEL.NTM_SPLIT(10000000, 70%, 40%)",
      "=FUNNEL.NTM_SPLIT(10000000, 25, 15)",
    ],
    method:
      "Expansion and net new customers are their shares of the revenue; the base is what remains, so that the three add up exactly.",
    source: "Definition.",
    cells: { ntm_revenue: "B2", expansion_share: "B3", nnc_share: "B4" },
  },
  BOOKINGS_FOR_REVENUE: {
    examples: [
      {
        call: "=FUNNEL.BOOKINGS_FOR_REVENUE(1000000, {1,1,1,1,1,1,1,1,1,1,1,1})",
        says: "Level bookings of 12-month contracts: twice the revenue.",
      },
      {
        call: "=FUNNEL.BOOKINGS_FOR_REVENUE(600000, {5,5,6,6,7,8,8,9,10,11,12,13})",
        says: "Bookings that grow through the year need more.",
      },
    ],
    refusals: [
      "=FUNNEL.BOOKINGS_FOR_REVENUE(1000000, {0,0,0})",
      "=FUNNEL.BOOKINGS_FOR_REVENUE(1000000, {1,1,-1})",
      "=FUNNEL.BOOKINGS_FOR_REVENUE(1000000, {1,1,1}, 0)",
    ],
    method:
      "A deal booked in month m counts from the middle of that month, so (12.5 - m) months of its term fall into the year, at most the whole term. The revenue is divided by the weighted average of these parts. Months that are left out count as 0.",
    source:
      "Mid-month convention of bookings plans; checked against exact rational arithmetic.",
    cells: { revenue: "B2", phasing: "B4:M4" },
  },
  SOURCE_TARGETS: {
    examples: [
      {
        call: "=FUNNEL.SOURCE_TARGETS(1000000, {0.5,0.3,0.2})",
        says: "Marketing, sales and partners.",
      },
    ],
    refusals: [
      "=FUNNEL.SOURCE_TARGETS(1000000, {0.5,0.3,0.1})",
      "=FUNNEL.SOURCE_TARGETS(1000000, {50,30,20})",
    ],
    method:
      "The target times each share; the last source with a share takes what remains, so that the parts add up exactly. Shares must add up to 1 within 0.000000001.",
    source: "Definition.",
    cells: { bookings_target: "B2", source_shares: "B4:B6" },
  },
  APPORTION: {
    examples: [
      {
        call: "=FUNNEL.APPORTION(34, {0.5,0.3,0.2})",
        says: "34 deals among three teams.",
      },
      {
        call: "=FUNNEL.APPORTION(10, {1;1;1})",
        says: "A tie goes to the earlier item.",
      },
    ],
    refusals: [
      "=FUNNEL.APPORTION(10.5, {1,1})",
      "=FUNNEL.APPORTION(10, {1,-1})",
      "=FUNNEL.APPORTION(10, {0,0})",
    ],
    method:
      "Largest remainder (Hamilton): everyone gets the whole part of the quota, the units left go to the largest fractions, ties to the earlier item.",
    source: "M. Balinski, H. P. Young, Fair Representation (1982), chapter 3.",
    cells: { total: "B2", weights: "B4:B6" },
  },
  PIPELINE_COVERAGE: {
    examples: [
      {
        call: "=FUNNEL.PIPELINE_COVERAGE(3200000, 1500000, 400000)",
        says: "3.2 million open against 1.1 million still to be won.",
      },
    ],
    refusals: [
      "=FUNNEL.PIPELINE_COVERAGE(3200000, 1500000, 1500000)",
      "=FUNNEL.PIPELINE_COVERAGE(-1, 1500000)",
    ],
    method:
      "Open pipeline divided by the target less what is won. Enough is 1 / win rate.",
    source: "Definition; checked against exact rational arithmetic.",
    cells: { open_pipeline: "B2", bookings_target: "B3", won_so_far: "B4" },
  },
  REQUIRED_PIPELINE: {
    examples: [
      {
        call: "=FUNNEL.REQUIRED_PIPELINE(1500000, 25%, 500000)",
        says: "One million is left to win at one in four by value.",
      },
    ],
    refusals: [
      "=FUNNEL.REQUIRED_PIPELINE(1500000, 0)",
      "=FUNNEL.REQUIRED_PIPELINE(1500000, 25)",
    ],
    method:
      "The target less what is won, divided by the win rate; 0 once the target is met. Take the win rate by value when large deals close less often.",
    source: "Definition; checked against exact rational arithmetic.",
    cells: { bookings_target: "B2", win_rate: "B3", won_so_far: "B4" },
  },
  REQUIRED_REPS: {
    examples: [
      {
        call: "=FUNNEL.REQUIRED_REPS(640, 90, 80%)",
        says: "640 SQLs a quarter, 90 a person, the team ramped to 80 %.",
      },
    ],
    refusals: [
      "=FUNNEL.REQUIRED_REPS(640, 0)",
      "=FUNNEL.REQUIRED_REPS(640, 90, 80)",
    ],
    method:
      "The volume divided by capacity times ramped share, rounded up to whole people: ROUNDUP(ROUND(x, 6), 0).",
    source: "Definition.",
    cells: { volume: "B2", capacity_per_rep: "B3", ramped_share: "B4" },
  },
};
