import { amount, result, shown } from "./checks";
import { FunnelError } from "./funnelError";
import { needs } from "./timing/periods";

/**
 * Volume to create in each period of the plan, so that the deals come a lag later.
 *
 * Meaning: the deals of period t + lag, divided by the rate. A lag between two periods takes its part of each: 1.4 periods
 * are 60 % of the deals one period later and 40 % of those two periods later. What is needed before the first period shows
 * when the range starts with periods without a target.
 * Shape: `bookings` money, first period first; `averageDealSize` money; `rate` a fraction above 0; `lagPeriods` 0 or more;
 * one count per period, or an error of its own where the deals would fall after the last target that is known.
 * Method: shift with linear interpolation; exact for level and linear targets. A lag within 1e-9 of a whole number of
 * periods needs no second period.
 * Source: definition; the cases in the tests come from NumPy.
 * Throws: value for negative numbers or a rate above 1; div0 for a deal size of 0; na when deals are needed and the rate is
 * 0, and in the cells beyond the plan; num beyond a number.
 *
 * @example requiredSchedule([10, 20, 30, 0], 1, 0.5, 0.5).slice(0, 3) // [30, 50, 30]
 */
export function requiredSchedule(
  bookings: readonly number[],
  averageDealSize: number,
  rate: number,
  lagPeriods: number,
): (number | FunnelError)[] {
  const { deals, isNeeded } = needs(bookings, averageDealSize, rate);
  amount("lag_periods", lagPeriods);
  const whole = Math.floor(lagPeriods + DUST);
  const rest = Math.max(0, lagPeriods - whole);
  const reach = rest > DUST ? whole + 1 : whole;
  return deals.map((_, at) => {
    if (at + reach >= deals.length) return beyond(lagPeriods, deals.length);
    if (!isNeeded) return 0;
    const now = (1 - rest) * deals[at + whole]!;
    return result((now + rest * (deals[at + reach] ?? 0)) / rate);
  });
}

const DUST = 1e-9;

const beyond = (lag: number, last: number): FunnelError =>
  new FunnelError(
    "na",
    `with lag_periods ${shown(lag)} the deals of this period's leads come after the last of the ${last} targets - extend the plan`,
  );
