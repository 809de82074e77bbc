import { ceilGuard } from "./ceilGuard";
import {
  amount,
  choice,
  dealSize,
  rate,
  result,
  share,
  usableRate,
} from "./checks";

/** none: fractional; final: each row the exact answer rounded up once; cascade: each row rounded up from the one below. */
export const ROUNDINGS = ["none", "final", "cascade"] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/**
 * The reverse funnel: how many units each stage needs so that the bookings target is met.
 *
 * Meaning: deals = bookingsTarget x sourceShare / averageDealSize; each stage above = the stage below / its rate.
 * Shape: `rates` from the first to the last step, fractions 0-1, any number of them; the result has one count more, in
 * the same order, deals last. Money in one currency, counts fractional unless `rounding` asks for whole ones.
 * Method: division from the bottom up. "cascade" rounds at every stage, so that each shown row times its rate covers
 * the row below; "final" rounds the exact counts once; both with `ceilGuard`.
 * Source: definition; the cases in the tests come from exact rational arithmetic.
 * Throws: value for a negative amount, a rate outside 0-1 or an unknown rounding; div0 for a deal size of 0; na for a
 * rate of 0 below a positive need (a need of 0 is met whatever the rate); num for counts beyond the range of a number.
 *
 * @example requiredVolumes(1_000_000, 30_000, [0.08, 0.35, 0.22], 1, "cascade") // [5538, 443, 155, 34]
 */
export function requiredVolumes(
  bookingsTarget: number,
  averageDealSize: number,
  rates: readonly number[],
  sourceShare = 1,
  rounding: Rounding = "none",
  /** What the sentences call the rates. */
  names: readonly string[] = [],
): number[] {
  const nameOf = (step: number) => names[step] ?? `rate ${step + 1}`;
  amount("bookings_target", bookingsTarget);
  amount("average_deal_size", averageDealSize);
  rates.forEach((value, step) => {
    // A name is made for a refused one only.
    if (!(value > 0 && value <= 1)) rate(nameOf(step), value);
  });
  share("source_share", sourceShare);
  choice("rounding", rounding, ROUNDINGS);

  const each = (need: number) =>
    rounding === "cascade" ? ceilGuard(result(need)) : result(need);
  let need = each((bookingsTarget * sourceShare) / dealSize(averageDealSize));
  const volumes = new Array<number>(rates.length + 1).fill(need);
  for (let step = rates.length - 1; step >= 0; step--) {
    const value = rates[step]!;
    if (need > 0)
      need = each(need / (value || usableRate(nameOf(step), value)));
    volumes[step] = need;
  }
  return rounding === "final" ? volumes.map(ceilGuard) : volumes;
}
