import { acceptanceRate as compute } from "../funnel";
import { cell } from "./cell";
import { number, optional } from "./given";

/**
 * The part of the leads handed over that sales accepted.
 * @customfunction ACCEPTANCE_RATE
 * @helpurl https://localhost:3000/reference/ACCEPTANCE_RATE.html
 * @param accepted Leads that sales accepted (count)
 * @param rejected Leads that sales sent back (count)
 * @param [pending] Leads not decided yet, to rate all that were handed over; none when left out (count)
 * @returns Accepted part of the leads (rate).
 */
export function acceptanceRate(
  accepted: any,
  rejected: any,
  pending?: any,
): number {
  return cell(() =>
    compute(
      number("accepted", accepted),
      number("rejected", rejected),
      optional("pending", pending, 0),
    ),
  );
}
