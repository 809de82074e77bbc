import { amount, notZero, refuse } from "./checks";
import { FunnelError } from "./funnelError";
import { attainmentOf, standing, waitOf } from "./response/standing";

/**
 * How well an agreed time to answer is kept, from waits in hours.
 *
 * Meaning: attainment among leads that are due, met, breached (answered late, or open beyond the time), pending (open in
 * time), lowest and highest attainment once all are answered, attainment by Kaplan-Meier, median and 90th percentile of
 * the waits with open leads taken as waiting longer.
 * Shape: `hours` waited until the answer or until now; `responded` 0 where there is none yet; hours above 0. Nine numbers,
 * an na error where nothing is due or a percentile is not reached.
 * Method: counts; Kaplan-Meier (see waitingTimes).
 * Source: E. L. Kaplan, P. Meier, JASA 53 (1958), 457-481; the cases in the tests are those of R's package survival.
 * Throws: value for lists of different lengths or a negative wait; na without leads or agreed hours.
 *
 * @example slaSummary([1, 2, 3, 9], [1, 1, 0, 1], 4).slice(0, 4) // [2 / 3, 2, 1, 1]
 */
export function slaSummary(
  hours: readonly number[],
  responded: readonly number[],
  slaHours: number,
): (number | FunnelError)[] {
  if (hours.length !== responded.length)
    refuse(
      `hours and responded must have the same number of leads; got ${hours.length} and ${responded.length}`,
    );
  if (hours.length === 0)
    throw new FunnelError("na", "hours is blank - give at least one lead");
  hours.forEach((each, at) => amount(`hours ${at + 1}`, each));
  notZero(
    "sla_hours",
    amount("sla_hours", slaHours),
    "the hours agreed, such as 4",
  );
  const isAnswered = (_: number, at: number): boolean => responded[at] !== 0;
  const counts = standing(
    Float64Array.from(hours.filter(isAnswered)),
    Float64Array.from(hours.filter((each, at) => !isAnswered(each, at))),
    slaHours,
  );
  const { met, missed, overdue, open } = counts;
  return [
    attainmentOf(counts),
    met,
    missed + overdue,
    open,
    met / hours.length,
    (met + open) / hours.length,
    counts.times.answeredWithin(slaHours),
    waitOf(counts, 0.5),
    waitOf(counts, 0.9),
  ];
}
