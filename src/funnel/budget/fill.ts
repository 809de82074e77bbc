/**
 * Money poured into channels so that each further unit brings the same everywhere: the best split where no curve steepens.
 *
 * Method: every channel has one spend at which its slope has fallen to a given level; the level is bisected until the
 * spends add up. Where a channel rises evenly its spend jumps at its own level: what is left is poured into such channels
 * in their order. Source: K. M. Bretthauer, B. Shetty (2002), "The nonlinear knapsack problem", European Journal of
 * Operational Research 138, 459-472.
 */
import { FunnelError } from "../funnelError";
import { sum } from "../sum";
import type { Piece } from "./piece";

/** The spends; they add up to the budget unless every channel is full. */
export function fill(pieces: readonly Piece[], budget: number): number[] {
  const full = pieces.map(({ to }) => to);
  if (sum(full) <= budget) return full;
  const floors = pieces.map(({ from }) => from);
  const each = Math.max(0, budget - sum(floors)) / pieces.length;
  let low = Infinity;
  let high = -Infinity;
  for (const { response, from, to, knee, steep } of pieces) {
    if (from === to) continue;
    low = Math.min(low, steep, response.logSlope(to));
    const reached = from + each;
    high = Math.max(high, knee > reached ? steep : response.logSlope(reached));
  }
  [low, high] = [apart(low, -1), apart(high, 1)];
  const spentAt = (level: number) => {
    let total = 0;
    for (const one of pieces) total += spendAt(one, level);
    return total;
  };
  for (;;) {
    const middle = low + (high - low) / 2;
    if (!(middle > low && middle < high)) break;
    if (spentAt(middle) > budget) low = middle;
    else high = middle;
  }
  const spends = pieces.map((one) => spendAt(one, high));
  const room = pieces.map((one, at) => spendAt(one, low) - spends[at]!);
  const jumps = pieces.map(({ knee }, at) => spends[at]! < knee);
  let left = budget - sum(spends);
  // Between the two levels lie only the last digits of a smooth curve: alike for channels that are alike.
  const smooth = sum(room.filter((_, at) => !jumps[at]));
  const part = smooth > 0 ? Math.min(1, Math.max(0, left / smooth)) : 0;
  for (const isJump of [false, true])
    pieces.forEach((_, at) => {
      if (jumps[at] !== isJump) return;
      const more = isJump ? Math.min(left, room[at]!) : room[at]! * part;
      if (!(more > 0)) return;
      spends[at]! += more;
      left -= more;
    });
  if (!(sum(spends) <= budget * (1 + 1e-9)))
    throw new FunnelError(
      "num",
      "budget and curves differ too much in size - check their units",
    );
  return spends;
}

/** A little further, whatever the size; a slope of 0 or without end is as far as numbers go. */
function apart(level: number, way: number): number {
  const finite = Math.min(1e300, Math.max(-1e300, level));
  return finite + way * (1e-9 + 1e-12 * Math.abs(finite));
}

function spendAt({ response, from, to, knee, steep }: Piece, level: number) {
  if (level > steep) return from;
  if (knee === to) return to;
  return Math.min(to, Math.max(knee, response.spend(level)));
}
