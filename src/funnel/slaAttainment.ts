import { refuse } from "./checks";
import { FunnelError } from "./funnelError";
import { clockFor } from "./response/businessClock";
import { moment } from "./response/moment";
import { slaSeconds } from "./response/slaSeconds";
import { attainmentOf, standing, waitOf } from "./response/standing";

/**
 * How well an agreed time to answer is kept by many leads.
 *
 * Meaning: attainment among the leads that are due, met, missed (answered late), overdue (not answered and late), open
 * (not answered, in time), median and 90th percentile of the hours to an answer.
 * Shape: two lists of one length, moments as Excel serials, `responded` 0 where nobody has answered; the rest as for
 * `slaStatus`. Seven numbers, an na error where nothing is due or a percentile is not reached. Rows without a lead (both
 * 0) and leads created after `asOf` do not count.
 * Method: working hours of each lead; the percentiles by Kaplan-Meier, because leads without an answer wait longer than
 * they have waited so far: the average of the answered ones flatters.
 * Source: E. L. Kaplan, P. Meier, JASA 53 (1958), 457-481; the cases in the tests are those of R's package survival.
 * Throws: value for lists of different lengths or answers before the creation, naming the first row; na for a row without
 * a creation date or when no lead is left; otherwise as `slaStatus`.
 *
 * @example slaAttainment([45355.4, 45355.5], [45355.5, 0], 4, 45356.5, 9, 17).slice(0, 5) // [0.5, 1, 0, 1, 0]
 */
export function slaAttainment(
  created: readonly number[],
  responded: readonly number[],
  slaHours: number,
  asOf: number,
  dayStart: number,
  dayEnd: number,
  weekend: number | string = 1,
  holidays: readonly number[] = [],
): (number | FunnelError)[] {
  if (created.length !== responded.length)
    refuse(
      `created and responded must have the same number of leads; got ${created.length} and ${responded.length}`,
    );
  const limit = slaSeconds(slaHours);
  const now = moment("as_of", asOf);
  const { elapsed } = clockFor({ dayStart, dayEnd, weekend, holidays });
  const answered = new Float64Array(created.length);
  const unanswered = new Float64Array(created.length);
  let [answers, others] = [0, 0];
  for (let row = 0; row < created.length; row++) {
    if (created[row] === 0 && responded[row] === 0) continue;
    const from = moment("created date", created[row]!, row);
    const answer =
      responded[row] === 0
        ? Infinity
        : moment("responded date", responded[row]!, row);
    if (answer < from)
      refuse(
        `responded date ${row + 1} is before created date ${row + 1} - check the two dates, or leave out the row`,
      );
    if (from > now) continue;
    if (answer <= now) answered[answers++] = elapsed(from, answer);
    else unanswered[others++] = elapsed(from, now);
  }
  if (answers + others === 0)
    throw new FunnelError(
      "na",
      "created holds no lead up to as_of - give a range with leads, or a later as_of",
    );
  const counts = standing(
    answered.subarray(0, answers),
    unanswered.subarray(0, others),
    limit,
  );
  const hours = (wait: number | FunnelError): number | FunnelError =>
    typeof wait === "number" ? wait / 3600 : wait;
  return [
    attainmentOf(counts),
    counts.met,
    counts.missed,
    counts.overdue,
    counts.open,
    hours(waitOf(counts, 0.5)),
    hours(waitOf(counts, 0.9)),
  ];
}
