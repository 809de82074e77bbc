import { CREDIT_MODELS, teamCredit as compute } from "../funnel";
import { table } from "./cell";
import { chosen, number } from "./given";
import { labelled } from "./givenRanges";

/**
 * A deal's value split among the teams whose touches came before it closed. The parts add up to the value.
 * @customfunction TEAM_CREDIT
 * @helpurl https://localhost:3000/reference/TEAM_CREDIT.html
 * @param value What the deal is worth (money)
 * @param touch_dates When each touch happened, in any order; a blank is no touch (dates)
 * @param teams The team that made each touch (text)
 * @param close_date When the deal closed; later touches get nothing (date)
 * @param model "first", "last", "linear" (equal), "position" (40% first, 40% last, 20% between) or "decay" (text)
 * @param [half_life_days] For "decay": days before the last touch after which a touch counts half (days, above 0)
 * @returns A row for each team in the order of appearance: the name and its part of the value (text, money).
 */
export function teamCredit(
  value: any,
  touch_dates: any[][],
  teams: any[][],
  close_date: any,
  model: any,
  half_life_days?: any,
): any[][] {
  return table(() => {
    const { labels, lists } = labelled(
      ["teams", "team", teams],
      ["touch_dates", "touch date", touch_dates],
    );
    return compute(
      number("value", value),
      lists[0]!.values,
      labels.values,
      number("close_date", close_date),
      chosen("model", model, CREDIT_MODELS),
      number("half_life_days", half_life_days),
    );
  });
}
