/** Timing. */
import type { PageNotes } from "./pageNote";

const NUMPY = "Definition; checked against NumPy's convolution.";
const SHARES =
  "Lag shares may add up to less than 1; the rest converts after their last period.";
const GENGAMMA =
  "Shape and scale mean: Weibull 1 - exp(-(t / scale)^shape); exponential mean days and 1; lognormal median days and sigma; gengamma exp(mu) and the two cells sigma and Q of Prentice's generalised gamma.";
const LAG_SOURCE =
  "J. D. Kalbfleisch, R. L. Prentice, The Statistical Analysis of Failure Time Data (2002), chapter 2; checked against SciPy and mpmath.";

export const TIMING: PageNotes = {
  REQUIRED_SCHEDULE: {
    examples: [
      {
        call: "=FUNNEL.REQUIRED_SCHEDULE({0,0,200000,500000,800000,800000}, 50000, 25%, 1.5)",
        says: "SQLs to create when an SQL takes one and a half periods: half of the deals come one period later, half two. The two blank periods in front show what must exist before the plan; the last two periods need targets that are not there yet.",
      },
      {
        call: "=FUNNEL.REQUIRED_SCHEDULE({300000;300000;450000}, 30000, 20%, 1)",
        says: "A lag of one whole period, down a column.",
      },
    ],
    refusals: [
      "=FUNNEL.REQUIRED_SCHEDULE({300000,450000}, 30000, 20, 1)",
      "=FUNNEL.REQUIRED_SCHEDULE({300000,450000}, 30000, 0, 1)",
      "=FUNNEL.REQUIRED_SCHEDULE({300000,450000}, 30000, 20%, -1)",
    ],
    method:
      "Deals of a period are its bookings divided by the deal size; divided by the rate they are the volume that must exist one lag earlier. A lag between two periods is split: 1.4 periods take 60 % of the deals one period later and 40 % of those two periods later, which is exact for level and linear targets. A period whose deals would fall after the last target is #N/A: extend the plan. Put as many blank periods as the lag is long before the first target to see the volume that must exist before it.",
    source: "Definition; checked against NumPy.",
    cells: {
      bookings_by_period: "B2:G2",
      average_deal_size: "B3",
      rate: "B4",
      lag_periods: "B5",
    },
  },
  SPREAD_SCHEDULE: {
    examples: [
      {
        call: "=FUNNEL.SPREAD_SCHEDULE({900000,900000,1200000}, 30000, 20%, {0.5,0.3,0.2})",
        says: "Three lag shares: the result starts two periods before the first bookings. Enter it two cells to the left of them and every volume stands in its own period.",
      },
      {
        call: "=FUNNEL.SPREAD_SCHEDULE(100, 1, 50%, {0,0.2,0.5,0.3})",
        says: "100 deals in one period.",
      },
    ],
    refusals: [
      "=FUNNEL.SPREAD_SCHEDULE({900000,900000}, 30000, 20%, {0.5,0.3,0.3})",
      "=FUNNEL.SPREAD_SCHEDULE({900000,900000}, 30000, 20%, {50,30,20})",
      "=FUNNEL.SPREAD_SCHEDULE({900000,900000}, 30000, 0, {0.5,0.5})",
    ],
    method: `Each period's deals are spread over the earlier periods in the proportions of the lag shares and divided by the rate. The volumes are never negative and add up to all deals divided by the rate; level and linear targets come out exactly, steps a little smoothed. ${SHARES} That rest is not created here: enter shares that add up to 1 to create it.`,
    source: NUMPY,
    cells: {
      bookings_by_period: "B2:G2",
      average_deal_size: "B3",
      rate: "B4",
      lag_shares: "B6:D6",
    },
  },
  EXPECTED_SCHEDULE: {
    examples: [
      {
        call: "=FUNNEL.EXPECTED_SCHEDULE({100,100,120,120}, 20%, {0.5,0.3,0.2}, 30000, {400000,150000})",
        says: "SQLs by period at 20 %, half of the deals at once, and the open pipeline of the first two periods.",
      },
      {
        call: "=FUNNEL.EXPECTED_SCHEDULE(1000, 5%, {0.1,0.25,0.3,0.2,0.1,0.05}, 1, , 8)",
        says: "What one cohort of 1,000 brings over eight periods, in deals.",
      },
    ],
    refusals: [
      "=FUNNEL.EXPECTED_SCHEDULE({100,100}, 20, {0.5,0.5}, 30000)",
      "=FUNNEL.EXPECTED_SCHEDULE({100,100}, 20%, {0.5,0.6}, 30000)",
      "=FUNNEL.EXPECTED_SCHEDULE({100,100}, 20%, {0.5,0.5}, 30000, {0,0,90000})",
    ],
    method: `Every volume converts at the rate, in the periods that the lag shares say; the bookings of a period are what all earlier volumes bring in it, plus the opening bookings of that period. ${SHARES}`,
    source: NUMPY,
    cells: {
      volumes_by_period: "B2:G2",
      rate: "B4",
      lag_shares: "B6:D6",
      average_deal_size: "B3",
      opening_bookings: "B7:G7",
    },
    withoutNative:
      "It has a plain formula when periods is left out or typed as a number.",
  },
  EXPECTED_STAGES: {
    examples: [
      {
        call: "=FUNNEL.EXPECTED_STAGES({1000,1000,1000}, {0.35,0.22}, {0.5,0.3,0.2;0.1,0.4,0.5})",
        says: "1,000 inquiries a period: the first row are MQLs, the second SQLs.",
      },
      {
        call: "=FUNNEL.EXPECTED_STAGES({200,200}, {0.35,0.22}, {0.7,0.3;0.6,0.4}, 4)",
        says: "Two periods of inquiries, four periods of what comes of them.",
      },
    ],
    refusals: [
      "=FUNNEL.EXPECTED_STAGES({1000,1000}, {0.35,0.22}, {0.5,0.3,0.2})",
      "=FUNNEL.EXPECTED_STAGES({1000,1000}, {0.35,0.22}, {0.5,0.5;0.9,0.2})",
      "=FUNNEL.EXPECTED_STAGES({1000,1000}, {35,22}, {0.5,0.5;0.5,0.5})",
    ],
    method: `What arrives at one stage enters the next; each step converts at its rate, in the periods that its row of lag shares says. Rows are always stages and columns always periods. ${SHARES}`,
    source: NUMPY,
    cells: { volumes_by_period: "B2:G2", rates: "B4:B5", lags: "C4:E5" },
    withoutNative:
      "It has a plain formula when periods is left out or typed as a number, as long as the formula fits into a cell: three steps over eight years of months do.",
  },
  FEASIBLE_SCHEDULE: {
    examples: [
      {
        call: "=FUNNEL.FEASIBLE_SCHEDULE({300000,360000,420000,480000}, 30000, 20%, {0.1,0.5,0.4}, {60,70})",
        says: "The first row are volumes, the second what is missing: only a tenth of the conversions comes at once.",
      },
      {
        call: "=FUNNEL.FEASIBLE_SCHEDULE({10;30}, 1, 50%, {0.5;0.5}, 20)",
        says: "Down a column; everything can be met.",
      },
    ],
    refusals: [
      "=FUNNEL.FEASIBLE_SCHEDULE({300000,360000}, 30000, 0, {0.5,0.5})",
      "=FUNNEL.FEASIBLE_SCHEDULE({300000,360000}, 30000, 20%, {0,0})",
      "=FUNNEL.FEASIBLE_SCHEDULE({300000,-1}, 30000, 20%, {0.5,0.5})",
    ],
    method:
      "Least squares: the sum of the squared differences between targets and expected bookings is as small as it can be without a negative volume, after what past volumes still bring. The second line is target less expected bookings, in money; where past volumes bring more than the target it is negative. A tiny first lag share lets the last targets be met by enormous volumes: enter 0 where next to nobody converts at once. At most 260 periods.",
    source:
      "C. L. Lawson, R. J. Hanson, Solving Least Squares Problems (1974), chapter 23; checked against SciPy's and R's nnls.",
    withoutNative:
      "The search for the volumes has no plain formula: a workbook without the add-in keeps the last values.",
  },
  EARLIEST_VOLUME: {
    examples: [
      {
        call: "=FUNNEL.EARLIEST_VOLUME({20,20,20,20}, 20%, {0.3,0.4,0.3}, {100,100}, 250)",
        says: "At most 250 leads a period; past leads bring 20 deals.",
      },
      {
        call: "=FUNNEL.EARLIEST_VOLUME({30,10,40,5}, 25%, {0.55,0.3,0.15}, , )",
        says: "No past volumes, no limit.",
      },
    ],
    refusals: [
      "=FUNNEL.EARLIEST_VOLUME({20,20,20,20}, 20%, {0.3,0.4,0.3}, {100,100}, 60)",
      "=FUNNEL.EARLIEST_VOLUME({20,20}, 20%, {0,0.5,0.5}, , )",
      "=FUNNEL.EARLIEST_VOLUME({20,20}, 20, {0.5,0.5}, , )",
    ],
    method:
      "A lead created earlier brings at least as much by every later period, so the first period is filled up to capacity, then the second, and so on. For each period the volume that its deals so far need is computed exactly; the largest is the answer. Where no volume is enough, the sentence names the first such period.",
    source:
      "Exchange argument for front-loading; checked against SciPy's linprog (HiGHS).",
    cells: {
      deals_by_period: "B2:G2",
      rate: "B4",
      lag_shares: "B6:D6",
      past_volumes: "B7:D7",
      capacity: "B8",
    },
    withoutNative:
      "It has a plain formula when past_volumes lies the way of the deals, as long as the formula fits into a cell: two years of months do.",
  },
  CREATE_BY: {
    examples: [
      {
        call: "=FUNNEL.CREATE_BY(46112, 90)",
        says: "Booked by 31 March 2026 (serial 46112) after 90 days: created by 31 December 2025.",
      },
      {
        call: "=FUNNEL.CREATE_BY(46112, 10.5)",
        says: "Part of a day needs the day before.",
      },
    ],
    refusals: [
      "=FUNNEL.CREATE_BY(46112, -5)",
      "=FUNNEL.CREATE_BY(46112, 50000)",
      '=FUNNEL.CREATE_BY("31 March", 90)',
    ],
    method:
      "The booking date less the lag, without the time of day: INT(ROUND(booking_date - lag_days, 6)). Dates from 1 March 1900 on, in the 1900 date system.",
    source: "Definition.",
    cells: { booking_date: "B2", lag_days: "B3" },
  },
  LAG_SHARES: {
    examples: [
      {
        call: "=FUNNEL.LAG_SHARES(30, 0.8, 30.4375, 6)",
        says: "A Weibull lag of scale 30 and shape 0.8 by month.",
      },
      {
        call: '=FUNNEL.LAG_SHARES(40, 0.9, 30.4375, 6, "even", "lognormal")',
        says: "Half of the conversions within 40 days, leads arriving all through the month.",
      },
      {
        call: '=FUNNEL.LAG_SHARES(40, {0.9,0.5}, 30.4375, 4, "start", "gengamma")',
        says: "Sigma 0.9 and Q 0.5.",
      },
    ],
    refusals: [
      "=FUNNEL.LAG_SHARES(0, 0.8, 30, 6)",
      "=FUNNEL.LAG_SHARES(30, 0.8, 30, 2.5)",
      '=FUNNEL.LAG_SHARES(30, 0.8, 30, 6, "middle")',
      '=FUNNEL.LAG_SHARES(30, 0.9, 30, 6, "start", "gengamma")',
    ],
    method: `The share of the eventual conversions between the ends of each period. For even arrival that is averaged over the moment of arrival inside the first period, so that fewer convert at once. What comes after the last period is left out: the shares add up to less than 1. ${GENGAMMA}`,
    source: LAG_SOURCE,
    cells: {
      scale_days: "B2",
      shape: "B3",
      period_days: "B4",
      periods: "6",
      arrival: '"even"',
    },
    withoutNative:
      'It has a plain formula when periods, arrival and model are typed, for all models but "gengamma".',
  },
  OPEN_FORECAST: {
    examples: [
      {
        call: "=FUNNEL.OPEN_FORECAST({100,90,80,60,200}, {5,15,25,45,120}, 12%, 30, 0.8, 30, 4)",
        says: "530 open leads: about 13 will convert within 30 days, fewer and fewer after that.",
      },
      {
        call: '=FUNNEL.OPEN_FORECAST({10;20;30}, {10;40;90}, 20%, 40, 0.9, 30.4375, 3, "lognormal")',
        says: "Down a column, by month.",
      },
    ],
    refusals: [
      "=FUNNEL.OPEN_FORECAST({100,90}, {5,15,25}, 12%, 30, 0.8, 30, 4)",
      "=FUNNEL.OPEN_FORECAST({100,90}, {5,15}, 12, 30, 0.8, 30, 4)",
      "=FUNNEL.OPEN_FORECAST({100,90}, {5,-15}, 12%, 30, 0.8, 30, 4)",
    ],
    method: `A lead that is still open at its age will convert between u and v days from now with probability rate x (share by age + v less share by age + u) / (1 - rate x share by age): an old open lead is worth much less than the rate. ${GENGAMMA}`,
    source: `V. T. Farewell, The use of mixture models for the analysis of survival data with long-term survivors, Biometrics 38 (1982), 1041-1046; ${LAG_SOURCE}`,
    cells: {
      open_counts: "B2:B6",
      ages_days: "C2:C6",
      rate: "E2",
      scale_days: "E3",
      shape: "E4",
      period_days: "E5",
      periods: "4",
    },
    withoutNative:
      'It has a plain formula when periods and model are typed and both ranges lie the same way, for all models but "gengamma".',
  },
  FISCAL_PERIOD: {
    examples: [
      {
        call: "=FUNNEL.FISCAL_PERIOD(46119, 2)",
        says: "7 April 2026 in a year that begins in February 2026 and ends in January 2027.",
      },
      {
        call: '=FUNNEL.FISCAL_PERIOD(46119, 2, "M")',
        says: "Its third month.",
      },
      {
        call: '=FUNNEL.FISCAL_PERIOD(46119, 1, "Y")',
        says: "A fiscal year that is the calendar year.",
      },
    ],
    refusals: [
      "=FUNNEL.FISCAL_PERIOD(46119, 13)",
      '=FUNNEL.FISCAL_PERIOD(46119, 2, "W")',
      "=FUNNEL.FISCAL_PERIOD(20260407, 2)",
    ],
    method:
      "A fiscal year begins on the first day of first_month and is named by the calendar year in which it ends, in two digits; quarters and months count from its beginning. Months have two digits so that they sort.",
    source: "Definition.",
    cells: { date: "B2", first_month: "B3" },
    withoutNative: "It has a plain formula when period is left out or typed.",
  },
};
