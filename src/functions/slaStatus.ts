import { slaStatus as compute } from "../funnel";
import { cell } from "./cell";
import { number } from "./given";
import { holidays as days, weekend as off } from "./givenCalendar";

/**
 * How a lead stands against the agreed time to answer: Met, Missed, Open or Overdue.
 * @customfunction SLA_STATUS
 * @helpurl https://localhost:3000/reference/SLA_STATUS.html
 * @param created When the lead was created (date and time)
 * @param responded First answer; blank where there is none yet (date and time)
 * @param sla_hours Agreed time to answer (working hours)
 * @param as_of The moment at which open leads are judged (date and time)
 * @param day_start When a working day begins (time such as 9:00, or hours such as 9)
 * @param day_end When it ends; 24 for midnight (time such as 17:30, or hours such as 17.5)
 * @param [weekend] Days off as in NETWORKDAYS.INTL; Saturday and Sunday when left out (number such as 1, 7 or 11, or seven 0s and 1s from Monday such as "0000011")
 * @param [holidays] Further days off, in any order (dates)
 * @returns Met or Missed once answered; before that Open in time, Overdue beyond it (text).
 */
export function slaStatus(
  created: any,
  responded: any,
  sla_hours: any,
  as_of: any,
  day_start: any,
  day_end: any,
  weekend?: any,
  holidays?: any[][],
): string {
  return cell(() =>
    compute(
      number("created", created),
      number("responded", responded),
      number("sla_hours", sla_hours),
      number("as_of", as_of),
      number("day_start", day_start),
      number("day_end", day_end),
      off(weekend),
      days(holidays),
    ),
  );
}
