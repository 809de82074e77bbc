/** What holds for any numbers whatsoever. */
import fc from "fast-check";
import * as funnel from "../../../src/funnel";

const anyNumber = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -0, 1, 0.25, 25, 1e308, 5e-324, 1e-300, -1),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.integer({ min: 0, max: 100000 }),
);
const numbers = fc.array(anyNumber, { maxLength: 6 });
const rate = fc.double({ min: 0.001, max: 1, noNaN: true });
const rates = fc.array(rate, { maxLength: 6 });
/** Needs above the rounding guard: a ten-millionth of a deal counts as none. */
const money = fc.double({ min: 1, max: 1e6, noNaN: true });
const rounding = fc.constantFrom("none", "final", "cascade" as const);
const seed = { seed: 20261122, numRuns: 2000 };

/** A result of any of the functions: finite numbers, "" or a typed error, nothing else. */
function expectSound(compute: () => unknown): void {
  let got: unknown;
  try {
    got = compute();
  } catch (error) {
    expect(error).toBeInstanceOf(funnel.FunnelError);
    expect((error as funnel.FunnelError).sentence).toMatch(/\S/);
    return;
  }
  for (const each of [got].flat(2)) {
    if (each === "" || each instanceof funnel.FunnelError) continue;
    expect(Number.isFinite(each)).toBe(true);
    expect(Object.is(each, -0)).toBe(false);
  }
}

test.each<[string, (n: number[], list: number[]) => unknown]>([
  [
    "requiredVolumes",
    ([a, b, c], list) => funnel.requiredVolumes(a!, b!, list, c, "none"),
  ],
  [
    "requiredVolumes, cascade",
    ([a, b, c], list) => funnel.requiredVolumes(a!, b!, list, c, "cascade"),
  ],
  [
    "requiredInquiries",
    ([a, b, c, d, e, f]) =>
      funnel.requiredInquiries(a!, b!, c!, d!, e!, f, "final"),
  ],
  ["requiredMqls", ([a, b, c, d, e]) => funnel.requiredMqls(a!, b!, c!, d!, e)],
  ["requiredSqls", ([a, b, c, d]) => funnel.requiredSqls(a!, b!, c!, d)],
  ["requiredDeals", ([a, b, c]) => funnel.requiredDeals(a!, b!, c, "final")],
  ["forward", ([a, b], list) => funnel.forward(a!, list, b)],
  ["ntmSplit", ([a, b, c]) => funnel.ntmSplit(a!, b!, c!)],
  [
    "bookingsForRevenue",
    ([a, b], list) => funnel.bookingsForRevenue(a!, list, b),
  ],
  ["sourceTargets", ([a], list) => funnel.sourceTargets(a!, list)],
  ["apportion", ([a], list) => funnel.apportion(a!, list)],
  ["coverage", ([a, b, c, d]) => funnel.coverage(a!, b!, c!, d!)],
  ["pipelineCoverage", ([a, b, c]) => funnel.pipelineCoverage(a!, b!, c)],
  ["requiredPipeline", ([a, b, c]) => funnel.requiredPipeline(a!, b!, c)],
  ["requiredReps", ([a, b, c]) => funnel.requiredReps(a!, b!, c)],
  [
    "sources",
    ([a, b, c, d, e, f], list) =>
      funnel.sources(a!, [b!, c!], [d!, e!], [list, list], [f!, 0]),
  ],
  ["ceilGuard", ([a]) => funnel.ceilGuard(a!)],
])("%s gives sound numbers or a typed error for any input", (_, compute) => {
  fc.assert(
    fc.property(
      fc.array(anyNumber, { minLength: 6, maxLength: 6 }),
      numbers,
      (own, list) => {
        Object.freeze(own);
        Object.freeze(list);
        expectSound(() => compute(own, list));
      },
    ),
    seed,
  );
});

test("the forward funnel undoes the reverse funnel", () => {
  fc.assert(
    fc.property(money, money, rates, (target, size, steps) => {
      const [first] = funnel.requiredVolumes(target, size, steps);
      const back = funnel.expectedBookings(first!, steps, size);
      expect(Math.abs(back - target)).toBeLessThanOrEqual(1e-12 * target);
    }),
    seed,
  );
});

test("whole counts cover the target: never more bookings than the volume allows", () => {
  fc.assert(
    fc.property(money, money, rates, (target, size, steps) => {
      const rows = funnel.requiredVolumes(target, size, steps, 1, "cascade");
      rows.slice(1).forEach((below, at) => {
        const covered = rows[at]! * steps[at]!;
        expect(covered).toBeGreaterThanOrEqual(below - 1e-6 - below * 1e-12);
      });
      const exact = funnel.requiredVolumes(target, size, steps, 1, "final");
      rows.forEach((row, at) => expect(row).toBeGreaterThanOrEqual(exact[at]!));
    }),
    seed,
  );
});

test("more volume never lowers bookings, a larger target never needs less", () => {
  fc.assert(
    fc.property(
      money,
      money,
      money,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
      (one, other, size, steps) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(
          funnel.expectedBookings(high, steps, size),
        ).toBeGreaterThanOrEqual(funnel.expectedBookings(low, steps, size));
        const usable = steps.filter((each) => each > 0.001);
        for (const how of funnel.ROUNDINGS)
          expect(
            funnel.requiredVolumes(high, size, usable, 1, how)[0]!,
          ).toBeGreaterThanOrEqual(
            funnel.requiredVolumes(low, size, usable, 1, how)[0]!,
          );
      },
    ),
    seed,
  );
});

test("rounding is never less than the exact need", () => {
  fc.assert(
    fc.property(money, money, rates, rounding, (target, size, steps, how) => {
      const exact = funnel.requiredVolumes(target, size, steps);
      funnel
        .requiredVolumes(target, size, steps, 1, how as funnel.Rounding)
        .forEach((row, at) =>
          expect(row).toBeGreaterThanOrEqual(exact[at]! * (1 - 1e-12) - 1e-6),
        );
    }),
    seed,
  );
});

test("every split of money adds up to 1e-12, no part is negative", () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1000 }), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(money, weights, (total, parts) => {
      const whole = parts.reduce((sum, part) => sum + part, 0);
      fc.pre(whole > 0);
      const split = funnel.sourceTargets(
        total,
        parts.map((part) => part / whole),
      );
      expect(Math.abs(funnel.sum(split) - total)).toBeLessThanOrEqual(
        1e-12 * total,
      );
      expect(Math.min(...split)).toBeGreaterThanOrEqual(0);
    }),
    seed,
  );
  fc.assert(
    fc.property(
      money,
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 100 }),
      (total, a, b) => {
        fc.pre(a + b <= 100);
        const split = funnel.ntmSplit(total, a / 100, b / 100);
        expect(Math.abs(funnel.sum(split) - total)).toBeLessThanOrEqual(
          1e-12 * total,
        );
        expect(Math.min(...split)).toBeGreaterThanOrEqual(0);
      },
    ),
    seed,
  );
});

test("whole units add up exactly and stay within one of their quota", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e9 }),
      fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), {
        minLength: 1,
        maxLength: 30,
      }),
      (total, weights) => {
        const whole = weights.reduce((sum, weight) => sum + weight, 0);
        fc.pre(whole > 0);
        const units = funnel.apportion(total, weights);
        expect(units.reduce((sum, unit) => sum + unit, 0)).toBe(total);
        units.forEach((unit, at) => {
          const quota = (total * weights[at]!) / whole;
          expect(Math.abs(unit - quota)).toBeLessThan(1 + 1e-6 + quota * 1e-9);
        });
      },
    ),
    seed,
  );
});
