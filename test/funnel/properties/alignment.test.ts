/** What holds for every gap and for every agreed rate. */
import fc from "fast-check";
import * as funnel from "../../../src/funnel";

const seed = { seed: 20261122, numRuns: 1000 };
const driver = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: 0.001, max: 1, noNaN: true }) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 100_000 }) },
  { weight: 1, arbitrary: fc.constant(0) },
);
const pairs = fc.array(fc.tuple(driver, driver), {
  minLength: 1,
  maxLength: 8,
});
const product = (factors: number[]) =>
  factors.reduce((all, each) => all * each, 1);
const methods = funnel.GAP_METHODS;

/** The terms and a size beside which rounding is nothing: the product of the larger drivers. */
function gapOf(drivers: [number, number][], method: funnel.GapMethod) {
  const plan = drivers.map(([planned]) => planned);
  const actual = drivers.map(([, reached]) => reached);
  const terms = funnel.gapDrivers(plan, actual, method);
  const size = product(drivers.map((each) => Math.max(...each)));
  return { plan, actual, terms, dust: 1e-12 * size };
}

test.each(methods)("%s: the terms add up to the gap", (method) => {
  fc.assert(
    fc.property(pairs, (drivers) => {
      const { plan, actual, terms, dust } = gapOf(drivers, method);
      const gap = product(actual) - product(plan);
      expect(Math.abs(funnel.sum(terms) - gap)).toBeLessThanOrEqual(dust);
    }),
    seed,
  );
});

test.each(methods)(
  "%s: a driver at plan adds nothing, one that grew nothing bad, one that fell nothing good",
  (method) => {
    fc.assert(
      fc.property(pairs, (drivers) => {
        const { plan, actual, terms } = gapOf(drivers, method);
        terms.forEach((term, at) => {
          const change = Math.sign(actual[at]! - plan[at]!);
          expect([0, change]).toContain(Math.sign(term));
          if (change === 0) expect(term).toBe(0);
        });
      }),
      seed,
    );
  },
);

test.each(["shapley", "lmdi"] as const)(
  "%s: the order of the drivers does not matter, swapping plan and actual turns the signs",
  (method) => {
    fc.assert(
      fc.property(pairs, (drivers) => {
        const { plan, actual, terms, dust } = gapOf(drivers, method);
        const turned = gapOf([...drivers].reverse(), method).terms.reverse();
        const back = funnel.gapDrivers(actual, plan, method);
        terms.forEach((term, at) => {
          expect(Math.abs(term - turned[at]!)).toBeLessThanOrEqual(dust);
          expect(Math.abs(term + back[at]!)).toBeLessThanOrEqual(dust);
        });
      }),
      seed,
    );
  },
);

test("shapley is the mean over all orders of sequential", () => {
  const orders = (items: number[]): number[][] =>
    items.length < 2
      ? [items]
      : items.flatMap((each) =>
          orders(items.filter((other) => other !== each)).map((rest) => [
            each,
            ...rest,
          ]),
        );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(driver, driver), { minLength: 1, maxLength: 5 }),
      (drivers) => {
        const { plan, actual, terms, dust } = gapOf(drivers, "shapley");
        const all = orders(plan.map((_, at) => at));
        const mean = plan.map(() => 0);
        for (const order of all)
          funnel
            .gapDrivers(
              order.map((at) => plan[at]!),
              order.map((at) => actual[at]!),
              "sequential",
            )
            .forEach((term, at) => (mean[order[at]!]! += term / all.length));
        terms.forEach((term, at) =>
          expect(Math.abs(term - mean[at]!)).toBeLessThanOrEqual(dust),
        );
      },
    ),
    { ...seed, numRuns: 200 },
  );
});

test("owners' parts add up to the gap, whoever owns what", () => {
  fc.assert(
    fc.property(
      pairs,
      fc.array(fc.constantFrom("Sales", " sales", "marketing", ""), {
        minLength: 8,
        maxLength: 8,
      }),
      (drivers, names) => {
        const { plan, actual, terms, dust } = gapOf(drivers, "shapley");
        const owners = names.slice(0, plan.length);
        const parts = funnel.gapByOwner(plan, actual, owners);
        const whole = funnel.sum(parts.map(([, amount]) => amount));
        expect(Math.abs(whole - funnel.sum(terms))).toBeLessThanOrEqual(dust);
        expect(parts.length).toBeLessThanOrEqual(3);
      },
    ),
    seed,
  );
});

test("products stay in range on the way: drivers of any size", () => {
  const huge = [1e200, 1e-300, 1e150];
  const grown = [2e200, 1e-300, 1e150];
  for (const method of methods) {
    const [first, ...rest] = funnel.gapDrivers(huge, grown, method);
    expect(first! / 1e50).toBeCloseTo(1, 12);
    expect(rest).toEqual([0, 0]);
  }
});

test("more conversions never make it likelier that the rate is below; a higher agreement never less likely", () => {
  const count = fc.double({ min: 0, max: 1e6, noNaN: true });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(count, count, count, share, share, (a, b, extra, r, s) => {
      const [few, many] = [Math.min(a, b), Math.max(a, b)];
      const entered = many + extra + 1;
      const [low, high] = [Math.min(r, s), Math.max(r, s)];
      const below = (converted: number, agreed: number) =>
        funnel.belowAgreed(converted, entered, agreed)[0];
      expect(below(many, low)).toBeLessThanOrEqual(below(few, low) + 1e-12);
      expect(below(few, high)).toBeGreaterThanOrEqual(below(few, low) - 1e-12);
    }),
    seed,
  );
});
