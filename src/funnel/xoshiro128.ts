/**
 * Random numbers that are the same on every machine: one step of the generator xoshiro128**.
 *
 * Meaning: the next number, and the state from which the one after it comes. For whoever simulates: a state, which a seed
 * gives, is an argument, and nothing is hidden.
 * Shape: `state` four whole numbers from 0 to 2^32 - 1, not all 0; a whole number from 0 to 2^32 - 1.
 * Method: shifts, rotations and products of 32-bit integers.
 * Source: D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", ACM Transactions on Mathematical
 * Software 47 (2021), article 36.
 * Throws: never.
 *
 * @example xoshiro128([1, 2, 3, 4]) // [11520, [7, 0, 1026, 12288]]
 */
export type XoshiroState = readonly [number, number, number, number];

export function xoshiro128([a, b, c, d]: XoshiroState): [
  number: number,
  next: XoshiroState,
] {
  const number = Math.imul(turned(Math.imul(b, 5), 7), 9) >>> 0;
  const [third, fourth] = [c ^ a, d ^ b];
  return [
    number,
    [
      (a ^ fourth) >>> 0,
      (b ^ third) >>> 0,
      (third ^ (b << 9)) >>> 0,
      turned(fourth, 11),
    ],
  ];
}

/** Rotated to the left. */
function turned(bits: number, by: number): number {
  return ((bits << by) | (bits >>> (32 - by))) >>> 0;
}
