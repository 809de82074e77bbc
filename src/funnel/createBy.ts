import { amount, refuse, shown } from "./checks";
import { serialDate, FIRST_DATE } from "./timing/serialDate";

/**
 * The latest date on which a lead must exist to become a booking by a given date.
 *
 * Meaning: the booking date less the lag, its time of day dropped: a lag of 10.5 days needs the day before the tenth.
 * Shape: `bookingDate` a date serial of the 1900 system, `lagDays` 0 or more; a whole date serial.
 * Method: INT(ROUND(booking_date - lag_days, 6)), so that 45000.3 - 0.3 is 45000.
 * Source: definition.
 * Throws: na for a date of 0; value for a date before 1 March 1900 or after 9999, given or reached, or a negative lag.
 *
 * @example createBy(46_112, 90) // 46022
 */
export function createBy(bookingDate: number, lagDays: number): number {
  serialDate("booking_date", bookingDate);
  amount("lag_days", lagDays);
  const created = Math.floor(Number((bookingDate - lagDays).toFixed(6)));
  if (created < FIRST_DATE)
    refuse(
      `lag_days must end after 1 March 1900; got ${shown(lagDays)} days before the booking - enter a lag in days`,
    );
  return created;
}
