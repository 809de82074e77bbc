/** Quotas in exact integers: whole units and what is left of each, so that a tie is a tie. */

const FIFTEEN_DIGITS = 1e15;

export interface Quotas {
  /** Whole parts of the quotas. */
  units: number[];
  /** What is left of each, in one unit. */
  rests: readonly (number | bigint)[];
}

/** `total` in proportion to weights that are 0 or more, one at least above 0. */
export function quotas(total: number, weights: readonly number[]): Quotas {
  for (const unit of [1, 100, 10_000]) {
    const quick = quickQuotas(total, weights, unit);
    if (quick !== undefined) return quick;
  }
  const parts = wholeParts(weights);
  const whole = parts.reduce((all, part) => all + part, 0n);
  const all = parts.map((part) => BigInt(total) * part);
  return {
    units: all.map((quota) => Number(quota / whole)),
    rests: all.map((quota) => quota % whole),
  };
}

/** Weights with few decimals and products that a number holds exactly, as most have; undefined for others. */
function quickQuotas(
  total: number,
  weights: readonly number[],
  unit: number,
): Quotas | undefined {
  const parts = new Array<number>(weights.length);
  let whole = 0;
  for (let at = 0; at < parts.length; at++) {
    const part = Math.round(weights[at]! * unit);
    if (part / unit !== weights[at]) return undefined;
    parts[at] = part;
    whole += part;
  }
  if (!(total * whole <= FIFTEEN_DIGITS)) return undefined;
  const rests = parts.map((part) => (total * part) % whole);
  return {
    units: parts.map((part, at) => (total * part - rests[at]!) / whole),
    rests,
  };
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
