import { amount, refuse, share, shown } from "./checks";

/**
 * Next-twelve-months revenue split into existing base, expansion of current customers and net new customers.
 *
 * Meaning: expansion and nnc are their shares of the revenue, base is what remains.
 * Shape: revenue in money, shares fractions 0-1 that need not add up to 1; [base, expansion, nnc] in money.
 * Method: the base by subtraction, so that the three add up to the revenue.
 * Source: definition.
 * Throws: value for negative revenue, a share outside 0-1, or shares above 1 in sum (beyond 1e-9, for typed thirds).
 *
 * @example ntmSplit(10_000_000, 0.25, 0.15) // [6000000, 2500000, 1500000]
 */
export function ntmSplit(
  ntmRevenue: number,
  expansionShare: number,
  nncShare: number,
): [base: number, expansion: number, nnc: number] {
  amount("ntm_revenue", ntmRevenue);
  share("expansion_share", expansionShare);
  share("nnc_share", nncShare);
  const together = expansionShare + nncShare;
  if (together > 1 + 1e-9)
    refuse(
      `expansion_share and nnc_share must add up to at most 1; got ${shown(together)} - lower one of them`,
    );
  const expansion = ntmRevenue * expansionShare + 0;
  // min: shares such as 0.7 and 0.3 may exceed the whole by their last binary digit.
  const nnc = Math.min(ntmRevenue * nncShare, ntmRevenue - expansion) + 0;
  return [ntmRevenue - expansion - nnc + 0, expansion, nnc];
}
