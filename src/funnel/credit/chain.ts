/** The Markov chain of customers who move from channel to channel until they buy or leave. */
import type { Journey } from "./journeys";

export interface Chain {
  size: number;
  /** Shares of the moves that leave each channel, row by row; 0 on the diagonal, for a step on the spot changes nothing. */
  moves: Float64Array;
  /** … to a conversion, and to nothing. A row of moves with these two adds up to 1, or to 0 without customers. */
  won: Float64Array;
  lost: Float64Array;
  /** Customers who begin at each channel, relative to any of them. */
  begins: Float64Array;
}

export function readChain(size: number, journeys: readonly Journey[]): Chain {
  const moves = new Float64Array(size * size);
  const won = new Float64Array(size);
  const lost = new Float64Array(size);
  const begins = new Float64Array(size);
  // Relative to the largest count, so that counts of any size can be added up.
  let largest = 0;
  for (const { conversions, nulls } of journeys)
    largest = Math.max(largest, conversions, nulls);
  for (const { steps, conversions, nulls } of journeys) {
    const [bought, left] = [conversions / largest, nulls / largest];
    begins[steps[0]!]! += bought + left;
    for (let at = 1; at < steps.length; at++)
      if (steps[at] !== steps[at - 1])
        moves[steps[at - 1]! * size + steps[at]!]! += bought + left;
    won[steps.at(-1)!]! += bought;
    lost[steps.at(-1)!]! += left;
  }
  for (let i = 0; i < size; i++) {
    const row = moves.subarray(i * size, (i + 1) * size);
    const out = row.reduce((total, each) => total + each, won[i]! + lost[i]!);
    if (out === 0) continue;
    for (let j = 0; j < size; j++) row[j]! /= out;
    won[i]! /= out;
    lost[i]! /= out;
  }
  return { size, moves, won, lost, begins };
}
