/**
 * What a Markov chain loses without each of its channels, by elimination of one channel after the other.
 *
 * Nothing negative occurs and nothing is subtracted, so nothing cancels: the results hold to their last digits even where
 * customers circle for long. Source: W. K. Grassmann, M. I. Taksar, D. P. Heyman (1985), "Regenerative analysis and steady
 * state distributions for Markov chains", Operations Research 33.
 */
import type { Chain } from "./chain";

/**
 * By channel, the part of the conversions that the chain loses when moves into the channel lead to nothing. Lost are just
 * the conversions that pass through it: P(reach it) x P(convert from it) / P(convert).
 */
export function removalEffects(chain: Chain): number[] {
  const { size, begins } = chain;
  const solved = eliminated(chain);
  const converts = backward(solved, chain.won.slice(), 0);
  let all = 0;
  for (let c = 0; c < size; c++) all += begins[c]! * converts[c]!;
  const visits = visitsOf(solved, begins);
  const stays = new Float64Array(size);
  return Array.from(converts, (each, c) => {
    // Visits count every time that a customer is at c; stays is how often one who is there is there in all.
    stays.fill(0);
    stays[c] = 1;
    for (let i = c + 1; i < size; i++) {
      let times = 0;
      for (let k = c; k < i; k++)
        times += solved.moves[i * size + k]! * stays[k]!;
      stays[i] = times;
    }
    const reach = visits[c]! / backward(solved, stays, c)[c]!;
    return Math.min(1, (reach * each) / all);
  });
}

interface Solved {
  size: number;
  /** Right of the diagonal what leaves a channel for later ones, left of it what earlier ones pass on, per visit. */
  moves: Float64Array;
  pivots: Float64Array;
}

/** In place: the chain is used up. */
function eliminated({ size, moves, won, lost }: Chain): Solved {
  const pivots = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    const own = k * size;
    let out = won[k]! + lost[k]!;
    for (let j = k + 1; j < size; j++) out += moves[own + j]!;
    // A channel without customers leads nowhere.
    pivots[k] = out > 0 ? out : 1;
    for (let i = k + 1; i < size; i++) {
      const row = i * size;
      if (moves[row + k] === 0) continue;
      const factor = (moves[row + k]! /= pivots[k]!);
      won[i]! += factor * won[k]!;
      lost[i]! += factor * lost[k]!;
      for (let j = k + 1; j < size; j++)
        if (j !== i) moves[row + j]! += factor * moves[own + j]!;
    }
  }
  return { size, moves, pivots };
}

/** From the last channel back to `first`; fills and returns `x`. */
function backward(
  { size, moves, pivots }: Solved,
  x: Float64Array,
  first: number,
): Float64Array {
  for (let k = size - 1; k >= first; k--) {
    let total = x[k]!;
    for (let j = k + 1; j < size; j++) total += moves[k * size + j]! * x[j]!;
    x[k] = total / pivots[k]!;
  }
  return x;
}

function visitsOf(
  { size, moves, pivots }: Solved,
  begins: Float64Array,
): Float64Array {
  const visits = begins.slice();
  for (let k = 0; k < size; k++) {
    visits[k]! /= pivots[k]!;
    for (let j = k + 1; j < size; j++)
      visits[j]! += visits[k]! * moves[k * size + j]!;
  }
  for (let k = size - 1; k >= 0; k--)
    for (let i = k + 1; i < size; i++)
      visits[k]! += moves[i * size + k]! * visits[i]!;
  return visits;
}
