import { amount, notZero, refuse, result, share, shown } from "./checks";
import { FunnelError } from "./funnelError";
import { sum } from "./sum";

/**
 * A bonus pool paid out by what each team reached and by what all reached together.
 *
 * Meaning: each team's payout. What is not earned stays in the pool; above 100 % attainment the payouts may exceed it, at
 * most `cap` times.
 * Shape: `pool` in money; `weights` 0 or more in any unit; attainments, `threshold` and `cap` as ratios (97 % = 0.97), at
 * most 10; `sharedWeight` 0-1, the part that depends on the shared result.
 * Method: pool x weight / sum of weights x (sharedWeight x f(shared) + (1 - sharedWeight) x f(own)), where f is 0 below the
 * threshold, otherwise the attainment up to the cap.
 * Source: definition; a convention of bonus plans.
 * Throws: value for negative numbers, lists of different lengths, a ratio above 10 (typed without its percent sign) or a
 * cap below the threshold; na for a missing cap; div0 when no weight is above 0.
 *
 * @example bonusPayout(100_000, [0.5, 0.5], [1.1, 0.9], 0.97, 0.5, 0.7, 1.5) // [51750, 46750]
 */
export function bonusPayout(
  pool: number,
  weights: readonly number[],
  ownAttainment: readonly number[],
  sharedAttainment: number,
  sharedWeight: number,
  threshold: number,
  cap: number,
): number[] {
  amount("pool", pool);
  weights.forEach((weight, at) => amount(`weight ${at + 1}`, weight));
  if (ownAttainment.length !== weights.length)
    refuse(
      `own_attainment must hold one ratio for each of the ${weights.length} weights; got ${ownAttainment.length}`,
    );
  ownAttainment.forEach((own, at) => ratio(`own_attainment ${at + 1}`, own));
  ratio("shared_attainment", sharedAttainment);
  share("shared_weight", sharedWeight);
  ratio("threshold", threshold);
  notZero(
    "cap",
    ratio("cap", cap),
    "the highest attainment that pays, such as 150%",
  );
  if (cap < threshold)
    refuse(
      `cap must be at least the threshold of ${shown(threshold)}; got ${shown(cap)} - raise the cap or lower the threshold`,
    );
  const whole = result(sum(weights));
  if (whole === 0)
    throw new FunnelError(
      "div0",
      "weights are blank or 0 - enter a weight above 0 for at least one team",
    );
  const paid = (reached: number) =>
    reached < threshold ? 0 : Math.min(reached, cap);
  const together = sharedWeight * paid(sharedAttainment);
  return weights.map((weight, at) =>
    result(
      pool *
        (weight / whole) *
        (together + (1 - sharedWeight) * paid(ownAttainment[at]!)),
    ),
  );
}

/** An attainment may exceed 1, but 97 was meant as 97 %. */
function ratio(name: string, value: number): number {
  if (amount(name, value) > 10)
    refuse(
      `${name} must be a ratio of at most 10; got ${shown(value)} - enter ${value <= 1000 ? `${shown(value)}% or ${shown(value / 100)}` : "a ratio such as 97% or 0.97"}`,
    );
  return value;
}
