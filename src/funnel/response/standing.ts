/** How many leads stand how, and how long they wait, against the time agreed. */
import { FunnelError } from "../funnelError";
import { waitingTimes, type WaitingTimes } from "./waitingTimes";

export interface Standing {
  met: number;
  missed: number;
  overdue: number;
  open: number;
  times: WaitingTimes;
}

/** Waits and the limit in one unit; the waits are sorted in place. */
export function standing(
  answered: Float64Array,
  unanswered: Float64Array,
  limit: number,
): Standing {
  const within = (waits: Float64Array): number =>
    waits.reduce((count, wait) => (wait <= limit ? count + 1 : count), 0);
  const met = within(answered);
  const open = within(unanswered);
  return {
    met,
    missed: answered.length - met,
    overdue: unanswered.length - open,
    open,
    times: waitingTimes(answered, unanswered),
  };
}

/** Met of those that are due. */
export function attainmentOf(counts: Standing): number | FunnelError {
  const { met, missed, overdue } = counts;
  const due = met + missed + overdue;
  return due === 0
    ? new FunnelError(
        "na",
        "no lead is answered or overdue yet - there is nothing to judge",
      )
    : met / due;
}

export function waitOf(
  { times }: Standing,
  part: number,
): number | FunnelError {
  return (
    times.quantile(part) ??
    new FunnelError(
      "na",
      `fewer than ${part * 100}% of the leads are answered so far - that wait is not reached yet`,
    )
  );
}
