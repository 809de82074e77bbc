import { refuse } from "./checks";
import { FunnelError } from "./funnelError";
import { clockFor } from "./response/businessClock";
import { moment } from "./response/moment";
import { slaSeconds } from "./response/slaSeconds";

export type SlaStatus = "Met" | "Missed" | "Open" | "Overdue";

/**
 * How a lead stands against the agreed time to answer.
 *
 * Meaning: answered in time (Met) or late (Missed); not answered by `asOf`, still in time (Open) or not (Overdue).
 * Shape: moments as Excel serials, `responded` 0 where nobody has answered; hours above 0; working time as for
 * `businessHours`.
 * Method: working hours from creation to the answer, or to `asOf`; exactly the agreed hours are in time. An answer after
 * `asOf` was not known then: the lead counts as not answered.
 * Source: definition.
 * Throws: na for a blank date or hours of 0, or a lead created after `asOf`; value for an answer before the creation;
 * otherwise as `businessHours`.
 *
 * @example slaStatus(45352.6875, 45355.4375, 4, 45356, 9, 17) // "Met"
 */
export function slaStatus(
  created: number,
  responded: number,
  slaHours: number,
  asOf: number,
  dayStart: number,
  dayEnd: number,
  weekend: number | string = 1,
  holidays: readonly number[] = [],
): SlaStatus {
  const from = moment("created", created);
  const seconds = slaSeconds(slaHours);
  const now = moment("as_of", asOf);
  const clock = clockFor({ dayStart, dayEnd, weekend, holidays });
  const answer = responded === 0 ? Infinity : moment("responded", responded);
  if (answer < from)
    refuse("responded is before created - check the two dates");
  if (from > now)
    throw new FunnelError(
      "na",
      "created is after as_of - the lead does not exist yet",
    );
  const isInTime = clock.elapsed(from, Math.min(answer, now)) <= seconds;
  return answer <= now
    ? isInTime
      ? "Met"
      : "Missed"
    : isInTime
      ? "Open"
      : "Overdue";
}
