import { ntmSplit as compute } from "../funnel";
import { spill } from "./cell";
import { number } from "./given";

/**
 * Next-twelve-months revenue split into existing base, expansion and net new customers.
 * @customfunction NTM_SPLIT
 * @helpurl https://localhost:3000/reference/NTM_SPLIT.html
 * @param ntm_revenue Revenue of the next twelve months (money)
 * @param expansion_share Part that comes from expanding current customers (share, 0 to 1)
 * @param nnc_share Part that comes from net new customers (share, 0 to 1)
 * @returns Base, expansion and net new customer revenue, in a row (money).
 */
export function ntmSplit(
  ntm_revenue: any,
  expansion_share: any,
  nnc_share: any,
): any[][] {
  return spill(() => ({
    values: compute(
      number("ntm_revenue", ntm_revenue),
      number("expansion_share", expansion_share),
      number("nnc_share", nnc_share),
    ),
    orientation: "row",
  }));
}
