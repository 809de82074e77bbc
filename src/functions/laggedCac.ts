import { laggedCac as compute } from "../funnel";
import { spill } from "./cell";
import { list, lists } from "./givenRanges";

/**
 * Customer acquisition cost by period, each customer charged to the money that bought it some periods earlier.
 * @customfunction LAGGED_CAC
 * @helpurl https://localhost:3000/reference/LAGGED_CAC.html
 * @param spend_by_period Money spent in each period, in a row or a column (money)
 * @param customers_by_period New customers won in each period (counts)
 * @param lag_shares Part of the customers that is won 0, 1, 2 ... periods after the spend (shares, at most 1 in sum)
 * @returns Cost of one customer by period, laid out like the spend; #N/A where the money was spent before the range (money).
 */
export function laggedCac(
  spend_by_period: any[][],
  customers_by_period: any[][],
  lag_shares: any[][],
): any[][] {
  return spill(() => {
    const [spend, customers] = lists(
      ["spend_by_period", "spend", spend_by_period],
      ["customers_by_period", "customers", customers_by_period],
    );
    const lag = list("lag_shares", "lag share", lag_shares);
    return {
      values: compute(spend!.values, customers!.values, lag.values),
      orientation: spend!.orientation,
    };
  });
}
