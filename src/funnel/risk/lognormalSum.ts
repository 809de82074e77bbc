/**
 * The sum of deals whose sizes follow a lognormal distribution.
 *
 * Shape: `target` and `mean` in money, above 0; `variation` = standard deviation / mean; `most` the largest count asked
 * for.
 * Method: such a sum has no formula; its transform is brought back numerically (survivalSeries). One deal is normal on the
 * scale of logarithms.
 */
import { normalLower, normalUpper } from "../special";
import { dealsFor, NEVER, type DealSum } from "./dealSum";
import { firstWhole } from "./firstWhole";
import { EQUAL, gammaSum } from "./gammaSum";
import { alwaysEnough, chanceOfExcess } from "./lognormalBounds";
import { survival } from "./survivalSeries";

export function lognormalSum(
  target: number,
  mean: number,
  variation: number,
  most: number,
): DealSum {
  if (variation < EQUAL) return gammaSum(target, mean, variation, most);
  const needed = dealsFor(target, mean);
  const width = Math.sqrt(Math.log1p(variation * variation));
  const normal = (size: number) => Math.log(size) / width + width / 2;
  const one = (size: number) => normalUpper(normal(size));
  const fewest = firstWhole(
    1,
    most,
    (deals) =>
      deals >= needed ||
      chanceOfExcess(deals, variation, needed - deals, one) > NEVER,
    Math.ceil(needed),
  );
  const scale = variation * Math.sqrt(needed);
  if (fewest > most) return { reached: () => 0, fewest, enough: fewest, scale };
  const isSure = fewest === 1 && normalLower(normal(needed)) < NEVER;
  const enough = isSure ? 1 : Math.max(fewest, alwaysEnough(needed, variation));
  let several: ((deals: number) => number) | undefined;
  return {
    reached: (deals) => {
      if (deals === 1) return one(needed);
      several ??= survival(needed, fewest, variation);
      return several(deals);
    },
    fewest,
    enough,
    scale,
  };
}
