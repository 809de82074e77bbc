import { sourceTargets as compute } from "../funnel";
import { spill } from "./cell";
import { number } from "./given";
import { list } from "./givenRanges";

/**
 * A bookings target shared out among sources such as marketing, sales and partners.
 * @customfunction SOURCE_TARGETS
 * @helpurl https://localhost:3000/reference/SOURCE_TARGETS.html
 * @param bookings_target Bookings to reach (money)
 * @param source_shares Share of each source, in a row or a column; together 100% (shares, 0 to 1)
 * @returns One target per source, laid out like the shares (money).
 */
export function sourceTargets(
  bookings_target: any,
  source_shares: any[][],
): any[][] {
  return spill(() => {
    const target = number("bookings_target", bookings_target);
    const { values, orientation } = list(
      "source_shares",
      "share",
      source_shares,
    );
    return { values: compute(target, values), orientation };
  });
}
