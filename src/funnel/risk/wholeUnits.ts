/**
 * Amounts of money as whole multiples of the largest unit that fits them all, so that their sums are exact and a tie is a
 * tie; undefined where no decimal unit fits.
 */
const MOST_DECIMALS = 6;

export function wholeUnits(
  amounts: readonly number[],
): { unit: number; counts: number[] } | undefined {
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    const scaled = amounts.map((amount) => amount * 10 ** decimals);
    const whole = scaled.map(Math.round);
    const fits = scaled.every(
      (amount, at) => Math.abs(amount - whole[at]!) <= 1e-9 + 1e-14 * amount,
    );
    if (!fits) continue;
    const divisor = whole.reduce(commonDivisor, 0) || 1;
    return {
      unit: divisor / 10 ** decimals,
      counts: whole.map((each) => each / divisor),
    };
  }
  return undefined;
}

function commonDivisor(a: number, b: number): number {
  while (b > 0) [a, b] = [b, a % b];
  return a;
}
