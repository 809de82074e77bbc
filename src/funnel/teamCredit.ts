import { amount, refuse } from "./checks";
import { creditSplit, type CreditModel } from "./creditSplit";
import { totalsByName } from "./names/totalsByName";

/**
 * A deal's value split among the teams whose touches came before it closed, so that nothing is counted twice.
 *
 * Meaning: one row per team in the order of appearance: its name and its part of the value. The parts add up to the value.
 * Shape: value in money; `teams` one name per touch, told apart neither by capitals nor by spaces; the rest as
 * `creditSplit`. A touch with credit but without a team counts for "(no team)".
 * Method: the value times the sum of the shares of each team's touches.
 * Source: definition; the split is `creditSplit`.
 * Throws: value for a negative value or lists of different lengths; otherwise as `creditSplit`.
 *
 * @example teamCredit(90000, [45000, 45005, 45006], ["Marketing", "Sales", "sales"], 45010, "linear") // [["Marketing", 30000], ["Sales", 60000]]
 */
export function teamCredit(
  value: number,
  touchDates: readonly number[],
  teams: readonly string[],
  closeDate: number,
  model: CreditModel,
  halfLifeDays?: number,
): [team: string, credit: number][] {
  amount("value", value);
  if (teams.length !== touchDates.length)
    refuse(
      `teams must name one team for each of the ${touchDates.length} touches; got ${teams.length} - give a name for every touch`,
    );
  const shares = creditSplit(touchDates, closeDate, model, halfLifeDays);
  const places = shares
    .map((_, at) => at)
    .filter((at) => shares[at]! > 0 || teams[at]!.trim() !== "");
  return totalsByName(
    places.map((at) => value * shares[at]!),
    places.map((at) => teams[at]!),
    "(no team)",
  );
}
