import { amount, result } from "./checks";
import { FunnelError } from "./funnelError";

/**
 * The part of the leads handed over that sales accepted.
 *
 * Meaning: accepted / (accepted + rejected + pending). Without `pending` it is the part of those decided; with it the
 * part of all, which grows as decisions come in.
 * Shape: counts; a rate.
 * Method: division.
 * Source: definition.
 * Throws: value for a negative count; div0 when there is no lead; num for more
 * leads than a number can count.
 *
 * @example acceptanceRate(60, 20) // 0.75
 */
export function acceptanceRate(
  accepted: number,
  rejected: number,
  pending = 0,
): number {
  amount("accepted", accepted);
  amount("rejected", rejected);
  amount("pending", pending);
  const leads = result(accepted + rejected + pending);
  if (leads === 0)
    throw new FunnelError(
      "div0",
      "accepted and rejected are blank or 0 - enter how many leads were decided",
    );
  return accepted / leads;
}
