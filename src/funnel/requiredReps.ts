import { ceilGuard } from "./ceilGuard";
import { amount, notZero, result, share } from "./checks";

/**
 * People needed to work a volume.
 *
 * Meaning: volume / (capacityPerRep x rampedShare), rounded up to whole people.
 * Shape: `volume` and `capacityPerRep` in the same unit and for the same time (SQLs a quarter), `rampedShare` the part
 * of full capacity that the team has on average, a fraction 0-1; the result is a whole number.
 * Method: division, then `ceilGuard`.
 * Source: definition.
 * Throws: value for a negative amount or a share outside 0-1; na for a capacity or share of 0 while there is work; num
 * for more people than a number holds.
 *
 * @example requiredReps(640, 90, 0.8) // 9
 */
export function requiredReps(
  volume: number,
  capacityPerRep: number,
  rampedShare = 1,
): number {
  amount("volume", volume);
  amount("capacity_per_rep", capacityPerRep);
  share("ramped_share", rampedShare);
  if (volume === 0) return 0;
  notZero("capacity_per_rep", capacityPerRep, "how much one person can work");
  notZero("ramped_share", rampedShare, "a share above 0, such as 80%");
  return ceilGuard(result(volume / capacityPerRep / rampedShare));
}
