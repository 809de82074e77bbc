import { result } from "./checks";
import { readJourneys } from "./credit/journeys";
import { sum } from "./sum";

/**
 * Conversions credited to channels by the Shapley value: each channel's average contribution to every group of channels.
 *
 * Meaning: one row per channel in the order of appearance: its name and the conversions credited to it. Together they are
 * all conversions.
 * Shape: `paths` texts such as "web > event > sdr"; `conversions` counts, 0 or more, one per path.
 * Method: a group of channels is worth the conversions of the paths that need no other channel. That game is a sum of one
 * simple game per path, so the conversions of each path are shared equally by its distinct channels: exact, without
 * looking at any group.
 * Source: K. Zhao, S. H. Mahboobi, S. R. Bagheri (2018), "Shapley value methods for attribution modeling in online
 * advertising", arXiv:1804.05327; J. C. Harsanyi (1959) for the dividends of a game.
 * Throws: value for negative counts or lists of different lengths; na for a path without channels that has conversions,
 * or no path at all.
 *
 * @example shapleyCredit(["web > event > web", "event"], [3, 1]) // [["web", 1.5], ["event", 2.5]]
 */
export function shapleyCredit(
  paths: readonly string[],
  conversions: readonly number[],
): [channel: string, conversions: number][] {
  const { channels, journeys } = readJourneys(paths, conversions);
  const parts: number[][] = channels.map(() => []);
  for (const { steps, conversions: bought } of journeys) {
    if (bought === 0) continue;
    const distinct = new Set(steps);
    for (const channel of distinct)
      parts[channel]!.push(bought / distinct.size);
  }
  return channels.map((channel, at) => [channel, result(sum(parts[at]!))]);
}
