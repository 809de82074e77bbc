import { expectedBookings } from "./expectedBookings";
import { expectedVolumes } from "./expectedVolumes";

/**
 * The whole row from a volume to its bookings.
 *
 * Meaning: the counts of `expectedVolumes`, then the money of `expectedBookings` when a deal size is given.
 * Shape: as there; one count per rate, bookings last.
 * Method, source and failures: as there.
 *
 * @example forward(10_000, [0.08, 0.35, 0.22], 30_000) // [800, 280, 61.6, 1848000]
 */
export function forward(
  volume: number,
  rates: readonly number[],
  averageDealSize?: number,
): number[] {
  const volumes = expectedVolumes(volume, rates);
  return averageDealSize === undefined
    ? volumes
    : [...volumes, expectedBookings(volume, rates, averageDealSize)];
}
