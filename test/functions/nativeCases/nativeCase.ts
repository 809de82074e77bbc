/** One call whose plain formula must agree with the function. */
export interface NativeCase {
  /** As Excel shows it. */
  function: string;
  /**
   * In Excel's order; null is left out at an optional place and a blank cell elsewhere. A list is laid along the sheet, a
   * list of lists is a table as it stands; a text is written into the formula, texts in lists into cells; so is the number
   * of { typed: 6 }.
   */
  args: unknown[];
  /** A 0 is typed into its cell, where it means something else than a blank. */
  typedZeros?: true;
  /** Relative agreement, 1e-9 unless told, and an absolute one where LibreOffice's own functions are weaker. */
  rel?: number;
  abs?: number;
}

/** Repeatable numbers from 0 to 1 for random cases (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
