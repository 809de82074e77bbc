/** Largest remainders in exact integers, for weights of any number of decimals. */
import fc from "fast-check";
import { apportion } from "../../../src/funnel";

const SEED = { seed: 20_270_401, numRuns: 3_000 };

/** Weights as whole numbers of one decimal unit. */
function exactly(total: number, parts: readonly bigint[]): number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0n);
  const quotas = parts.map((part) => BigInt(total) * part);
  const units = quotas.map((quota) => Number(quota / whole));
  const left = total - units.reduce((sum, unit) => sum + unit, 0);
  quotas
    .map((quota, at) => ({ at, rest: quota % whole }))
    .sort((a, b) =>
      a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1,
    )
    .slice(0, left)
    .forEach(({ at }) => units[at]!++);
  return units;
}

const TOTAL = fc.oneof(
  fc.nat(50),
  fc.nat(1_000_000),
  fc.maxSafeNat(),
  fc.constantFrom(0, 1, 10 ** 15, Number.MAX_SAFE_INTEGER),
);

test("weights with up to eight decimals, totals of any size", () => {
  fc.assert(
    fc.property(
      TOTAL,
      fc.array(fc.nat(999), { minLength: 1, maxLength: 8 }),
      fc.nat(8),
      (total, parts, decimals) => {
        fc.pre(parts.some((part) => part > 0));
        const weights = parts.map((part) => part / 10 ** decimals);
        expect(apportion(total, weights)).toEqual(
          exactly(total, parts.map(BigInt)),
        );
      },
    ),
    SEED,
  );
});

test("equal rests go to the earlier items, however the weights are written", () => {
  for (const weight of [1, 0.5, 0.25, 0.0001, 1e-7, 12_345_678.9])
    for (const total of [1, 2, 3, 4])
      expect(apportion(total, [weight, weight, weight])).toEqual(
        exactly(total, [1n, 1n, 1n]),
      );
});

test("weights of sixteen digits that people see as equal are equal", () => {
  expect(apportion(1, [1_234_567_890_123_456, 1_234_567_890_123_457])).toEqual([
    1, 0,
  ]);
});
