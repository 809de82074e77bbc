/** What the mathematics refuses, with the exact sentences. */
import * as funnel from "../../../src/funnel";

const NOT_A_NUMBER = Number.NaN;

type Row = [
  call: string,
  compute: () => unknown,
  kind: funnel.FunnelErrorKind,
  sentence: string,
];

const ROWS: Row[] = [
  [
    "a negative target",
    () => funnel.requiredDeals(-5, 100),
    "value",
    "bookings_target must be 0 or more; got -5 - enter it without the minus sign",
  ],
  [
    "a target that is no number",
    () => funnel.requiredDeals(NOT_A_NUMBER, 100),
    "value",
    "bookings_target must be a number; got NaN",
  ],
  [
    "an infinite target",
    () => funnel.requiredDeals(Infinity, 100),
    "value",
    "bookings_target must be a number; got Infinity",
  ],
  [
    "a negative deal size",
    () => funnel.requiredDeals(5, -100),
    "value",
    "average_deal_size must be 0 or more; got -100 - enter it without the minus sign",
  ],
  [
    "a deal size of 0",
    () => funnel.requiredDeals(5, 0),
    "div0",
    "average_deal_size is blank or 0 - enter the contract value of an average deal",
  ],
  [
    "a deal size of 0 with nothing to sell",
    () => funnel.requiredDeals(0, 0),
    "div0",
    "average_deal_size is blank or 0 - enter the contract value of an average deal",
  ],
  [
    "a rate of 25",
    () => funnel.requiredMqls(1, 1, 25, 0.5),
    "value",
    "mql_to_sql must be above 0 and at most 1; got 25 - enter 25% or 0.25",
  ],
  [
    "a rate of 1.1",
    () => funnel.requiredMqls(1, 1, 0.5, 1.1),
    "value",
    "sql_to_booking must be above 0 and at most 1; got 1.1 - enter a fraction such as 25% or 0.25",
  ],
  [
    "a rate of 250",
    () => funnel.requiredInquiries(1, 1, 250, 0.5, 0.5),
    "value",
    "inquiry_to_mql must be above 0 and at most 1; got 250 - enter a fraction such as 25% or 0.25",
  ],
  [
    "a negative rate",
    () => funnel.requiredSqls(1, 1, -0.25),
    "value",
    "sql_to_booking must be above 0 and at most 1; got -0.25 - enter a fraction such as 25% or 0.25",
  ],
  [
    "a rate above 1 though nothing is needed",
    () => funnel.requiredSqls(0, 1, 25),
    "value",
    "sql_to_booking must be above 0 and at most 1; got 25 - enter 25% or 0.25",
  ],
  [
    "a rate of 0 below a need",
    () => funnel.requiredMqls(1, 1, 0, 0.5),
    "na",
    "mql_to_sql is blank or 0 - enter a rate above 0, such as 25%",
  ],
  [
    "the second of several rates",
    () => funnel.requiredVolumes(1, 1, [0.5, 0, 0.5]),
    "na",
    "rate 2 is blank or 0 - enter a rate above 0, such as 25%",
  ],
  [
    "a source share of 60",
    () => funnel.requiredDeals(1, 1, 60),
    "value",
    "source_share must be between 0 and 1; got 60 - enter 60% or 0.6",
  ],
  [
    "an unknown rounding",
    () => funnel.requiredDeals(1, 1, 1, "up" as "none"),
    "value",
    'rounding must be "none", "final" or "cascade"; got "up"',
  ],
  [
    "volumes beyond a number",
    () => funnel.requiredSqls(1e308, 1, 0.001),
    "num",
    "the result is too large for a cell - check the sizes of the arguments",
  ],
  [
    "a negative volume",
    () => funnel.expectedVolumes(-1, [0.5]),
    "value",
    "volume must be 0 or more; got -1 - enter it without the minus sign",
  ],
  [
    "a forward rate of 8",
    () => funnel.expectedVolumes(1, [0.5, 8]),
    "value",
    "rate 2 must be between 0 and 1; got 8 - enter 8% or 0.08",
  ],
  [
    "bookings beyond a number",
    () => funnel.expectedBookings(1e200, [1], 1e200),
    "num",
    "the result is too large for a cell - check the sizes of the arguments",
  ],
  [
    "negative revenue",
    () => funnel.ntmSplit(-1, 0, 0),
    "value",
    "ntm_revenue must be 0 or more; got -1 - enter it without the minus sign",
  ],
  [
    "an expansion share of 25",
    () => funnel.ntmSplit(1, 25, 0),
    "value",
    "expansion_share must be between 0 and 1; got 25 - enter 25% or 0.25",
  ],
  [
    "shares above the whole",
    () => funnel.ntmSplit(1, 0.7, 0.4),
    "value",
    "expansion_share and nnc_share must add up to at most 1; got 1.1 - lower one of them",
  ],
  [
    "no phasing",
    () => funnel.bookingsForRevenue(1, [0, 0]),
    "na",
    "phasing is blank or 0 in every month - enter a share or weight for the months in which deals are booked",
  ],
  [
    "a negative month",
    () => funnel.bookingsForRevenue(1, [1, -1]),
    "value",
    "phasing month 2 must be 0 or more; got -1 - enter it without the minus sign",
  ],
  [
    "thirteen months",
    () => funnel.bookingsForRevenue(1, new Array<number>(13).fill(1)),
    "value",
    "phasing must be 12 months at most; got 13 - give one share or weight for each month of the year",
  ],
  [
    "a term of 0",
    () => funnel.bookingsForRevenue(1, [1], 0),
    "value",
    "term_months must be above 0; got 0 - leave it out for 12 months",
  ],
  [
    "sources that do not make the whole",
    () => funnel.sourceTargets(1, [0.5, 0.4]),
    "value",
    "source_shares must add up to 1; got 0.9 - change a share so that together they make 100%",
  ],
  [
    "a source share of 50",
    () => funnel.sourceTargets(1, [50, 50]),
    "value",
    "share 1 must be between 0 and 1; got 50 - enter 50% or 0.5",
  ],
  [
    "half a unit",
    () => funnel.apportion(10.5, [1]),
    "value",
    "total must be a whole number of at most 15 digits; got 10.5 - round it first",
  ],
  [
    "a negative weight",
    () => funnel.apportion(10, [1, -1]),
    "value",
    "weight 2 must be 0 or more; got -1 - enter it without the minus sign",
  ],
  [
    "no weight",
    () => funnel.apportion(10, [0, 0]),
    "div0",
    "weights are blank or 0 - enter a weight above 0 for at least one item",
  ],
  [
    "coverage of a target that is met",
    () => funnel.pipelineCoverage(1, 5, 5),
    "div0",
    "bookings_target is 0 or already won - nothing remains to be covered",
  ],
  [
    "negative wins",
    () => funnel.pipelineCoverage(1, 5, -5),
    "value",
    "won_so_far must be 0 or more; got -5 - enter it without the minus sign",
  ],
  [
    "a win rate of 0",
    () => funnel.requiredPipeline(5, 0),
    "na",
    "win_rate is blank or 0 - enter a rate above 0, such as 25%",
  ],
  [
    "no capacity",
    () => funnel.requiredReps(5, 0),
    "na",
    "capacity_per_rep is blank or 0 - enter how much one person can work",
  ],
  [
    "a team without anyone ramped",
    () => funnel.requiredReps(5, 1, 0),
    "na",
    "ramped_share is blank or 0 - enter a share above 0, such as 80%",
  ],
  [
    "sources of unequal lists",
    () => funnel.sources(1, [0.5, 0.5], [1], [[1], [1]], [0, 0]),
    "value",
    "dealSizes must hold one item for each of the 2 sources; got 1",
  ],
  [
    "sources that do not add up",
    () => funnel.sources(1, [0.5, 0.4], [1, 1], [[1], [1]], [0, 0]),
    "value",
    "shares must add up to 1; got 0.9 - change a share so that together they make 100%",
  ],
  [
    "sources with unequal rates",
    () => funnel.sources(1, [0.5, 0.5], [1, 1], [[1], [1, 1]], [0, 0]),
    "value",
    "source 2 must have 1 rates like the first; got 2",
  ],
  [
    "a source that enters nowhere",
    () => funnel.sources(1, [0.5, 0.5], [1, 1], [[1], [1]], [0, 2]),
    "value",
    "source 2 must enter at a stage from 0 to 1; got 2",
  ],
  [
    "a source with a missing rate",
    () =>
      funnel.sources(
        1,
        [0.5, 0.5],
        [1, 1],
        [
          [1, 1],
          [0, 0],
        ],
        [0, 1],
      ),
    "na",
    "source 2: rate 2 is blank or 0 - enter a rate above 0, such as 25%",
  ],
];

test.each(ROWS)("refuses %s", (_, compute, kind, sentence) => {
  expect(compute).toThrow(funnel.FunnelError);
  expect(compute).toThrow(expect.objectContaining({ kind, sentence }));
});
