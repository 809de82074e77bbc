import { requiredReps as compute } from "../funnel";
import { cell } from "./cell";
import { number, optional } from "./given";

/**
 * People needed to work a volume of leads, whole.
 * @customfunction REQUIRED_REPS
 * @helpurl https://localhost:3000/reference/REQUIRED_REPS.html
 * @param volume Leads to work in a period (count)
 * @param capacity_per_rep Leads that one fully ramped person works in the same period (count)
 * @param [ramped_share] Part of full capacity that the team has on average; all of it when left out (share, 0 to 1)
 * @returns People (count).
 */
export function requiredReps(
  volume: any,
  capacity_per_rep: any,
  ramped_share?: any,
): number {
  return cell(() =>
    compute(
      number("volume", volume),
      number("capacity_per_rep", capacity_per_rep),
      optional("ramped_share", ramped_share, 1),
    ),
  );
}
