/** Amounts added up by owner. Those beside a blank belong to nobody and are shown as such, so that nothing is lost. */
import { refuse } from "../checks";
import { totalsByName } from "../names/totalsByName";

export function ownerTotals(
  amounts: readonly number[],
  owners: readonly string[],
): [owner: string, total: number][] {
  if (owners.length !== amounts.length)
    refuse(
      `owners must name one owner for each of the ${amounts.length} drivers; got ${owners.length} - give a name for every driver`,
    );
  return totalsByName(amounts, owners, "(no owner)");
}
