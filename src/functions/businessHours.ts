import { businessHours as compute } from "../funnel";
import { cell } from "./cell";
import { number, optional } from "./given";
import { holidays as days, weekend as off } from "./givenCalendar";

/**
 * Hours between two moments, counted only while people work.
 * @customfunction BUSINESS_HOURS
 * @helpurl https://localhost:3000/reference/BUSINESS_HOURS.html
 * @param start The earlier moment, such as the creation of a lead (date and time)
 * @param end The later moment, such as the first answer (date and time)
 * @param [day_start] When a working day begins; 9:00 when left out (time such as 9:00, or hours such as 9)
 * @param [day_end] When it ends; 17:00 when left out, 24 for midnight (time such as 17:30, or hours such as 17.5)
 * @param [weekend] Days off as in NETWORKDAYS.INTL; Saturday and Sunday when left out (number such as 1, 7 or 11, or seven 0s and 1s from Monday such as "0000011")
 * @param [holidays] Further days off, in any order (dates)
 * @returns Working hours from start to end (hours).
 */
export function businessHours(
  start: any,
  end: any,
  day_start?: any,
  day_end?: any,
  weekend?: any,
  holidays?: any[][],
): number {
  return cell(() =>
    compute(
      number("start", start),
      number("end", end),
      optional("day_start", day_start, 9),
      optional("day_end", day_end, 17),
      off(weekend),
      days(holidays),
    ),
  );
}
