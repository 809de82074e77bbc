import { localTime as compute } from "../funnel";
import { cell } from "./cell";
import { number, text } from "./given";

/**
 * What the clock on the wall shows in a place at a moment given in UTC, summer time included.
 * @customfunction LOCAL_TIME
 * @helpurl https://localhost:3000/reference/LOCAL_TIME.html
 * @param utc The moment in UTC, as most systems export it (date and time)
 * @param time_zone Name of the time zone (IANA name such as Europe/Zurich)
 * @returns Local date and time; give the cell a date and time format (date and time).
 */
export function localTime(utc: any, time_zone: any): number {
  return cell(() => compute(number("utc", utc), text("time_zone", time_zone)));
}
