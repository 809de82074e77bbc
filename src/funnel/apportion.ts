import { amount, refuse, shown } from "./checks";
import { FunnelError } from "./funnelError";

/**
 * Whole units shared out in proportion to weights, adding up exactly.
 *
 * Meaning: each item's whole number of units; the sum is `total`.
 * Shape: `total` a whole number from 0 to 2^53 - 1; `weights` 0 or more in any unit; one whole number per weight.
 * Method: largest remainder (Hamilton): everyone gets the whole part of the quota, the units left go to the largest
 * fractional parts, ties to the earlier item. Weights are taken as the decimals people see (15 digits) and the quotas
 * are exact integers, so that a tie is a tie and not the dust of binary arithmetic.
 * Source: M. Balinski, H. P. Young, "Fair Representation" (1982), chapter 3.
 * Throws: value for a total that is negative or not whole, or a negative weight; div0 when no weight is above 0.
 *
 * @example apportion(34, [0.5, 0.3, 0.2]) // [17, 10, 7]
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  amount("total", total);
  if (!Number.isSafeInteger(total))
    refuse(
      `total must be a whole number of at most 15 digits; got ${shown(total)} - round it first`,
    );
  weights.forEach((weight, at) => amount(`weight ${at + 1}`, weight));
  if (!weights.some((weight) => weight > 0))
    throw new FunnelError(
      "div0",
      "weights are blank or 0 - enter a weight above 0 for at least one item",
    );

  const parts = wholeParts(weights);
  const whole = parts.reduce((all, part) => all + part, 0n);
  const quotas = parts.map((part) => BigInt(total) * part);
  const units = quotas.map((quota) => Number(quota / whole));
  const rests = quotas.map((quota) => quota % whole);
  const left = total - units.reduce((all, unit) => all + unit, 0);
  const order = rests.map((_, at) => at);
  order.sort((a, b) =>
    rests[a] === rests[b] ? a - b : rests[a]! > rests[b]! ? -1 : 1,
  );
  for (const at of order.slice(0, left)) units[at]! += 1;
  return units;
}

/** The weights in the smallest decimal unit that any of them uses: [0.5, 0.25] becomes [50, 25]. */
function wholeParts(weights: readonly number[]): bigint[] {
  const decimals = weights.map((weight) => {
    const [digits = "0", exponent = "0"] = weight.toExponential(14).split("e");
    return { digits: BigInt(digits.replace(".", "")), power: Number(exponent) };
  });
  const used = decimals.filter(({ digits }) => digits > 0n);
  const least = used.reduce((low, { power }) => Math.min(low, power), Infinity);
  return decimals.map(({ digits, power }) =>
    digits > 0n ? digits * 10n ** BigInt(power - least) : 0n,
  );
}
