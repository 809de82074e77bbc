import { expectedStages as compute } from "../funnel";
import { table } from "./cell";
import { maybe } from "./given";
import { list, table as numbers } from "./givenRanges";

/**
 * How many arrive at each stage in each period, when volumes enter at the top of the funnel.
 * @customfunction EXPECTED_STAGES
 * @helpurl https://localhost:3000/reference/EXPECTED_STAGES.html
 * @param volumes_by_period Volume that enters in each period, in a row or a column (counts)
 * @param rates Rate of each step, first to last, in a row or a column (rates)
 * @param lags One row for each step: part of its conversions that comes 0, 1, 2 ... periods later (shares, each row sum 1)
 * @param [periods] How many periods to show; as many as there are volumes when left out (count)
 * @returns One row for each step, one column for each period (counts).
 */
export function expectedStages(
  volumes_by_period: any[][],
  rates: any[][],
  lags: any[][],
  periods?: any,
): any[][] {
  return table(() =>
    compute(
      list("volumes_by_period", "volume", volumes_by_period).values,
      list("rates", "rate", rates).values,
      numbers("lags", lags),
      maybe("periods", periods),
    ),
  );
}
