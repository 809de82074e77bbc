import { slaAttainment as compute } from "../funnel";
import { spill } from "./cell";
import { number } from "./given";
import { holidays as days, weekend as off } from "./givenCalendar";
import { lists } from "./givenRanges";

/**
 * How well an agreed time to answer is kept: attainment, met, missed, overdue, open, median and 90th percentile of the hours.
 * @customfunction SLA_ATTAINMENT
 * @helpurl https://localhost:3000/reference/SLA_ATTAINMENT.html
 * @param created When each lead was created, in a row or a column (dates and times)
 * @param responded First answer to each; blank where there is none yet (dates and times)
 * @param sla_hours Agreed time to answer (working hours)
 * @param as_of The moment at which open leads are judged (date and time)
 * @param day_start When a working day begins (time such as 9:00, or hours such as 9)
 * @param day_end When it ends; 24 for midnight (time such as 17:30, or hours such as 17.5)
 * @param [weekend] Days off as in NETWORKDAYS.INTL; Saturday and Sunday when left out (number such as 1, 7 or 11, or seven 0s and 1s from Monday such as "0000011")
 * @param [holidays] Further days off, in any order (dates)
 * @returns Part in time of the leads that are due; leads met, missed, overdue and open; hours by which half and nine in ten are answered; in a row (rate, counts, hours).
 */
export function slaAttainment(
  created: any[][],
  responded: any[][],
  sla_hours: any,
  as_of: any,
  day_start: any,
  day_end: any,
  weekend?: any,
  holidays?: any[][],
): any[][] {
  return spill(() => {
    const [from, to] = lists(
      ["created", "created date", created],
      ["responded", "responded date", responded],
    );
    return {
      values: compute(
        from!.values,
        to!.values,
        number("sla_hours", sla_hours),
        number("as_of", as_of),
        number("day_start", day_start),
        number("day_end", day_end),
        off(weekend),
        days(holidays),
      ),
      orientation: "row",
    };
  });
}
