/** What the mathematics of Money refuses, with the exact sentences. */
import * as funnel from "../../../src/funnel";

type Row = [
  promise: string,
  compute: () => unknown,
  kind: funnel.FunnelErrorKind,
  sentence: string,
];

const ROWS: Row[] = [
  [
    "a negative spend",
    () => funnel.costPer(-1, 5),
    "value",
    "spend must be 0 or more; got -1 - enter it without the minus sign",
  ],
  [
    "a count of 0",
    () => funnel.costPer(5, 0),
    "div0",
    "count is blank or 0 - enter how many units the spend brought",
  ],
  [
    "nothing for nothing",
    () => funnel.costPer(0, 0),
    "div0",
    "count is blank or 0 - enter how many units the spend brought",
  ],
  [
    "a cost beyond all numbers",
    () => funnel.costPer(1e308, 1e-5),
    "num",
    "the result is too large for a cell - check the sizes of the arguments",
  ],
  [
    "stages of different number",
    () => funnel.costPerStage([1, 2], [1]),
    "value",
    "spend_by_stage and volumes must have the same number of stages; got 2 and 1",
  ],
  [
    "a negative volume",
    () => funnel.costPerStage([1, 2], [1, -1]),
    "value",
    "volume 2 must be 0 or more; got -1 - enter it without the minus sign",
  ],
  [
    "a margin of 70",
    () => funnel.romi(1, 70, 1),
    "value",
    "contribution_margin must be between -1 and 1; got 70 - enter 70% or 0.7",
  ],
  [
    "a margin of 1.3",
    () => funnel.romi(1, 1.3, 1),
    "value",
    "contribution_margin must be between -1 and 1; got 1.3 - enter a fraction such as 25% or 0.25",
  ],
  [
    "a margin below -1",
    () => funnel.romi(1, -25, 1),
    "value",
    "contribution_margin must be between -1 and 1; got -25 - enter a fraction such as 25% or 0.25",
  ],
  [
    "marketing without spend",
    () => funnel.romi(1, 0.5, 0),
    "div0",
    "spend is blank or 0 - enter the money spent on marketing",
  ],
  [
    "negative sales spend",
    () => funnel.cac(1, -1, 1),
    "value",
    "sales_spend must be 0 or more; got -1 - enter it without the minus sign",
  ],
  [
    "no customers",
    () => funnel.cac(1, 1, 0),
    "div0",
    "customers is blank or 0 - enter how many customers were won",
  ],
  [
    "more customers than leads",
    () => funnel.cacRange(1, 5, 6),
    "value",
    "customers must be at most leads; got 6 of 5 - count the leads that these customers come from",
  ],
  [
    "no leads",
    () => funnel.cacRange(1, 0, 0),
    "na",
    "leads is blank or 0 - enter how many leads the spend brought",
  ],
  [
    "more leads than there are people",
    () => funnel.cacRange(1, 1e16, 5),
    "value",
    "leads must be at most 1E+15; got 10000000000000000 - enter a count of leads",
  ],
  [
    "a confidence of 80",
    () => funnel.cacRange(1, 5, 1, 80),
    "value",
    "confidence must be above 0 and below 1; got 80 - enter 80% or 0.8",
  ],
  [
    "a confidence of 100 %",
    () => funnel.cacRange(1, 5, 1, 1),
    "value",
    "confidence must be above 0 and below 1; got 1 - enter a fraction such as 80% or 0.8",
  ],
  [
    "a confidence of 100",
    () => funnel.cacRange(1, 5, 1, 100),
    "value",
    "confidence must be above 0 and below 1; got 100 - enter a fraction such as 80% or 0.8",
  ],
  [
    "periods of different number",
    () => funnel.laggedCac([1], [1, 2], [1]),
    "value",
    "spend_by_period and customers_by_period must have the same number of periods; got 1 and 2",
  ],
  [
    "lag shares above 1 in sum",
    () => funnel.laggedCac([1], [1], [0.6, 0.6]),
    "value",
    "lag_shares must add up to at most 1; got 1.2 - lower one of them",
  ],
  [
    "lag shares in percent",
    () => funnel.laggedCac([1], [1], [20, 80]),
    "value",
    "lag share 1 must be between 0 and 1; got 20 - enter 20% or 0.2",
  ],
  [
    "no lag share at all",
    () => funnel.laggedCac([1], [1], [0, 0]),
    "na",
    "lag_shares is blank or 0 - enter the share converting 0, 1, 2 ... periods later",
  ],
  [
    "more periods than can be worked through",
    () =>
      funnel.laggedCac(
        new Array<number>(5001).fill(1),
        new Array<number>(5001).fill(1),
        [1],
      ),
    "value",
    "spend_by_period must be at most 5000 periods; got 5001 - plan in longer periods",
  ],
  [
    "a life that does not pay back",
    () => funnel.cacPayback(100_000, 1000, 0.8, 0.02),
    "num",
    "the margin of a customer's whole life does not reach cac - it is never paid back",
  ],
  [
    "a life that pays back only in the end",
    () => funnel.cacPayback(40_000, 1000, 0.8, 0.02),
    "num",
    "the margin of a customer's whole life does not reach cac - it is never paid back",
  ],
  [
    "a negative margin, which pays nothing back",
    () => funnel.cacPayback(1, 1000, -0.1),
    "num",
    "the margin of a customer's whole life does not reach cac - it is never paid back",
  ],
  [
    "a customer that pays nothing",
    () => funnel.cacPayback(0, 0, 0.8),
    "div0",
    "monthly_revenue or margin is blank or 0 - enter what a customer brings in a month",
  ],
  [
    "everyone leaving within the month",
    () => funnel.cacPayback(1, 100, 0.8, 1),
    "value",
    "monthly_churn must be below 1; got 1 - at 100% no customer stays to pay anything back",
  ],
  [
    "a churn of 2",
    () => funnel.cacPayback(1, 100, 0.8, 2),
    "value",
    "monthly_churn must be between 0 and 1; got 2 - enter 2% or 0.02",
  ],
  [
    "a life without an end",
    () => funnel.lifetimeValue(1, 0.8, 0),
    "div0",
    "monthly_churn and monthly_discount are blank or 0 - enter the part of the customers that leaves in a month",
  ],
  [
    "a discount of 12",
    () => funnel.lifetimeValue(1, 0.8, 0.1, 12),
    "value",
    "monthly_discount must be between 0 and 1; got 12 - enter 12% or 0.12",
  ],
  [
    "a cycle without days",
    () => funnel.salesVelocity(1, 0.5, 1, 0),
    "div0",
    "cycle_days is blank or 0 - enter the days from opening a deal to winning it",
  ],
  [
    "a win rate of 25",
    () => funnel.salesVelocity(1, 25, 1, 1),
    "value",
    "win_rate must be between 0 and 1; got 25 - enter 25% or 0.25",
  ],
  [
    "an actual that is no number",
    () => funnel.attainment(Number.NaN, 1),
    "value",
    "actual must be a number; got NaN",
  ],
  [
    "no target",
    () => funnel.attainment(1, 0),
    "div0",
    "target is blank or 0 - enter the target to reach",
  ],
  [
    "a negative target",
    () => funnel.attainment(1, -5),
    "value",
    "target must be 0 or more; got -5 - enter it without the minus sign",
  ],
  [
    "a period that has not begun",
    () => funnel.pace(1, 1, 0, 90),
    "div0",
    "elapsed_days is blank or 0 - enter the days of the period that are over",
  ],
  [
    "a period without days",
    () => funnel.pace(1, 1, 1, 0),
    "div0",
    "total_days is blank or 0 - enter the days of the whole period",
  ],
  [
    "a period that is over",
    () => funnel.pace(1, 1, 95, 90),
    "value",
    "elapsed_days must be at most total_days; got 95 of 90 - once the period is over use FUNNEL.ATTAINMENT",
  ],
];

test.each(ROWS)("refuses %s", (_, compute, kind, sentence) => {
  expect(compute).toThrow(funnel.FunnelError);
  expect(compute).toThrow(expect.objectContaining({ kind, sentence }));
});

test.each<
  [
    promise: string,
    cell: () => unknown,
    kind: funnel.FunnelErrorKind,
    sentence: string,
  ]
>([
  [
    "a stage that nobody reached",
    () => funnel.costPerStage([1, 2], [1, 0])[1],
    "div0",
    "volume 2 is blank or 0 - enter how many reached that stage",
  ],
  [
    "a stage whose cost is beyond all numbers",
    () => funnel.costPerStage([1e308, 1e308], [1, 1])[1],
    "num",
    "the result is too large for a cell - check the sizes of the arguments",
  ],
  [
    "a period before the history",
    () => funnel.laggedCac([1, 2, 3], [1, 1, 1], [0.5, 0.2, 0.3])[1],
    "na",
    "period 2 needs the spend of the 2 periods before it - begin the ranges earlier",
  ],
  [
    "a period without customers",
    () => funnel.laggedCac([1, 2], [1, 0], [1])[1],
    "div0",
    "customers 2 is blank or 0 - enter how many customers were won",
  ],
  [
    "the cost before the first customer",
    () => funnel.cacRange(1000, 20, 0)[0],
    "div0",
    "customers is blank or 0 - enter how many customers were won",
  ],
  [
    "the highest cost before the first customer",
    () => funnel.cacRange(1000, 20, 0)[2],
    "na",
    "customers is blank or 0 - no highest cost is known before the first customer",
  ],
])("%s has an error of its own", (_, cell, kind, sentence) => {
  expect(cell()).toBeInstanceOf(funnel.FunnelError);
  expect(cell()).toMatchObject({ kind, sentence });
});
