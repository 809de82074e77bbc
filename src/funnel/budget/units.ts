/** Whole units where returns diminish: each next one where it brings the most. */
import type { Response } from "./curve";
import { fill } from "./fill";
import { piece } from "./piece";

/** Begins near the end, at the whole units of the continuous split, so that a million units take no longer than ten. */
export function bestUnits(
  responses: readonly Response[],
  unitCost: number,
  units: number,
): number[] {
  const budget = units * unitCost;
  const pieces = responses.map((each) =>
    piece(each, 0, each.result(budget) > 0 ? budget : 0),
  );
  const counts = fill(pieces, budget).map((spend) =>
    Math.max(0, Math.floor((spend / unitCost) * (1 - 1e-12) - 1e-9)),
  );
  const left = units - counts.reduce((total, each) => total + each, 0);
  addOneByOne(responses, unitCost, counts, left);
  exchange(responses, unitCost, counts);
  return counts;
}

/** Adds units to the counts, and returns what each of them brings; stops when one would bring nothing. */
export function addOneByOne(
  responses: readonly Response[],
  unitCost: number,
  counts: number[],
  left: number,
): number[] {
  const gain = gainOf(responses, unitCost, counts);
  const gains = responses.map((_, at) => gain(at, 1));
  const brought: number[] = [];
  while (brought.length < left) {
    const best = place(gains, (one, other) => one > other);
    if (!(gains[best]! > 0)) break;
    brought.push(gains[best]!);
    counts[best]! += 1;
    gains[best] = gain(best, 1);
  }
  return brought;
}

/** Moves units while one brings more elsewhere: at most one a channel, for it began with all but its broken unit. */
function exchange(
  responses: readonly Response[],
  unitCost: number,
  counts: number[],
): void {
  const gain = gainOf(responses, unitCost, counts);
  const gains = responses.map((_, at) => gain(at, 1));
  const losses = responses.map((_, at) => gain(at, 0));
  for (let move = 0; move <= responses.length; move++) {
    const to = place(gains, (one, other) => one > other);
    const from = place(losses, (one, other) => one < other);
    if (!(gains[to]! > losses[from]!)) return;
    for (const [at, way] of [
      [to, 1],
      [from, -1],
    ] as const) {
      counts[at]! += way;
      gains[at] = gain(at, 1);
      losses[at] = gain(at, 0);
    }
  }
}

/** What the next unit of a channel would bring (1), or what its last one brings (0). */
function gainOf(
  responses: readonly Response[],
  unitCost: number,
  counts: readonly number[],
): (at: number, next: 0 | 1) => number {
  return (at, next) => {
    const { result } = responses[at]!;
    const units = counts[at]! + next;
    // Nothing can be taken from a channel that has nothing.
    return units === 0
      ? Infinity
      : result(units * unitCost) - result((units - 1) * unitCost);
  };
}

/** Of the first that none beats. */
function place(
  values: readonly number[],
  beats: (one: number, other: number) => boolean,
): number {
  let best = 0;
  for (let at = 1; at < values.length; at++)
    if (beats(values[at]!, values[best]!)) best = at;
  return best;
}
