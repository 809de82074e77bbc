/** What the mathematics of Budget refuses, with the exact sentences. */
import * as funnel from "../../../src/funnel";

type Row = [
  promise: string,
  compute: () => unknown,
  kind: funnel.FunnelErrorKind,
  sentence: string,
];

const LOG: funnel.Curve = ["log", 60, 20_000];
const STEEP: funnel.Curve = ["hill", 60, 20_000, 3];

const ROWS: Row[] = [
  [
    "a negative spend",
    () => funnel.expectedResult(-1, "log", 1, 1),
    "value",
    "spend must be 0 or more; got -1 - enter it without the minus sign",
  ],
  [
    "an unknown curve",
    () => funnel.expectedResult(1, "linear" as "log", 1, 1),
    "value",
    'curve must be "power", "log", "exp" or "hill"; got "linear"',
  ],
  [
    "a negative height",
    () => funnel.expectedResult(1, "log", -1, 1),
    "value",
    "a must be 0 or more; got -1 - enter it without the minus sign",
  ],
  [
    "no exponent",
    () => funnel.expectedResult(1, "power", 1, 0),
    "na",
    "b is blank or 0 - enter the exponent, above 0 and at most 1",
  ],
  [
    "no bend",
    () => funnel.marginalCost(1, "exp", 1, 0),
    "na",
    "b is blank or 0 - enter the spend at which the curve bends",
  ],
  [
    "a negative bend",
    () => funnel.marginalCost(1, "exp", 1, -5),
    "value",
    "b must be 0 or more; got -5 - enter it without the minus sign",
  ],
  [
    "a power curve that steepens",
    () => funnel.expectedResult(1, "power", 1, 1.2),
    "value",
    "b must be at most 1 for a power curve; got 1.2 - enter an exponent such as 0.6",
  ],
  [
    "a negative steepness",
    () => funnel.expectedResult(1, "hill", 1, 1, -2),
    "value",
    "h must be 0 or more; got -2 - enter it without the minus sign",
  ],
  [
    "a step for a curve",
    () => funnel.expectedResult(1, "hill", 1, 1, 500),
    "value",
    "h must be at most 100; got 500 - a steeper curve is a single step",
  ],
  [
    "a result beyond a number",
    () => funnel.expectedResult(1e300, "power", 1e300, 1),
    "num",
    "the result is too large for a cell - check the sizes of the arguments",
  ],
  [
    "the cost of one more at the foot of a steep curve",
    () => funnel.marginalCost(0, "hill", 1, 1, 2),
    "div0",
    "more spend brings nothing here - the curve is flat at this spend",
  ],
  [
    "the cost of one more where nothing comes back",
    () => funnel.marginalCost(5, "log", 0, 1),
    "div0",
    "more spend brings nothing here - the curve is flat at this spend",
  ],
  [
    "a cost beyond a number",
    () => funnel.marginalCost(1000, "exp", 1, 1),
    "num",
    "the result is too large for a cell - check the sizes of the arguments",
  ],
  [
    "growing returns",
    () => funnel.calibrateCurve("power", 10_000, 40, 20_000, 90),
    "value",
    "the result must grow with the spend, but by less; got 40 for 10000 and 90 for 20000 - choose two points with diminishing returns",
  ],
  [
    "even returns",
    () => funnel.calibrateCurve("hill", 10_000, 40, 20_000, 80),
    "value",
    "the result must grow with the spend, but by less; got 40 for 10000 and 80 for 20000 - choose two points with diminishing returns",
  ],
  [
    "a result that falls, the points turned round",
    () => funnel.calibrateCurve("exp", 20_000, 30, 10_000, 40),
    "value",
    "the result must grow with the spend, but by less; got 40 for 10000 and 30 for 20000 - choose two points with diminishing returns",
  ],
  [
    "one point twice",
    () => funnel.calibrateCurve("log", 10_000, 40, 10_000, 40),
    "value",
    "the result must grow with the spend, but by less; got 40 for 10000 and 40 for 10000 - choose two points with diminishing returns",
  ],
  [
    "a result that hardly grows",
    () => funnel.calibrateCurve("log", 10_000, 40, 20_000, 40.001),
    "value",
    'the result grows too little for a log curve; got 40 for 10000 and 40.001 for 20000 - choose "exp" or "hill"',
  ],
  [
    "a missing point",
    () => funnel.calibrateCurve("log", 10_000, 40, 0, 50),
    "na",
    "spend_2 is blank or 0 - enter what was measured",
  ],
  [
    "a negative result",
    () => funnel.calibrateCurve("log", 10_000, -40, 1, 50),
    "value",
    "result_1 must be 0 or more; got -40 - enter it without the minus sign",
  ],
  [
    "a negative budget",
    () => funnel.allocateBudget(-1, [LOG]),
    "value",
    "budget must be 0 or more; got -1 - enter it without the minus sign",
  ],
  [
    "a fault in the table",
    () => funnel.allocateBudget(1, [LOG, ["power", 1, 2]]),
    "value",
    "b of line 2 must be at most 1 for a power curve; got 2 - enter an exponent such as 0.6",
  ],
  [
    "floors above the budget",
    () => funnel.allocateBudget(100, [LOG, LOG], [60, 60]),
    "num",
    "floors add up to more than the budget of 100 - lower them",
  ],
  [
    "a floor above its cap",
    () => funnel.allocateBudget(100, [LOG, LOG], [0, 60], [50, 50]),
    "value",
    "floor 2 must be at most its cap of 50; got 60 - lower the floor or raise the cap",
  ],
  [
    "a negative floor",
    () => funnel.allocateBudget(100, [LOG], [-60]),
    "value",
    "floor 1 must be 0 or more; got -60 - enter it without the minus sign",
  ],
  [
    "a negative cap",
    () => funnel.allocateBudget(100, [LOG], [0], [-60]),
    "value",
    "cap 1 must be 0 or more; got -60 - enter it without the minus sign",
  ],
  [
    "fewer caps than curves",
    () => funnel.allocateBudget(100, [LOG, LOG], [0, 0], [50]),
    "value",
    "caps must hold one amount for each of the 2 curves; got 1",
  ],
  [
    "too many curves",
    () => funnel.allocateBudget(100, new Array<funnel.Curve>(10_001).fill(LOG)),
    "value",
    "curves must be at most 10000 lines; got 10001 - group the smallest channels",
  ],
  [
    "units for nothing",
    () => funnel.allocateUnits(100, 0, [LOG]),
    "div0",
    "unit_cost is blank or 0 - enter what one unit costs",
  ],
  [
    "a negative unit cost",
    () => funnel.allocateUnits(100, -1, [LOG]),
    "value",
    "unit_cost must be 0 or more; got -1 - enter it without the minus sign",
  ],
  [
    "units without number",
    () => funnel.allocateUnits(1e300, 1, [LOG]),
    "value",
    "budget must buy at most 15 digits of units; got 1e+300 - raise unit_cost",
  ],
  [
    "too many units for steep curves",
    () => funnel.allocateUnits(20_000, 1, [LOG, STEEP]),
    "value",
    "budget must buy at most 10000 units where curves are S-shaped (h above 1); got 20000 - raise unit_cost or use ALLOCATE_BUDGET",
  ],
];

test.each(ROWS)("refuses %s", (_, compute, kind, sentence) => {
  expect(compute).toThrow(funnel.FunnelError);
  expect(compute).toThrow(expect.objectContaining({ kind, sentence }));
});
