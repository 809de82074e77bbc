import { slaDue as compute } from "../funnel";
import { cell } from "./cell";
import { number } from "./given";
import { holidays as days, weekend as off } from "./givenCalendar";

/**
 * When a lead must have its answer, in working hours.
 * @customfunction SLA_DUE
 * @helpurl https://localhost:3000/reference/SLA_DUE.html
 * @param created When the lead was created (date and time)
 * @param sla_hours Agreed time to answer (working hours)
 * @param day_start When a working day begins (time such as 9:00, or hours such as 9)
 * @param day_end When it ends; 24 for midnight (time such as 17:30, or hours such as 17.5)
 * @param [weekend] Days off as in NETWORKDAYS.INTL; Saturday and Sunday when left out (number such as 1, 7 or 11, or seven 0s and 1s from Monday such as "0000011")
 * @param [holidays] Further days off, in any order (dates)
 * @returns The moment at which the agreed time has passed; give the cell a date and time format (date and time).
 */
export function slaDue(
  created: any,
  sla_hours: any,
  day_start: any,
  day_end: any,
  weekend?: any,
  holidays?: any[][],
): number {
  return cell(() =>
    compute(
      number("created", created),
      number("sla_hours", sla_hours),
      number("day_start", day_start),
      number("day_end", day_end),
      off(weekend),
      days(holidays),
    ),
  );
}
