import { amount, result } from "./checks";
import { expectedVolumes } from "./expectedVolumes";

/**
 * Bookings to expect from a volume that enters the funnel.
 *
 * Meaning: volume x all rates x averageDealSize.
 * Shape: `volume` a count at the stage where the first rate begins, `rates` fractions 0-1, deal size and result money.
 * Method: `expectedVolumes`, its last stage being deals.
 * Source: definition; the cases in the tests come from exact rational arithmetic.
 * Throws: value for a negative amount or a rate outside 0-1; num for bookings beyond the range of a number.
 *
 * @example expectedBookings(10_000, [0.08, 0.35, 0.22], 30_000) // 1848000
 */
export function expectedBookings(
  volume: number,
  rates: readonly number[],
  averageDealSize: number,
): number {
  const deals = [volume, ...expectedVolumes(volume, rates)].at(-1)!;
  return result(deals * amount("average_deal_size", averageDealSize));
}
