/**
 * The best split where some curves are S-shaped, so that pouring may stop half-way up one of them.
 *
 * Method: branch and bound. Pouring over pieces that never steepen gives an upper bound; it is the answer unless one
 * channel stands on its straight line, and then that channel's range is cut in two at this spend, which lowers the line on
 * both sides. Good answers come early by settling the channel at its floor and the others where they are. Channels that are
 * the same in everything are ordered, the first spending most, or their permutations would all be tried. Work is bounded:
 * where many curves are almost the same, the search ends with the best found.
 * Source: M. Udell, S. Boyd (2013), "Maximizing a sum of sigmoids", Stanford University.
 */
import { sum } from "../sum";
import { fill } from "./fill";
import { hoped, piece, settled, type Piece } from "./piece";

/** Channels poured into, over all cuts: a fraction of a second. */
const MOST_WORK = 10_000;
/** What is closer to the best than this, relative to all results, counts as the best. */
const CLOSE = 1 + 1e-13;

interface Open {
  pieces: Piece[];
  spends: number[];
  bound: number;
  /** The channel on its straight line. */
  between: number;
}

/** `twins` gives channels that are the same in everything the same number. */
export function search(
  channels: readonly Piece[],
  twins: readonly number[],
  budget: number,
): number[] {
  let best = channels.map(({ from }) => from);
  let most = -Infinity;
  let open: Open[] = [];
  const keep = (spends: number[]): void => {
    const total = sum(
      spends.map((spend, at) => channels[at]!.response.result(spend)),
    );
    if (total > most) [most, best] = [total, spends];
  };
  const explore = (pieces: Piece[]): void => {
    if (sum(pieces.map(({ from }) => from)) > budget) return;
    const spends = fill(pieces, budget);
    keep(spends);
    const hopes = pieces.map((each, at) => hoped(each, spends[at]!));
    const misses = pieces.map(
      ({ response }, at) => hopes[at]! - response.result(spends[at]!),
    );
    const largest = misses.reduce((high, miss) => Math.max(high, miss), 0);
    const bound = sum(hopes);
    if (!(largest > 0 && bound > most * CLOSE)) return;
    const between = misses.indexOf(largest);
    open.push({ pieces, spends, bound, between });
    keep(fill(settled(channels, spends, between), budget));
  };
  explore([...channels]);
  for (let work = 0; work < MOST_WORK; work += channels.length) {
    open = open.filter(({ bound }) => bound > most * CLOSE);
    const next = open.reduce<Open | undefined>(
      (high, each) => (high && high.bound >= each.bound ? high : each),
      undefined,
    );
    if (next === undefined) break;
    open.splice(open.indexOf(next), 1);
    const { pieces, spends, between } = next;
    const cut = spends[between]!;
    const isTwin = (at: number) => twins[at] === twins[between];
    explore(
      pieces.map((each, at) =>
        at >= between && isTwin(at) && each.to > cut
          ? piece(each.response, Math.min(each.from, cut), cut)
          : each,
      ),
    );
    explore(
      pieces.map((each, at) =>
        at <= between && isTwin(at) && each.from < cut
          ? piece(each.response, cut, Math.max(each.to, cut))
          : each,
      ),
    );
  }
  return best;
}
