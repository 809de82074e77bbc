/** What holds in Budget for any numbers whatsoever. */
import fc from "fast-check";
import * as funnel from "../../../src/funnel";

const runs = { seed: 20261122, numRuns: 300 };
const between = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true });

const power = fc.tuple(
  fc.constant("power" as const),
  between(0.1, 10),
  between(0.1, 1),
);
const bent = fc.tuple(
  fc.constantFrom("log", "exp", "hill" as const),
  between(1, 500),
  between(100, 200_000),
);
const soft = fc.tuple(
  fc.constant("hill" as const),
  between(1, 500),
  between(100, 200_000),
  between(0.2, 1),
);
const steep = fc.tuple(
  fc.constant("hill" as const),
  between(1, 500),
  between(100, 200_000),
  between(1.01, 6),
);
const concave = fc.oneof(power, bent, soft) as fc.Arbitrary<funnel.Curve>;
const any = fc.oneof(
  power,
  bent,
  soft,
  steep,
  steep,
) as fc.Arbitrary<funnel.Curve>;
const spend = between(0, 1e6);

test("more spend never brings less, and one more result never costs less where returns diminish", () => {
  fc.assert(
    fc.property(any, spend, spend, (curve, one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      const less = funnel.expectedResult(low, ...curve);
      expect(funnel.expectedResult(high, ...curve)).toBeGreaterThanOrEqual(
        less * (1 - 1e-14),
      );
      if (curve[0] === "hill" && (curve[3] ?? 1) > 1) return;
      try {
        const cheaper = funnel.marginalCost(low, ...curve);
        expect(funnel.marginalCost(high, ...curve)).toBeGreaterThanOrEqual(
          cheaper * (1 - 1e-12),
        );
      } catch (fault) {
        // An exponential curve that is used up: no finite cost.
        expect(fault).toMatchObject({ kind: "num" });
      }
    }),
    runs,
  );
});

test("a calibrated curve passes through its two points", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...funnel.CURVES),
      between(100, 1e5),
      between(1, 1000),
      between(1.1, 10),
      between(0.1, 0.95),
      (name, x, r, times, bend) => {
        const [y, s] = [x * times, r * times ** bend];
        const [a, b] = funnel.calibrateCurve(name, x, r, y, s);
        expect(funnel.expectedResult(x, name, a, b) / r).toBeCloseTo(1, 9);
        expect(funnel.expectedResult(y, name, a, b) / s).toBeCloseTo(1, 9);
      },
    ),
    runs,
  );
});

interface Problem {
  budget: number;
  curves: funnel.Curve[];
  floors: number[];
  caps: (number | null)[];
}

/** Floors that the budget covers; caps above them or none. */
const problem = (curve: fc.Arbitrary<funnel.Curve>): fc.Arbitrary<Problem> =>
  fc
    .tuple(
      between(1, 1e6),
      fc.array(
        fc.tuple(
          curve,
          fc.oneof(fc.constant(0), between(0.01, 1)),
          fc.option(between(0.01, 1)),
        ),
        { minLength: 1, maxLength: 6 },
      ),
    )
    .map(([budget, lines]) => {
      const floors = lines.map(([, floor]) => (floor * budget) / lines.length);
      return {
        budget,
        curves: lines.map(([each]) => each),
        floors,
        caps: lines.map(([, , cap], at) =>
          cap === null ? null : floors[at]! + cap * budget,
        ),
      };
    });
const allocate = ({ budget, curves, floors, caps }: Problem) =>
  funnel.allocateBudget(budget, curves, floors, caps);
const total = (curves: funnel.Curve[], spends: number[]) =>
  funnel.sum(
    curves.map((each, at) => funnel.expectedResult(spends[at]!, ...each)),
  );

test("an allocation spends the budget exactly or reports the rest, between floors and caps", () => {
  fc.assert(
    fc.property(problem(any), (given) => {
      const { spends, unallocated } = allocate(given);
      const whole = funnel.sum([...spends, unallocated]);
      expect(Math.abs(whole - given.budget)).toBeLessThanOrEqual(
        1e-12 * given.budget,
      );
      spends.forEach((each, at) => {
        expect(each).toBeGreaterThanOrEqual(given.floors[at]!);
        expect(each).toBeLessThanOrEqual(given.caps[at] ?? Infinity);
      });
      if (unallocated > 0)
        spends.forEach((each, at) =>
          expect(each).toBeCloseTo(given.caps[at]!, 6),
        );
    }),
    runs,
  );
});

test("one more result costs the same in every channel between floor and cap, and no less in one at its floor", () => {
  fc.assert(
    fc.property(problem(concave), (given) => {
      const { spends } = allocate(given);
      const slopes = spends.map((each, at) => {
        try {
          return Math.log(funnel.marginalCost(each, ...given.curves[at]!));
        } catch {
          return Infinity;
        }
      });
      // Below a billionth of the budget a spend is dust, and a slope there says nothing.
      const isInside = (at: number) =>
        spends[at]! > given.floors[at]! + 1e-9 * given.budget &&
        spends[at]! < (given.caps[at] ?? Infinity) * (1 - 1e-12);
      const inside = slopes.filter((_, at) => isInside(at));
      const [least, most] = [Math.min(...inside), Math.max(...inside)];
      if (inside.length === 0 || !Number.isFinite(most)) return;
      expect(most - least).toBeLessThan(1e-6);
      slopes.forEach((slope, at) => {
        if (spends[at] === given.floors[at] && slope !== -Infinity)
          expect(slope).toBeGreaterThan(least - 1e-6);
        if (spends[at] === given.caps[at] && spends[at] !== given.floors[at])
          expect(slope).toBeLessThan(most + 1e-6);
      });
    }),
    runs,
  );
});

/** Any other split within floors and caps: everyone's floor, then what remains in random parts, as far as caps allow. */
const split = (
  { budget, floors, caps }: Problem,
  parts: number[],
): number[] => {
  const spends = [...floors];
  let left = budget - funnel.sum(floors);
  floors.forEach((_, at) => {
    const room = (caps[at] ?? Infinity) - spends[at]!;
    const more = Math.max(0, Math.min(room, left * parts[at % parts.length]!));
    spends[at]! += more;
    left -= more;
  });
  return spends;
};

test.each([
  ["diminishing returns", concave],
  ["S-shaped curves", any],
])("no other split brings more: %s", (_, curve) => {
  const part = fc.oneof(fc.constantFrom(0, 1, 0.5), between(0, 1));
  const splits = fc.array(fc.array(part, { minLength: 6, maxLength: 6 }), {
    minLength: 10,
    maxLength: 10,
  });
  fc.assert(
    fc.property(problem(curve), splits, (given, others) => {
      const { result } = allocate(given);
      for (const parts of others) {
        const other = total(given.curves, split(given, parts));
        expect(other).toBeLessThanOrEqual(result * (1 + 1e-9));
      }
    }),
    runs,
  );
});

test("more budget never brings less", () => {
  fc.assert(
    fc.property(problem(any), between(1, 2), (given, times) => {
      const more = allocate({ ...given, budget: given.budget * times });
      expect(more.result).toBeGreaterThanOrEqual(
        allocate(given).result * (1 - 1e-9),
      );
    }),
    runs,
  );
});

test("units fit the budget, and moving one never brings more", () => {
  fc.assert(
    fc.property(
      fc.array(any, { minLength: 1, maxLength: 5 }),
      between(1000, 50_000),
      fc.integer({ min: 0, max: 30 }),
      (curves, cost, units) => {
        const got = funnel.allocateUnits(units * cost, cost, curves);
        expect(funnel.sum(got)).toBeLessThanOrEqual(units);
        const worth = (counts: number[]) =>
          total(
            curves,
            counts.map((each) => each * cost),
          );
        const best = worth(got);
        got.forEach((own, from) => {
          if (own === 0) return;
          got.forEach((_, to) => {
            const moved = [...got];
            moved[from]! -= 1;
            moved[to]! += 1;
            expect(worth(moved)).toBeLessThanOrEqual(best * (1 + 1e-12));
          });
        });
      },
    ),
    runs,
  );
});
