/** Whole units where some curves are S-shaped: dynamic programming over how many units the curves so far share. */
import type { Response } from "./curve";
import { addOneByOne } from "./units";

export function sharedUnits(
  responses: readonly Response[],
  unitCost: number,
  units: number,
): number[] {
  const isCurved = responses.map(({ inflection }) => inflection > 0);
  const others = responses.filter((_, at) => !isCurved[at]);
  // What 0, 1, 2 … units bring: first on all other curves together.
  let best = new Float64Array(units + 1);
  const brought =
    others.length > 0
      ? addOneByOne(
          others,
          unitCost,
          others.map(() => 0),
          units,
        )
      : [];
  for (let count = 1; count <= units; count++)
    best[count] = best[count - 1]! + (brought[count - 1] ?? 0);
  const choices = responses.map((each, at) => {
    if (!isCurved[at]) return undefined;
    const alone = Float64Array.from(best, (_, own) =>
      each.result(own * unitCost),
    );
    const choice = new Int32Array(units + 1);
    const next = best.slice();
    for (let count = 1; count <= units; count++)
      for (let own = 1; own <= count; own++) {
        const total = best[count - own]! + alone[own]!;
        if (total > next[count]!) {
          next[count] = total;
          choice[count] = own;
        }
      }
    best = next;
    return choice;
  });
  const counts = responses.map(() => 0);
  let left = units;
  for (let at = responses.length - 1; at >= 0; at--) {
    counts[at] = choices[at]?.[left] ?? 0;
    left -= counts[at]!;
  }
  const shared = others.map(() => 0);
  if (others.length > 0) addOneByOne(others, unitCost, shared, left);
  let place = 0;
  return counts.map((own, at) => (isCurved[at] ? own : shared[place++]!));
}
