/**
 * The sums that open deals can bring, each deal won or lost with its own probability, with their chances.
 *
 * Shape: amounts above 0 in any unit, probabilities above 0 and at most 1.
 * Method: deal by deal, equal sums together: exact. Sums that reach the goal are only counted.
 */
export interface Sums {
  /** Below the goal, ascending. */
  at: Float64Array;
  chance: Float64Array;
  count: number;
  /** The chance of the goal or more. */
  reached: number;
}

/** A chance that adds nothing. */
const NOTHING = 1e-22;

/** Nothing is won yet. */
export function noSum(): Sums {
  return { ...listOf(1), chance: Float64Array.of(1), count: 1 };
}

export function listOf(length: number): Sums {
  return {
    at: new Float64Array(length),
    chance: new Float64Array(length),
    count: 0,
    reached: 0,
  };
}

/** Lost, all sums stay; won, they move up by the value. Those below `least`, which can no longer arrive, are dropped. */
export function withDeal(
  { at, chance, count, reached }: Sums,
  value: number,
  probability: number,
  goal: number,
  least = 0,
): Sums {
  const next = listOf(2 * count);
  next.reached = reached;
  let [lost, won, made, last] = [0, 0, 0, -1];
  while (won < count) {
    const stays = lost < count ? at[lost]! : Infinity;
    const moves = at[won]! + value;
    const sum = stays <= moves ? stays : moves;
    const part =
      stays <= moves
        ? chance[lost++]! * (1 - probability)
        : chance[won++]! * probability;
    if (sum >= goal) next.reached += part;
    else if (sum < least || part < NOTHING) continue;
    else if (sum === last) next.chance[made - 1]! += part;
    else {
      next.at[made] = last = sum;
      next.chance[made++] = part;
    }
  }
  next.count = made;
  return next;
}
