import { divisor, inItsCell, refuse } from "./checks";
import { FunnelError } from "./funnelError";
import { sum } from "./sum";
import { amounts, lagCurve, usableCurve } from "./timing/periods";

/**
 * Customer acquisition cost with each customer charged to the money that bought it, spent some periods earlier.
 *
 * Meaning: for each period (lag 0 x spend of that period + lag 1 x spend of the period before + …) / customers.
 * Shape: spend in money and customers as counts, one each per period; `lagShares` the part of the customers won 0, 1, 2 …
 * periods after the spend, at most 1 in sum; money for each period. Periods whose money was spent before the first one
 * have an na error in their place, periods without customers a div0 error.
 * Method: convolution of spend and lag, compensated. Shares of 0 at the end need no history.
 * Source: definition; the cases in the tests come from exact fractions.
 * Throws: value for lists of different lengths, a negative amount, a share beyond 0 to 1 or shares above 1 in sum; na when
 * all shares are 0.
 *
 * @example laggedCac([8000, 12_000, 20_000], [1, 2, 4], [0.5, 0.5]).slice(1) // [5000, 4000]
 */
export function laggedCac(
  spendByPeriod: readonly number[],
  customersByPeriod: readonly number[],
  lagShares: readonly number[],
): (number | FunnelError)[] {
  if (spendByPeriod.length !== customersByPeriod.length)
    refuse(
      `spend_by_period and customers_by_period must have the same number of periods; got ${spendByPeriod.length} and ${customersByPeriod.length}`,
    );
  amounts("spend_by_period", "spend", spendByPeriod);
  amounts("customers_by_period", "customers", customersByPeriod);
  const lags = withoutTail(usableCurve(lagCurve(lagShares)));
  const earlier = lags.length - 1;
  return customersByPeriod.map((customers, period) =>
    inItsCell(() => {
      if (period < earlier)
        throw new FunnelError(
          "na",
          `period ${period + 1} needs the spend of the ${earlier} periods before it - begin the ranges earlier`,
        );
      divisor(
        `customers ${period + 1}`,
        customers,
        "how many customers were won",
      );
      const parts = lags.map(
        (part, ago) => part * spendByPeriod[period - ago]!,
      );
      return sum(parts) / customers;
    }),
  );
}

/** Without the shares of 0 at the end. */
function withoutTail(shares: readonly number[]): readonly number[] {
  let length = shares.length;
  while (length > 0 && shares[length - 1] === 0) length--;
  return shares.slice(0, length);
}
