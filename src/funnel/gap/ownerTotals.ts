/**
 * Amounts added up by the name that stands beside them.
 *
 * Method: names count as equal whatever their capitals and spaces; the first spelling is shown, in the order of first
 * appearance. Amounts beside a blank belong to nobody and are shown as such, so that nothing is lost from the total.
 */
import { refuse, result } from "../checks";
import { sum } from "../sum";

const NOBODY = "(no owner)";

export function ownerTotals(
  amounts: readonly number[],
  owners: readonly string[],
): [owner: string, total: number][] {
  if (owners.length !== amounts.length)
    refuse(
      `owners must name one owner for each of the ${amounts.length} drivers; got ${owners.length} - give a name for every driver`,
    );
  const found = new Map<string, { owner: string; amounts: number[] }>();
  owners.forEach((name, at) => {
    const owner = name.trim().replace(/\s+/g, " ") || NOBODY;
    const key = owner.toLowerCase();
    const group = found.get(key) ?? { owner, amounts: [] };
    found.set(key, group);
    group.amounts.push(amounts[at]!);
  });
  return [...found.values()].map((group) => [
    group.owner,
    result(sum(group.amounts)),
  ]);
}
