/**
 * The amount that bookings exceed with no more than the rest of the probability, in average deals.
 *
 * Method: of equal deals their number is sought; else a root of the chance to hit an amount, between an amount that is
 * likelier and one that is less likely than asked for.
 */
import { normalInverse, rootBetween } from "../special";
import type { DealCount } from "./dealCount";
import { firstWhole } from "./firstWhole";
import { EQUAL, gammaSum } from "./gammaSum";
import { isSafe } from "./given";
import { hitChance } from "./hitChance";
import { lognormalSum } from "./lognormalSum";

/** Less than this part of a deal is nothing. */
const LEAST = 1e-200;

export function bookingsQuantile(
  deals: DealCount,
  variation: number,
  level: number,
  model: "gamma" | "lognormal",
): number {
  // "At most so many deals" must be at least as likely as the level.
  const isEnough = (count: number) => isSafe(deals.atLeast(count + 1), level);
  if (deals.leads === 0 || isEnough(0)) return 0;
  if (variation < EQUAL)
    return firstWhole(0, deals.leads, isEnough, Math.round(deals.mean));
  const sizes = model === "lognormal" ? lognormalSum : gammaSum;
  const excess = (size: number) =>
    hitChance(deals, sizes(size, 1, variation, deals.leads)) - (1 - level);
  const { mean, deviation } = deals;
  const spread = Math.sqrt(mean * variation * variation + deviation ** 2);
  let low = mean + normalInverse(level) * spread;
  if (!(low > 0)) low = mean;
  let high = low;
  const step = 1 + Math.min(1, spread / mean / 4);
  while (low > LEAST && excess(low) < 0) [low, high] = [low / step, low];
  if (low <= LEAST) return 0;
  while (excess(high) > 0) [low, high] = [high, high * step];
  return rootBetween(excess, low, high);
}
