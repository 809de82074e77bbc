/** What holds in Money for any numbers whatsoever. */
import fc from "fast-check";
import * as funnel from "../../../src/funnel";

const runs = { seed: 20261122, numRuns: 1000 };
const money = fc.double({ min: 0.01, max: 1e9, noNaN: true });
const count = fc.integer({ min: 1, max: 100_000 });
const rate = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const list = <T>(each: fc.Arbitrary<T>) =>
  fc.array(each, { minLength: 1, maxLength: 12 });

test("the last stage carries the whole spend", () => {
  fc.assert(
    fc.property(list(fc.tuple(money, count)), (stages) => {
      const spend = stages.map(([each]) => each);
      const volumes = stages.map(([, each]) => each);
      const costs = funnel.costPerStage(spend, volumes) as number[];
      const last = costs.at(-1)! * volumes.at(-1)!;
      expect(last / funnel.sum(spend)).toBeCloseTo(1, 12);
    }),
    runs,
  );
});

test("with all customers won at once the lagged CAC is the CAC", () => {
  fc.assert(
    fc.property(list(fc.tuple(money, count)), (periods) => {
      const got = funnel.laggedCac(
        periods.map(([each]) => each),
        periods.map(([, each]) => each),
        [1],
      );
      expect(got).toEqual(periods.map(([m, n]) => funnel.cac(m, 0, n)));
    }),
    runs,
  );
});

test("a level budget with level wins costs the same whatever the lag", () => {
  fc.assert(
    fc.property(money, count, list(rate), (spend, customers, weights) => {
      const all = funnel.sum(weights);
      const periods = new Array<number>(weights.length + 3);
      const got = funnel.laggedCac(
        [...periods.fill(spend)],
        [...periods.fill(customers)],
        weights.map((each) => each / all),
      );
      for (const each of got.slice(weights.length - 1))
        expect((each as number) / (spend / customers)).toBeCloseTo(1, 12);
    }),
    runs,
  );
});

test("the cost lies within its limits, and more confidence widens them", () => {
  fc.assert(
    fc.property(
      money,
      fc.tuple(count, count).map(([a, b]) => [Math.max(a, b), Math.min(a, b)]),
      fc.tuple(rate, rate),
      (spend, [leads, customers], [one, other]) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        const [cost, low, high] = funnel.cacRange(
          spend,
          leads!,
          customers!,
          0.8,
        ) as number[];
        expect(low!).toBeLessThanOrEqual(cost! * (1 + 1e-12));
        if (customers! < leads!) expect(high!).toBeGreaterThan(cost!);
        const near = funnel.cacRange(spend, leads!, customers!, less);
        const far = funnel.cacRange(spend, leads!, customers!, more);
        const dust = 1 + 1e-9;
        expect(far[1] as number).toBeLessThanOrEqual(
          (near[1] as number) * dust,
        );
        expect(far[2] as number).toBeGreaterThanOrEqual(
          (near[2] as number) / dust,
        );
      },
    ),
    runs,
  );
});

test("after the payback months the collected margin is the cost", () => {
  fc.assert(
    fc.property(money, rate, rate, rate, (revenue, margin, churn, part) => {
      const monthly = revenue * margin;
      const cost = (monthly / churn) * part;
      const months = funnel.cacPayback(cost, revenue, margin, churn);
      const collected =
        (monthly / churn) * -Math.expm1(months * Math.log1p(-churn));
      expect(collected / cost).toBeCloseTo(1, 9);
      // Who stays longer pays back sooner; nobody leaves within the first month.
      if (months > 1)
        expect(
          funnel.cacPayback(cost, revenue, margin, churn / 2),
        ).toBeLessThanOrEqual(months * (1 + 1e-9));
    }),
    runs,
  );
});

test("a customer is worth the sum of its months", () => {
  fc.assert(
    fc.property(
      money,
      rate,
      fc.double({ min: 0.05, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 0.2, noNaN: true }),
      (revenue, margin, churn, discount) => {
        const terms: number[] = [];
        let stays = 1 / (1 + discount);
        for (let month = 0; month < 1500; month++) {
          terms.push(revenue * margin * stays);
          stays *= (1 - churn) / (1 + discount);
        }
        expect(
          funnel.lifetimeValue(revenue, margin, churn, discount) /
            funnel.sum(terms),
        ).toBeCloseTo(1, 10);
      },
    ),
    { ...runs, numRuns: 200 },
  );
});

test("on pace is the target's part of the days", () => {
  fc.assert(
    fc.property(money, count, count, (target, a, b) => {
      const [elapsed, total] = [Math.min(a, b), Math.max(a, b)];
      expect(
        funnel.pace((target * elapsed) / total, target, elapsed, total),
      ).toBeCloseTo(1, 12);
    }),
    runs,
  );
});
