import { refuse, result } from "./checks";
import { readJourneys } from "./credit/journeys";
import { readChain } from "./credit/chain";
import { removalEffects } from "./credit/removal";
import { FunnelError } from "./funnelError";
import { sum } from "./sum";

/** The chain of a thousand channels is solved in about a second. */
const MOST_CHANNELS = 1000;

/**
 * Conversions credited to channels by how many would be lost without each: its removal effect in a Markov chain.
 *
 * Meaning: one row per channel in the order of appearance: its name, its removal effect (share of all conversions that the
 * chain loses without it) and the conversions credited to it. The credits add up to all conversions.
 * Shape: `paths` texts such as "web > event > sdr"; `conversions` and `nulls` counts, 0 or more, one per path: how many
 * customers on it bought and how many did not (none when left out). At most 1,000 channels.
 * Method: a first-order chain from the start through the channels to a conversion or to nothing, with the observed
 * transitions; moves into a removed channel lead to nothing. Solved by elimination, exact and without simulation. Every
 * path ends, so the chain does; steps from a channel to itself change nothing.
 * Source: E. Anderl, I. Becker, F. von Wangenheim, J. H. Schumann (2016), "Mapping the customer journey", International
 * Journal of Research in Marketing 33, 457-474.
 * Throws: value for negative counts, lists of different lengths or too many channels; na without any conversion, and for a
 * path without channels that has customers.
 *
 * @example markovCredit(["C1 > C2 > C3", "C1", "C2 > C3"], [1, 0, 0], [0, 1, 1]) // [["C1", 0.5, 0.2], ["C2", 1, 0.4], ["C3", 1, 0.4]]
 */
export function markovCredit(
  paths: readonly string[],
  conversions: readonly number[],
  nulls?: readonly number[],
): [channel: string, removalEffect: number, conversions: number][] {
  const { channels, journeys } = readJourneys(paths, conversions, nulls);
  if (channels.length > MOST_CHANNELS)
    refuse(
      `paths must hold at most ${MOST_CHANNELS} channels; got ${channels.length} - group the rare ones under one name`,
    );
  const total = result(sum(journeys.map((each) => each.conversions)));
  if (total === 0)
    throw new FunnelError(
      "na",
      "conversions are blank or 0 on every path - enter how many customers on each path bought",
    );
  const effects = removalEffects(readChain(channels.length, journeys));
  const whole = sum(effects);
  return channels.map((channel, at) => [
    channel,
    result(effects[at]!),
    result(total * (effects[at]! / whole)),
  ]);
}
