/** Budget. */
import type { PageNotes } from "./pageNote";

const CURVES =
  "For a spend x: power a x^b; log a ln(1 + x / b); exp a (1 - e^(-x / b)); hill a x^h / (x^h + b^h). exp and hill never bring more than a; hill brings half of it at a spend of b, and with h above 1 it is S-shaped: little until enough is spent. a is in results (SQLs, say; multiply it by win rate and deal size to speak of bookings), b in money, for power an exponent of at most 1.";
const CURVES_SOURCE =
  "Y. Jin and others, Bayesian methods for media mix modeling with carryover and shape effects, Google (2017); checked against NumPy.";
const TABLE =
  "The table has a line for each channel: curve, a, b and h, in rows or in columns; h may be missing. A blank line brings nothing and gets nothing, so that the results stand beside their lines.";

export const BUDGET: PageNotes = {
  EXPECTED_RESULT: {
    examples: [
      {
        call: '=FUNNEL.EXPECTED_RESULT(90000, "hill", 220, 90000)',
        says: "Half of what the channel can ever bring.",
      },
      {
        call: '=FUNNEL.EXPECTED_RESULT(60000, "log", 60, 20000)',
        says: "SQLs from 60,000.",
      },
    ],
    refusals: [
      '=FUNNEL.EXPECTED_RESULT(-5, "log", 60, 20000)',
      '=FUNNEL.EXPECTED_RESULT(60000, "linear", 60, 20000)',
      '=FUNNEL.EXPECTED_RESULT(60000, "power", 2, 20000)',
      '=FUNNEL.EXPECTED_RESULT(60000, "log", 60, 0)',
    ],
    method: CURVES,
    source: CURVES_SOURCE,
    cells: { spend: "B2", curve: "B3", a: "B4", b: "B5", h: "B6" },
  },
  MARGINAL_COST: {
    examples: [
      {
        call: '=FUNNEL.MARGINAL_COST(60000, "log", 60, 20000)',
        says: "The average SQL costs 721, one more costs 1,333.",
      },
      {
        call: '=FUNNEL.MARGINAL_COST(250000, "hill", 220, 90000)',
        says: "Beyond its bend the channel gets expensive: move money to where this is lower.",
      },
    ],
    refusals: [
      '=FUNNEL.MARGINAL_COST(0, "hill", 220, 90000, 2)',
      '=FUNNEL.MARGINAL_COST(60000, "log", -60, 20000)',
    ],
    method: `1 divided by the slope of the curve at this spend; 0 where the curve begins vertically, #DIV/0! where it is flat. ${CURVES}`,
    source: CURVES_SOURCE,
    cells: { spend: "B2", curve: "B3", a: "B4", b: "B5", h: "B6" },
  },
  CALIBRATE_CURVE: {
    examples: [
      {
        call: '=FUNNEL.CALIBRATE_CURVE("hill", 5000, 10, 15000, 22)',
        says: "a and b: the channel can bring 55 at most, half of it for 22,500.",
      },
      {
        call: '=FUNNEL.CALIBRATE_CURVE("power", 10000, 40, 20000, 65)',
        says: "Twice the money brought 1.6 times the SQLs.",
      },
      {
        call: '=FUNNEL.CALIBRATE_CURVE("exp", 1000, 3, 10000, 12)',
        says: "a and b of a curve that levels off sooner.",
      },
    ],
    refusals: [
      '=FUNNEL.CALIBRATE_CURVE("power", 10000, 40, 20000, 90)',
      '=FUNNEL.CALIBRATE_CURVE("log", 10000, 40, 20000, 40)',
      '=FUNNEL.CALIBRATE_CURVE("hill", 10000, 40, , 65)',
    ],
    method:
      "The only curve of that shape through both points: power and hill (h = 1) directly, log and exp by bisection. The result must grow with the spend, but by less in proportion: otherwise returns do not diminish and no such curve exists. Two points fix the curve but say nothing of its error; take spends that lie well apart.",
    source: "Definition; log and exp checked against SciPy's brentq.",
    cells: {
      curve: '"hill"',
      spend_1: "B2",
      result_1: "C2",
      spend_2: "B3",
      result_2: "C3",
    },
    withoutNative:
      "For power and hill, written out in the call. log and exp are found step by step, which a plain formula cannot do: there the values are written.",
  },
  ALLOCATE_BUDGET: {
    examples: [
      {
        call: '=FUNNEL.ALLOCATE_BUDGET(300000, {"hill",220,90000;"log",60,20000;"exp",90,40000})',
        says: "Three channels; one more SQL then costs the same in each. The last cell is the rest.",
      },
      {
        call: '=FUNNEL.ALLOCATE_BUDGET(300000, {"hill",220,90000;"log",60,20000;"exp",90,40000}, {0;80000;0}, {100000;0;50000})',
        says: "A floor of 80,000 for the second, caps for the first and the third.",
      },
      {
        call: '=FUNNEL.ALLOCATE_BUDGET(100000, {"hill","hill";120,100;60000,50000;3,3})',
        says: "Two S-shaped curves, in columns: everything for one beats half for each.",
      },
      {
        call: '=FUNNEL.ALLOCATE_BUDGET(500000, {"power",1.9,0.55;"log",60,20000}, , {100000;150000})',
        says: "The caps leave 250,000 over.",
      },
    ],
    refusals: [
      '=FUNNEL.ALLOCATE_BUDGET(100000, {"log",60,20000;"exp",90,40000}, {50000;20000}, {40000;60000})',
      '=FUNNEL.ALLOCATE_BUDGET(100000, {"log",60,20000;"power",90,40000})',
      '=FUNNEL.ALLOCATE_BUDGET(10000, {"log",60,20000;"exp",90,40000}, {8000;8000})',
    ],
    method: `Money is poured so that a further unit brings the same in every channel between its floor and its cap; that is the best split where returns diminish. S-shaped curves are searched by branch and bound, so that money is not spread below the point from which they work; where very many are almost the same the search ends after a bounded number of steps with the best found. Channels that rise evenly (power with b = 1) are filled in their order. ${TABLE} A blank or 0 cap is no cap, because older versions of Excel hand a blank over as 0; to give a channel nothing, leave its line blank. Floors above the budget are #NUM!.`,
    source:
      "K. M. Bretthauer, B. Shetty, The nonlinear knapsack problem, European Journal of Operational Research 138 (2002), 459-472; M. Udell, S. Boyd, Maximizing a sum of sigmoids, Stanford (2013); checked against SciPy and exhaustive grids.",
    withoutNative:
      "The best split is found step by step, which a plain formula cannot do: the values are written. MARGINAL_COST beside each line stays a formula and shows when the split is out of date.",
  },
  ALLOCATE_UNITS: {
    examples: [
      {
        call: '=FUNNEL.ALLOCATE_UNITS(600000, 60000, {"hill",220,90000;"log",60,20000;"exp",90,40000})',
        says: "Ten people at 60,000.",
      },
      {
        call: '=FUNNEL.ALLOCATE_UNITS(200000, 50000, {"hill",120,120000,3;"log",60,20000,0})',
        says: "The first channel needs a team of three before it works.",
      },
    ],
    refusals: [
      '=FUNNEL.ALLOCATE_UNITS(600000, 0, {"log",60,20000})',
      '=FUNNEL.ALLOCATE_UNITS(600000, 60000, {"log",60;"exp",90})',
      '=FUNNEL.ALLOCATE_UNITS(600000, 0.001, {"hill",120,120000,3;"log",60,20000,0})',
    ],
    method: `One unit after the other goes where it brings the most, the first such channel on a tie: optimal where returns diminish. S-shaped curves by dynamic programming over the units, which is exact too but takes a few thousand units at most. The units are what the budget buys at one price each; a unit that would bring nothing is not bought. ${TABLE}`,
    source:
      "O. Gross, A class of discrete-type minimization problems, RAND (1956); B. L. Fox, Discrete optimization via marginal analysis, Management Science 13 (1966), 210-216; checked against exhaustive search.",
    withoutNative:
      "Units are shared out step by step, which a plain formula cannot do: the values are written.",
  },
};
