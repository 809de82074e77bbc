import { FunnelError } from "./funnelError";
import { clockFor } from "./response/businessClock";
import { moment } from "./response/moment";
import { zoneOffset } from "./response/zoneOffset";

/**
 * Hours between two moments, counted only while people work.
 *
 * Meaning: the time from start to end that falls into working hours of working days.
 * Shape: moments as Excel serials; day times as Excel times below 1 or as hours (0.375 and 9 are both 9:00; an end of 1
 * or 24 is midnight); weekend as NETWORKDAYS.INTL takes it; holidays as serials in any order, 0 for a blank cell. Where
 * the stamps are UTC, `zone` (IANA) says where the working hours are. Hours.
 * Method: moments are rounded to whole seconds; working days are counted, not walked over; time outside working hours
 * counts 0. Clocks that change while nobody works do not matter.
 * Source: definition; the cases in the tests come from counting second by second.
 * Throws: na for a blank moment; num when the end is before the start; value for a moment that is no date, working hours
 * that end before they begin, or a weekend that is none.
 *
 * @example businessHours(45352.6875, 45355.375) // 0.5
 */
export function businessHours(
  start: number,
  end: number,
  dayStart = 9,
  dayEnd = 17,
  weekend: number | string = 1,
  holidays: readonly number[] = [],
  zone?: string,
): number {
  const from = local(moment("start", start), zone);
  const to = local(moment("end", end), zone);
  const clock = clockFor({ dayStart, dayEnd, weekend, holidays });
  if (to < from)
    throw new FunnelError(
      "num",
      "end is before start - enter the earlier moment first",
    );
  return clock.elapsed(from, to) / 3600;
}

const local = (seconds: number, zone?: string): number =>
  zone === undefined ? seconds : seconds + zoneOffset(seconds, zone);
