/** Dates with a time of day, counted in whole seconds: an Excel serial carries a time only to some microseconds. */
import { FunnelError } from "../funnelError";
import { serialDate } from "../timing/serialDate";

export const DAY_SECONDS = 86_400;

/** The seconds of a serial. */
export const secondsOf = (serial: number): number =>
  Math.round(serial * DAY_SECONDS);

/** The seconds of a date that may not be blank; `row` counts from 0 where the date is one of many. */
export function moment(name: string, serial: number, row?: number): number {
  // Names are built only for what is refused: a million rows come this way.
  if (serial >= 61 && serial < 2_958_466) return secondsOf(serial);
  const full = row === undefined ? name : `${name} ${row + 1}`;
  if (serial === 0)
    throw new FunnelError(
      "na",
      `${full} is blank - enter a date with its time`,
    );
  return secondsOf(serialDate(full, serial));
}
