import { creditSplit as compute, CREDIT_MODELS } from "../funnel";
import { spill } from "./cell";
import { chosen, number } from "./given";
import { list } from "./givenRanges";

/**
 * The credit for one deal, split among the touches that came before it closed. The shares add up to 100%.
 * @customfunction CREDIT_SPLIT
 * @helpurl https://localhost:3000/reference/CREDIT_SPLIT.html
 * @param touch_dates When each touch happened, in any order; a blank is no touch (dates)
 * @param close_date When the deal closed; later touches get nothing (date)
 * @param model "first", "last", "linear" (equal), "position" (40% first, 40% last, 20% between) or "decay" (text)
 * @param [half_life_days] For "decay": days before the last touch after which a touch counts half (days, above 0)
 * @returns One share per touch, laid out like the touches (shares).
 */
export function creditSplit(
  touch_dates: any[][],
  close_date: any,
  model: any,
  half_life_days?: any,
): any[][] {
  return spill(() => {
    const { values, orientation } = list(
      "touch_dates",
      "touch date",
      touch_dates,
    );
    return {
      values: compute(
        values,
        number("close_date", close_date),
        chosen("model", model, CREDIT_MODELS),
        number("half_life_days", half_life_days),
      ),
      orientation,
    };
  });
}
