import { amount, sharesOf } from "./checks";

/**
 * The funnel forwards: how many units arrive at each stage when so many enter at the top.
 *
 * Meaning: each stage = the stage above x its rate. A rate of 0 is legal: nothing arrives.
 * Shape: `volume` a count, `rates` from the first to the last step, fractions 0-1; one count per rate, the last being
 * deals. Because every rate is at most 1, more volume never gives less of anything.
 * Method: multiplication from the top down.
 * Source: definition; the cases in the tests come from exact rational arithmetic.
 * Throws: value for a negative volume or a rate outside 0-1.
 *
 * @example expectedVolumes(10_000, [0.08, 0.35, 0.22]) // [800, 280, 61.6]
 */
export function expectedVolumes(
  volume: number,
  rates: readonly number[],
): number[] {
  let arriving = amount("volume", volume);
  sharesOf("rate", rates);
  // + 0: a typed -0 leaves no trace.
  return rates.map((value) => (arriving = arriving * value + 0));
}
