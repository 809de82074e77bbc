import {
  amount,
  amountsOf,
  finiteNumber,
  refuse,
  result,
  shown,
} from "./checks";
import { FunnelError } from "./funnelError";
import { sum } from "./sum";

const MONTHS = 12;

/**
 * Bookings needed so that this much revenue is recognised inside the year.
 *
 * Meaning: a deal booked in month m counts from the middle of that month, so 12.5 - m months of its term fall into the
 * year. Level bookings at a 12-month term must be twice the revenue that they are to bring.
 * Shape: `revenue` money; `phasing` a share or weight for each month, first to twelfth (months left out count as 0);
 * `termMonths` the contract's length, above 0; the result is money (contract value).
 * Method: revenue x sum(w) / sum(w x min(1, (12.5 - m) / termMonths)), sums compensated.
 * Source: mid-month convention; the cases in the tests come from exact rational arithmetic.
 * Throws: value for negative revenue or weights, a term of 0 or less, weights after the twelfth month; na when revenue
 * is needed and every weight is 0; num for bookings beyond the range of a number.
 *
 * @example bookingsForRevenue(1_000_000, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]) // 2000000
 */
export function bookingsForRevenue(
  revenue: number,
  phasing: readonly number[],
  termMonths = 12,
): number {
  amount("revenue", revenue);
  amountsOf("phasing month", phasing);
  if (finiteNumber("term_months", termMonths) <= 0)
    refuse(
      `term_months must be above 0; got ${shown(termMonths)} - leave it out for 12 months`,
    );
  if (phasing.slice(MONTHS).some((weight) => weight !== 0))
    refuse(
      `phasing must be 12 months at most; got ${phasing.length} - give one share or weight for each month of the year`,
    );
  if (revenue === 0) return 0;

  const largest = phasing.reduce((most, weight) => Math.max(most, weight), 0);
  if (largest === 0)
    throw new FunnelError(
      "na",
      "phasing is blank or 0 in every month - enter a share or weight for the months in which deals are booked",
    );
  const weights = phasing.slice(0, MONTHS).map((weight) => weight / largest);
  const recognised = weights.map(
    (weight, at) => weight * Math.min(1, (MONTHS - at - 0.5) / termMonths),
  );
  return result(revenue * (sum(weights) / sum(recognised)));
}
