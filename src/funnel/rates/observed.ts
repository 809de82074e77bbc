/**
 * What was counted: `converted` of `entered`. Counts may be fractional (weighted leads), so a rate need not be a ratio of
 * whole numbers; beyond 1e15 a number no longer counts single leads.
 */
import { amount, refuse, shown } from "../checks";
import { FunnelError } from "../funnelError";

export const MOST_LEADS = 1e15;

/** `suffix` tells one pair from another: "_2" or " 2". */
export function observed(
  converted: number,
  entered: number,
  suffix = "",
): number {
  const [some, all] = [`converted${suffix}`, `entered${suffix}`];
  amount(some, converted);
  count(all, entered);
  if (converted > entered)
    refuse(
      `${some} must be at most ${all}; got ${shown(converted)} of ${shown(entered)} - count only those that entered`,
    );
  if (entered === 0)
    throw new FunnelError(
      "na",
      `${all} is blank or 0 - enter how many leads entered the stage`,
    );
  return converted / entered;
}

export function count(name: string, value: number): number {
  if (amount(name, value) > MOST_LEADS)
    refuse(
      `${name} must be at most 1E+15; got ${shown(value)} - enter a count of leads`,
    );
  return value;
}
