/** What holds for all counts, beliefs and margins. */
import fc from "fast-check";
import * as funnel from "../../../src/funnel";

const runs = { seed: 20261122, numRuns: 250 };
const level = fc.double({ min: 0.01, max: 0.9999, noNaN: true });
/** Whole leads and leads in eighths, a few and very many. */
const pair = fc
  .tuple(
    fc.oneof(
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 1, max: 1e9 }),
    ),
    fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
    fc.constantFrom(1, 8),
  )
  .map(([all, part, unit]): [number, number] => [
    Math.floor(all * part) / unit,
    all / unit,
  ]);
const slack = 1e-9;

describe.each(funnel.RATE_METHODS)("the %s range", (method) => {
  const range = (counts: [number, number], confidence: number) =>
    funnel.rateRange(...counts, confidence, method);

  test("lies within 0 and 1, low before high, and widens with confidence", () => {
    fc.assert(
      fc.property(pair, level, level, (counts, one, two) => {
        const [low, high] = range(counts, Math.min(one, two));
        const [lower, higher] = range(counts, Math.max(one, two));
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(low * (1 + slack));
        expect(low).toBeLessThanOrEqual(high * (1 + slack));
        expect(high).toBeLessThanOrEqual(higher * (1 + slack));
        expect(higher).toBeLessThanOrEqual(1);
      }),
      runs,
    );
  });

  test("of the misses is that of the conversions, mirrored", () => {
    fc.assert(
      fc.property(pair, level, ([converted, entered], confidence) => {
        const [low, high] = range([converted, entered], confidence);
        const [left, right] = range([entered - converted, entered], confidence);
        expect(1 - right).toBeCloseTo(low, 9);
        expect(1 - left).toBeCloseTo(high, 9);
      }),
      runs,
    );
  });

  test("does not fall when more convert", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.nat(499),
        level,
        (entered, some, confidence) => {
          const converted = some % entered;
          const before = range([converted, entered], confidence);
          const after = range([converted + 1, entered], confidence);
          expect(after[0]).toBeGreaterThanOrEqual(before[0]);
          expect(after[1]).toBeGreaterThanOrEqual(before[1]);
        },
      ),
      runs,
    );
  });
});

test("Wilson, exact and mid-p ranges hold the observed rate, and the exact one holds the mid-p one", () => {
  fc.assert(
    fc.property(pair, level, ([converted, entered], confidence) => {
      const rate = converted / entered;
      const [wilson, exact] = (["wilson", "exact"] as const).map((method) =>
        funnel.rateRange(converted, entered, confidence, method),
      );
      const midp = funnel.rateRange(converted, entered, confidence, "midp");
      expect(wilson![0]).toBeLessThanOrEqual(rate * (1 + slack));
      expect(wilson![1]).toBeGreaterThanOrEqual(rate * (1 - slack));
      expect(exact![0]).toBeLessThanOrEqual(midp[0] * (1 + slack));
      expect(exact![1]).toBeGreaterThanOrEqual(midp[1] * (1 - slack));
    }),
    runs,
  );
});

test("a blend lies between the prior and the observed rate, and its range narrows the surer the prior", () => {
  fc.assert(
    fc.property(
      pair,
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.double({ min: 0.1, max: 1e6, noNaN: true }),
      ([converted, entered], prior, weight) => {
        const observed = converted / entered;
        const [rate] = funnel.blendedRate(converted, entered, prior, weight);
        expect(rate).toBeGreaterThanOrEqual(
          Math.min(prior, observed) * (1 - slack),
        );
        expect(rate).toBeLessThanOrEqual(
          Math.max(prior, observed) * (1 + slack),
        );
        const [alone] = funnel.blendedRate(0, 0, prior, weight);
        expect(alone).toBeCloseTo(prior, 12);
      },
    ),
    runs,
  );
});

test("the weight of a belief gives the belief back", () => {
  const inner = fc.double({ min: 1e-6, max: 0.999999, noNaN: true });
  fc.assert(
    fc.property(inner, inner, level, (one, two, confidence) => {
      const [low, high] = [Math.min(one, two), Math.max(one, two)];
      fc.pre(high > low * 1.001 && 1 - low > (1 - high) * 1.001);
      const [mean, weight] = funnel.priorWeight(low, high, confidence);
      const range = funnel.blendedRate(0, 0, mean, weight, confidence);
      expect(range[1]! / low).toBeCloseTo(1, 8);
      expect(range[2]! / high).toBeCloseTo(1, 8);
    }),
    { ...runs, numRuns: 100 },
  );
});

test("a segment's rate lies between its own and the pooled one, whatever the order of the segments", () => {
  const segments = fc.array(
    fc
      .tuple(fc.integer({ min: 1, max: 500 }), fc.nat(500))
      .map(([entered, some]): [number, number] => [
        some % (entered + 1),
        entered,
      ]),
    { minLength: 1, maxLength: 8 },
  );
  const pool = (pairs: [number, number][]) =>
    funnel.pooledRates(
      pairs.map(([converted]) => converted),
      pairs.map(([, entered]) => entered),
    ) as number[];
  fc.assert(
    fc.property(segments, (pairs) => {
      const [mean, weight, ...rates] = pool(pairs);
      pairs.forEach(([converted, entered], at) => {
        const own = converted / entered;
        expect(rates[at]).toBeGreaterThanOrEqual(Math.min(own, mean!) - slack);
        expect(rates[at]).toBeLessThanOrEqual(Math.max(own, mean!) + slack);
      });
      const [again, heavy, ...turned] = pool([...pairs].reverse());
      expect(again).toBeCloseTo(mean!, 6);
      expect(typeof heavy).toBe(typeof weight);
      turned.reverse().forEach((rate, at) => {
        expect(rate).toBeCloseTo(rates[at]!, 5);
      });
    }),
    { ...runs, numRuns: 100 },
  );
});

test("a chain lies within its range, and another stage lowers all three", () => {
  fc.assert(
    fc.property(fc.array(pair, { minLength: 2, maxLength: 6 }), (stages) => {
      const chain = (pairs: [number, number][]) =>
        funnel.chainRange(
          pairs.map(([converted]) => converted),
          pairs.map(([, entered]) => entered),
          0.95,
        );
      const [rate, low, high] = chain(stages);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(rate * (1 + slack));
      expect(high).toBeGreaterThanOrEqual(rate * (1 - slack));
      expect(high).toBeLessThanOrEqual(1);
      expect(chain([...stages, [5, 10]])[0]).toBeLessThan(rate);
      expect(chain([...stages, [5, 10]])[1]).toBeLessThan(low);
    }),
    runs,
  );
});

test("a difference turned round is its negative, and the chances add up to 1", () => {
  fc.assert(
    fc.property(pair, pair, level, (one, two, confidence) => {
      const [ahead, low, high, chance] = funnel.rateDifference(
        ...one,
        ...two,
        confidence,
      );
      const back = funnel.rateDifference(...two, ...one, confidence);
      expect(ahead + back[0]).toBeCloseTo(0, 14);
      expect(low + back[2]).toBeCloseTo(0, 12);
      expect(high + back[1]).toBeCloseTo(0, 12);
      expect(chance + back[3]).toBeCloseTo(1, 10);
      expect(low).toBeLessThanOrEqual(ahead + slack);
      expect(high).toBeGreaterThanOrEqual(ahead - slack);
    }),
    runs,
  );
});

test("more conversions in the second group never make it less likely to be better", () => {
  fc.assert(
    fc.property(
      pair,
      fc.integer({ min: 1, max: 400 }),
      fc.nat(399),
      (one, entered, some) => {
        const converted = some % entered;
        const chance = (more: number) =>
          funnel.rateDifference(...one, converted + more, entered)[3];
        expect(chance(1)).toBeGreaterThanOrEqual(chance(0) - 1e-12);
      },
    ),
    runs,
  );
});

test("an experiment of that size is enough, one lead less is not", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0.001, max: 0.49, noNaN: true }),
      level,
      (rate, halfWidth, confidence) => {
        const size = funnel.experimentSize(rate, halfWidth, confidence);
        const reach = (entered: number): number => {
          const [low, high] = funnel.rateRange(
            Math.min(rate * entered, entered),
            entered,
            confidence,
          );
          return (high - low) / 2;
        };
        expect(Number.isInteger(size)).toBe(true);
        expect(reach(size)).toBeLessThanOrEqual(halfWidth * (1 + 1e-12));
        if (size > 1)
          expect(reach(size - 1)).toBeGreaterThan(halfWidth * (1 - 1e-12));
      },
    ),
    runs,
  );
});
