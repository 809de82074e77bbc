import { clockFor } from "./response/businessClock";
import { DAY_SECONDS, moment } from "./response/moment";
import { slaSeconds } from "./response/slaSeconds";

/**
 * When a lead must have its answer.
 *
 * Meaning: the first moment at which `slaHours` of working time have passed since `created`. A lead that comes at night
 * or on a day off starts to wait when work begins.
 * Shape: moments as Excel serials; hours above 0; working time as for `businessHours`.
 * Method: the exact inverse of `businessHours`, in whole seconds. What falls due at the end of a day is due then and not
 * when the next day begins.
 * Source: definition.
 * Throws: na for a blank date or hours of 0; num beyond the year 9999; value as `businessHours`.
 *
 * @example slaDue(45352.6875, 4, 9, 17) // 45355.520833333336
 */
export function slaDue(
  created: number,
  slaHours: number,
  dayStart: number,
  dayEnd: number,
  weekend: number | string = 1,
  holidays: readonly number[] = [],
): number {
  const from = moment("created", created);
  const seconds = slaSeconds(slaHours);
  const clock = clockFor({ dayStart, dayEnd, weekend, holidays });
  return clock.due(from, seconds) / DAY_SECONDS;
}
