import { refuse } from "./checks";
import { FunnelError } from "./funnelError";
import { DAY_SECONDS, secondsOf } from "./response/moment";
import { zoneOffset } from "./response/zoneOffset";
import { serialDate } from "./timing/serialDate";

/**
 * What the clock on the wall shows in a place at a moment given in UTC.
 *
 * Meaning: the local date and time, summer time included.
 * Shape: an Excel serial in UTC, from 2 March 1900 on; an IANA name such as "Europe/Zurich", in any case; an Excel serial.
 * Method: the offset of the time zone at that second, from the time zones that every JavaScript engine holds.
 * Source: IANA time zone database; the cases in the tests come from Python's zoneinfo.
 * Throws: na for a blank; value for a moment that is no date or a time zone that is unknown.
 *
 * @example localTime(45361.25, "America/New_York") // 45361.041666666664
 */
export function localTime(utc: number, zone: string): number {
  if (utc === 0)
    throw new FunnelError("na", "utc is blank - enter a date with its time");
  const seconds = secondsOf(serialDate("utc", utc));
  if (zone === "")
    throw new FunnelError(
      "na",
      "time_zone is blank - enter a name such as Europe/Zurich",
    );
  const local = (seconds + zoneOffset(seconds, zone)) / DAY_SECONDS;
  if (local < 61 || local >= 2_958_466)
    refuse(
      "utc must lie a day within 1 March 1900 and 31 December 9999 - check the date",
    );
  return local;
}
