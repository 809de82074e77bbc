import { bonusPayout as compute } from "../funnel";
import { spill } from "./cell";
import { number } from "./given";
import { lists } from "./givenRanges";

/**
 * A bonus pool paid out by what each team reached and by what all reached together.
 * @customfunction BONUS_PAYOUT
 * @helpurl https://localhost:3000/reference/BONUS_PAYOUT.html
 * @param pool Bonus at full attainment, for all together (money)
 * @param weights Weight of each team or person, in a row or a column (weights, 0 or more)
 * @param own_attainment What each of them reached (ratios, 90% or 0.9)
 * @param shared_attainment What all reached together, such as revenue against target (ratio, 97% or 0.97)
 * @param shared_weight Part of the bonus that depends on the shared result (share, 0 to 1)
 * @param threshold Attainment below which nothing is paid (ratio, 70% or 0.7)
 * @param cap Attainment above which no more is paid (ratio, 150% or 1.5)
 * @returns One payout per weight, laid out like the weights; what is not earned stays in the pool (money).
 */
export function bonusPayout(
  pool: any,
  weights: any[][],
  own_attainment: any[][],
  shared_attainment: any,
  shared_weight: any,
  threshold: any,
  cap: any,
): any[][] {
  return spill(() => {
    const [weighed, own] = lists(
      ["weights", "weight", weights],
      ["own_attainment", "own_attainment", own_attainment],
    );
    return {
      values: compute(
        number("pool", pool),
        weighed!.values,
        own!.values,
        number("shared_attainment", shared_attainment),
        number("shared_weight", shared_weight),
        number("threshold", threshold),
        number("cap", cap),
      ),
      orientation: weighed!.orientation,
    };
  });
}
