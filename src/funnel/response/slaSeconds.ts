/** The agreed hours in whole seconds, at least one. */
import { amount, notZero } from "../checks";

export function slaSeconds(hours: number): number {
  notZero(
    "sla_hours",
    amount("sla_hours", hours),
    "the hours agreed, such as 4",
  );
  return Math.max(1, Math.round(hours * 3600));
}
