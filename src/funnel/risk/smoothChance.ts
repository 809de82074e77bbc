/**
 * The chance that very many open deals bring at least a goal; undefined where the sum is too coarse for that.
 *
 * Method: the characteristic function of the sum, brought back by Davies's midpoint rule. Its period is chosen so wide that
 * practically no sum lies outside (Bernstein), and it is followed until it has died out. It never does where few deals
 * decide, or deals are hardly ever won.
 * Source: R. B. Davies, "Numerical inversion of a characteristic function", Biometrika 60 (1973), 415-417.
 */
import type { OpenDeal } from "./chanceOfGoal";

const MOST_WORK = 1e7;
/** e^-37: as good as nothing. */
const FAR = 37;
const NOTHING = 1e-14;

export function smoothChance(
  deals: readonly OpenDeal[],
  goal: number,
): number | undefined {
  let [mean, variance, largest, coarse] = [0, 0, 0, 0];
  for (const { value, probability } of deals) {
    const spread = probability * (1 - probability);
    mean += value * probability;
    variance += value * value * spread;
    largest = Math.max(largest, value);
    coarse += Math.log1p(-2 * spread) / 2;
  }
  if (coarse > Math.log(NOTHING)) return undefined;
  const jump = (FAR * largest) / 3;
  const reach = jump + Math.sqrt(jump * jump + 2 * FAR * variance);
  const step = Math.PI / (Math.abs(goal - mean) + reach);
  let chance = 0.5;
  for (let at = 0.5; at * deals.length < MOST_WORK; at++) {
    const t = at * step;
    let [re, im] = [Math.cos(t * goal), -Math.sin(t * goal)];
    for (const { value, probability } of deals) {
      const [cos, sin] = [
        1 - probability + probability * Math.cos(t * value),
        probability * Math.sin(t * value),
      ];
      [re, im] = [re * cos - im * sin, re * sin + im * cos];
    }
    chance += im / at / Math.PI;
    if (Math.abs(re) + Math.abs(im) < NOTHING)
      return Math.min(Math.max(chance, 0), 1);
  }
  return undefined;
}
