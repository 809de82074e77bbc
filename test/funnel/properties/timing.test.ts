/** What holds in Timing for any numbers whatsoever. */
import fc from "fast-check";
import * as funnel from "../../../src/funnel";
import { expectClose } from "../close";

const runs = { seed: 20261122, numRuns: 300 };
const anyNumber = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -0, 1, 0.25, 25, 1e308, 5e-324, 1e-300, -1),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.integer({ min: 0, max: 100_000 }),
);
const numbers = fc.array(anyNumber, { maxLength: 6 });
const shareOf = fc.double({ min: 0, max: 1, noNaN: true });
/** Any curve: nothing to everything converts, some of it later than the last share. */
const curve = fc
  .tuple(fc.array(shareOf, { minLength: 1, maxLength: 8 }), shareOf)
  .map(([weights, whole]) => {
    const sum = weights.reduce((total, each) => total + each, 0);
    return weights.map((each) => (sum > 0 ? (each / sum) * whole : 0));
  });
const fullCurve = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 8 })
  .filter((weights) => weights.some((each) => each > 0))
  .map((weights) => {
    const sum = weights.reduce((total, each) => total + each, 0);
    return weights.map((each) => each / sum);
  });
const usable = fc.double({ min: 0.01, max: 1, noNaN: true });
const money = fc.double({ min: 1, max: 1e6, noNaN: true });
const list = fc.array(fc.double({ min: 0, max: 1e5, noNaN: true }), {
  minLength: 1,
  maxLength: 15,
});
const total = (values: readonly number[]) => funnel.sum(values);

/** Finite numbers, texts or typed errors, nothing else. */
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
    if (each instanceof funnel.FunnelError) continue;
    if (typeof each === "string") continue;
    expect(Number.isFinite(each)).toBe(true);
    expect(Object.is(each, -0)).toBe(false);
  }
}

type Any = (
  own: number[],
  list: number[],
  other: number[],
  curve: number[],
) => unknown;
const model = (a: number) => funnel.LAG_MODELS[Math.trunc(Math.abs(a)) % 4]!;

test.each<[string, Any]>([
  [
    "requiredSchedule",
    ([a, b, c], l) => funnel.requiredSchedule(l, a!, b!, c!),
  ],
  ["spreadSchedule", ([a, b], l, o) => funnel.spreadSchedule(l, a!, b!, o)],
  [
    "spreadSchedule, a sound curve",
    ([a, b], l, _, g) => funnel.spreadSchedule(l, a!, b!, g),
  ],
  ["phase", ([a], l, _, g) => funnel.phase(l, a!, g, "shift")],
  ["forecast", ([a, b], l, o) => funnel.forecast(l, a!, o, b)],
  [
    "expectedSchedule",
    ([a, b], l, o, g) => funnel.expectedSchedule(l, a!, g, b!, o),
  ],
  [
    "expectedStages",
    ([a, b, c], l, o, g) => funnel.expectedStages(l, [a!, b!], [o, g], c),
  ],
  [
    "feasibleSchedule",
    ([a, b], l, o, g) => funnel.feasibleSchedule(l, a!, b!, g, o),
  ],
  [
    "feasibleSchedule, any curve",
    ([a, b], l, o) => funnel.feasibleSchedule(l, a!, b!, o),
  ],
  [
    "earliestVolume",
    ([a, b], l, o, g) => funnel.earliestVolume(l, a!, g, o, b),
  ],
  ["createBy", ([a, b]) => funnel.createBy(a!, b!)],
  ["fiscalPeriod", ([a, b]) => funnel.fiscalPeriod(a!, b!)],
  [
    "lagShares",
    ([a, b, c, d]) => funnel.lagShares(a!, b!, c!, 3, "start", model(d!)),
  ],
  [
    "lagShares, even",
    ([a, b, c, d, e]) =>
      funnel.lagShares(
        a!,
        model(d!) === "gengamma" ? [b!, e!] : b!,
        c!,
        3,
        "even",
        model(d!),
      ),
  ],
  [
    "openForecast",
    ([a, b, c, d, e], l, o) => {
      const ages = l.map((_, at) => o[at] ?? 0);
      const shape = model(e!) === "gengamma" ? [c!, d!] : c!;
      return funnel.openForecast(l, ages, a!, b!, shape, d!, 2, model(e!));
    },
  ],
  ["openRate", ([a, b, c, d, e]) => funnel.openRate(a!, b!, c!, d!, model(e!))],
])("%s gives sound results or a typed error for any input", (_, compute) => {
  fc.assert(
    fc.property(
      fc.array(anyNumber, { minLength: 5, maxLength: 5 }),
      numbers,
      numbers,
      curve,
      (...given) => {
        for (const each of given) Object.freeze(each);
        expectSound(() => compute(...given));
      },
    ),
    { ...runs, numRuns: 1000 },
  );
});

test("spread volumes are never negative and add up to all deals over the rate", () => {
  fc.assert(
    fc.property(
      list,
      money,
      usable,
      fullCurve,
      (bookings, size, rate, shares) => {
        const volumes = funnel.spreadSchedule(bookings, size, rate, shares);
        expect(volumes).toHaveLength(bookings.length + shares.length - 1);
        expect(Math.min(...volumes)).toBeGreaterThanOrEqual(0);
        expectClose(total(volumes), total(bookings) / size / rate, {
          rel: 1e-12,
          abs: 1e-300,
        });
      },
    ),
    runs,
  );
});

test("volumes spread back and shifted back bring a level or linear plan exactly", () => {
  fc.assert(
    fc.property(
      fullCurve,
      usable,
      fc.double({ min: 1, max: 100, noNaN: true }),
      fc.double({ min: 0, max: 10, noNaN: true }),
      fc.double({ min: 0, max: 6, noNaN: true }),
      (shares, rate, level, growth, lag) => {
        const length = 3 * shares.length + 8;
        const deals = Array.from({ length }, (_, at) => level + growth * at);
        const before = shares.length - 1;
        const volumes = funnel.spreadSchedule(deals, 1, rate, shares);
        // Where every lead that converts in a period belongs to a known target.
        const arriving = funnel.forecast(volumes, rate, shares).slice(before);
        for (let at = before; at < length - before; at++)
          expectClose(arriving[at], deals[at], { rel: 1e-11 });
        funnel.requiredSchedule(deals, 1, rate, lag).forEach((volume, at) => {
          if (typeof volume === "number")
            expectClose(volume * rate, level + growth * (at + lag), {
              rel: 1e-9,
            });
        });
      },
    ),
    runs,
  );
});

test("nothing is lost on the way: all that enters converts at its rates", () => {
  fc.assert(
    fc.property(
      list,
      usable,
      usable,
      fullCurve,
      (volumes, one, other, shares) => {
        const periods = volumes.length + 2 * shares.length;
        const [first, last] = funnel.expectedStages(
          volumes,
          [one, other],
          [shares, shares],
          periods,
        );
        expectClose(total(first!), total(volumes) * one, {
          rel: 1e-12,
          abs: 1e-12,
        });
        expectClose(total(last!), total(volumes) * one * other, {
          rel: 1e-12,
          abs: 1e-12,
        });
      },
    ),
    runs,
  );
});

test("more volume never lowers any period's bookings", () => {
  fc.assert(
    fc.property(
      list,
      list,
      usable,
      curve,
      money,
      (volumes, more, rate, shares, size) => {
        const larger = volumes.map((each, at) => each + (more[at] ?? 0));
        const high = funnel.expectedSchedule(larger, rate, shares, size);
        funnel
          .expectedSchedule(volumes, rate, shares, size)
          .forEach((low, at) =>
            expect(high[at]! * (1 + 1e-12)).toBeGreaterThanOrEqual(low),
          );
      },
    ),
    runs,
  );
});

test("no change of one volume brings a feasible schedule closer to its targets", () => {
  const small = fc.array(fc.integer({ min: 0, max: 100 }), {
    minLength: 1,
    maxLength: 10,
  });
  const typical = fc
    .array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 })
    .map((weights) =>
      weights.map((each) => each / weights.reduce((sum, one) => sum + one, 0)),
    );
  fc.assert(
    fc.property(small, usable, typical, small, (deals, rate, shares, past) => {
      const [volumes, short] = funnel.feasibleSchedule(
        deals,
        1,
        rate,
        shares,
        past,
      );
      expect(Math.min(...volumes)).toBeGreaterThanOrEqual(0);
      volumes.forEach((volume, from) => {
        // The slope of the sum of squares in this volume: 0, or upwards where it cannot fall.
        const slope = short.reduce(
          (sum, each, at) => sum - each * (shares[at - from] ?? 0),
          0,
        );
        if (volume > 1e-9) expect(Math.abs(slope)).toBeLessThan(1e-7);
        else expect(slope).toBeGreaterThan(-1e-7);
      });
    }),
    runs,
  );
});

test("the earliest volume, created up to capacity, meets every total, and a little less does not", () => {
  fc.assert(
    fc.property(
      list,
      usable,
      fullCurve,
      fc.double({ min: 10, max: 1e7, noNaN: true }),
      (deals, rate, shares, capacity) => {
        let least: number;
        try {
          least = funnel.earliestVolume(deals, rate, shares, [], capacity);
        } catch (error) {
          expect((error as funnel.FunnelError).sentence).toContain(
            "cannot be reached",
          );
          return;
        }
        const isEnough = (volume: number) => {
          const created = deals.map((_, at) =>
            Math.min(capacity, Math.max(0, volume - at * capacity)),
          );
          let [came, wanted] = [0, 0];
          return funnel
            .forecast(created, rate, shares, deals.length)
            .every((each, at) => {
              came += each;
              wanted += deals[at]!;
              return came >= wanted * (1 - 1e-9);
            });
        };
        expect(isEnough(least)).toBe(true);
        if (total(deals) > 1e-3)
          expect(isEnough(least * (1 - 1e-6))).toBe(false);
      },
    ),
    runs,
  );
});

test("lag shares are never negative, add up to what the distribution holds, and arrive later when leads do", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("weibull" as const, "lognormal" as const),
      fc.double({ min: 1, max: 200, noNaN: true }),
      fc.double({ min: 0.3, max: 3, noNaN: true }),
      fc.double({ min: 1, max: 100, noNaN: true }),
      fc.integer({ min: 1, max: 12 }),
      (name, scale, shape, days, periods) => {
        const start = funnel.lagShares(
          scale,
          shape,
          days,
          periods,
          "start",
          name,
        );
        const even = funnel.lagShares(
          scale,
          shape,
          days,
          periods,
          "even",
          name,
        );
        for (const each of [...start, ...even])
          expect(each).toBeGreaterThanOrEqual(0);
        expect(total(start)).toBeLessThanOrEqual(1 + 1e-12);
        expect(total(even)).toBeLessThanOrEqual(total(start) + 1e-12);
        // Whatever the split into periods, the shares are those of the whole.
        const whole = funnel.lagShares(
          scale,
          shape,
          days * periods,
          1,
          "start",
          name,
        );
        expectClose(total(start), whole[0], { rel: 1e-10, abs: 1e-14 });
        // Half periods in pairs: leads of the first and of the second half, averaged.
        const halves = funnel.lagShares(
          scale,
          shape,
          days / 2,
          2 * periods,
          "even",
          name,
        );
        even.forEach((each, at) => {
          const pair = (from: number) =>
            (halves[from] ?? 0) + (halves[from + 1] ?? 0);
          expectClose((pair(2 * at) + pair(2 * at - 1)) / 2, each, {
            rel: 1e-9,
            abs: 1e-12,
          });
        });
      },
    ),
    { ...runs, numRuns: 100 },
  );
});

test("what open leads still bring, over all time, is what they are worth", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.integer({ min: 0, max: 500 }),
          fc.integer({ min: 0, max: 400 }),
        ),
        { minLength: 1, maxLength: 6 },
      ),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.double({ min: 1, max: 60, noNaN: true }),
      fc.double({ min: 0.8, max: 3, noNaN: true }),
      (leads, rate, scale, shape) => {
        const expected = funnel.openForecast(
          leads.map(([count]) => count),
          leads.map(([, age]) => age),
          rate,
          scale,
          shape,
          scale,
          250,
        );
        const worth = leads.map(
          ([count, age]) => count * funnel.openRate(age, rate, scale, shape),
        );
        expectClose(total(expected), total(worth), { rel: 1e-9, abs: 1e-12 });
        leads.forEach(([count, age], at) =>
          expect(worth[at]).toBeLessThanOrEqual(
            count * funnel.openRate(age / 2, rate, scale, shape) * (1 + 1e-12),
          ),
        );
      },
    ),
    runs,
  );
});

test("every date lies in a quarter of three months, and the next day in the same fiscal month or the one after", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 61, max: 2_958_464 }),
      fc.integer({ min: 1, max: 12 }),
      (date, first) => {
        const monthOf = (day: number): number => {
          const [, year, month] = /^FY(\d\d) M(\d\d)$/.exec(
            funnel.fiscalPeriod(day, first, "M"),
          )!;
          return 12 * Number(year) + Number(month) - 1;
        };
        const month = monthOf(date);
        expect([0, 1]).toContain((monthOf(date + 1) - month + 1200) % 1200);
        const year = funnel.fiscalPeriod(date, first, "Y");
        expect(funnel.fiscalPeriod(date, first)).toBe(
          `${year} Q${Math.floor((month % 12) / 3) + 1}`,
        );
      },
    ),
    runs,
  );
});

test("a lead created by its date and no later books in time", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 20_000, max: 60_000, noNaN: true }),
      fc.double({ min: 0, max: 1000, noNaN: true }),
      (booking, lag) => {
        const created = funnel.createBy(booking, lag);
        expect(Number.isInteger(created)).toBe(true);
        expect(created + lag).toBeLessThanOrEqual(booking + 1e-6);
        expect(created + 1 + lag).toBeGreaterThan(booking - 1e-6);
      },
    ),
    runs,
  );
});
