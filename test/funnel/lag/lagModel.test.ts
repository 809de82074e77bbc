/** The lag distributions against mpmath, against themselves, and at the ends of what a number can hold. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { FunnelError } from "../../../src/funnel";
import { givenLagModel } from "../../../src/funnel/lag/givenLagModel";
import {
  LAG_MODELS,
  lagModel,
  shareBetween,
  type LagModelName,
} from "../../../src/funnel/lag/lagModel";
import { expectClose } from "../close";

type Row = [
  model: LagModelName,
  scale: number,
  shape: number,
  q: number,
  day: number,
  lower: number,
  upper: number,
];

const ROWS = JSON.parse(
  readFileSync(join(__dirname, "../../fixtures/lag_models.json"), "utf8"),
) as Row[];

test.each(ROWS)(
  "%s, scale %d, shape %d, Q %d by day %d",
  (name, scale, shape, q, day, lower, upper) => {
    const model = lagModel(name, scale, shape, q);
    // Far out a rounding of the day alone moves a tail by this much.
    const far =
      1 + Math.abs(Math.log(Math.max(Math.min(lower, upper), 1e-300)));
    const tolerance = { rel: 2e-12 * far, abs: 1e-300 };
    expectClose(model.lower(day), lower, tolerance);
    expectClose(model.upper(day), upper, tolerance);
    if (Math.min(lower, upper) > 1e-4)
      expectClose(model.quantile(lower), day, {
        rel: 1e-10 * Math.max(1, shape),
      });
  },
);

const name = fc.constantFrom(...LAG_MODELS);
const positive = fc.oneof(
  fc.double({ min: 0.01, max: 1000, noNaN: true }),
  fc.double({ min: 5e-324, max: 1.7e308, noNaN: true }),
);
const days = fc.oneof(
  fc.double({ min: 0, max: 2000, noNaN: true }),
  fc.double({ min: 0, noNaN: true }),
);
const q = fc.oneof(
  fc.double({ min: -100, max: 100, noNaN: true }),
  fc.constantFrom(0, 1, -1, 1e-300, 3e-4, -3.0001e-4),
);
const seed = { seed: 20261122, numRuns: 3000 };

test("shares lie between 0 and 1, add up and never fall as days pass, whatever the numbers", () => {
  fc.assert(
    fc.property(name, positive, positive, q, days, days, (...given) => {
      const [model, scale, shape, third, one, other] = given;
      const lag = lagModel(model, scale, shape, third);
      const [early, late] = [Math.min(one, other), Math.max(one, other)];
      for (const share of [early, late].flatMap((t) => [
        lag.lower(t),
        lag.upper(t),
      ])) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
      expect(lag.lower(late) + lag.upper(late)).toBeCloseTo(1, 11);
      expect(lag.lower(late)).toBeGreaterThanOrEqual(
        lag.lower(early) * (1 - 1e-9),
      );
      expect(shareBetween(lag, early, late)).toBeGreaterThanOrEqual(0);
    }),
    seed,
  );
});

test("a day that is a quantile has that share behind it", () => {
  const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
  const likely = fc.double({ min: 0.05, max: 20, noNaN: true });
  const skew = fc.double({ min: -8, max: 8, noNaN: true });
  fc.assert(
    fc.property(
      name,
      likely,
      likely,
      skew,
      share,
      (model, scale, shape, third, p) => {
        const lag = lagModel(model, scale, shape, third);
        const t = lag.quantile(p);
        if (t > 1e-280 && t < 1e280)
          expectClose(lag.lower(t), p, { rel: 1e-9, abs: 1e-9 });
      },
    ),
    seed,
  );
});

test("generalised gamma passes through the lognormal at Q = 0 and the Weibull at Q = 1", () => {
  for (const t of [1, 10, 40, 200]) {
    const near = lagModel("gengamma", 40, 0.9, 0).lower(t);
    expect(near).toBe(lagModel("lognormal", 40, 0.9, 0).lower(t));
    expectClose(
      lagModel("gengamma", 40, 1 / 0.8, 1).lower(t),
      lagModel("weibull", 40, 0.8, 0).lower(t),
      { rel: 1e-12 },
    );
    // No seam where the method changes.
    for (const edge of [3e-4, -3e-4])
      expectClose(
        lagModel("gengamma", 40, 0.9, edge * (1 + 1e-9)).lower(t),
        lagModel("gengamma", 40, 0.9, edge).lower(t),
        { rel: 1e-11 },
      );
  }
});

const above = (argument: string, got: string, remedy: string) =>
  `${argument} must be above 0; got ${got} - enter the ${remedy} that COHORT_LAG gives`;

test.each<[string, LagModelName, number, number[], string]>([
  ["a scale of 0", "weibull", 0, [1], above("scale_days", "0", "scale")],
  ["a shape of 0", "weibull", 30, [0], above("shape", "0", "shape")],
  ["no shape", "lognormal", 30, [], above("shape", "0", "shape")],
  [
    "a negative sigma",
    "gengamma",
    30,
    [-1, 0],
    above("shape 1", "-1", "sigma"),
  ],
  [
    "one number for gengamma",
    "gengamma",
    30,
    [1],
    "shape must be two cells for gengamma, sigma and Q; got 1 - select both",
  ],
  [
    "a Q beyond use",
    "gengamma",
    30,
    [1, 101],
    "shape 2 must be between -100 and 100; got 101 - enter the Q that COHORT_LAG gives",
  ],
  [
    "two numbers for weibull",
    "weibull",
    30,
    [1, 1],
    "shape must be one cell for weibull; got 2 - only gengamma takes two",
  ],
  [
    "a shape for exponential",
    "exponential",
    30,
    [0.8],
    'shape must be 1 or blank for exponential; got 0.8 - choose "weibull" for another shape',
  ],
])("refuses %s", (_, model, scale, shape, sentence) => {
  expect(() => givenLagModel(model, scale, shape)).toThrow(
    new FunnelError("value", sentence),
  );
});

test("an exponential lag needs no shape", () => {
  for (const shape of [[], [0], [1]])
    expect(givenLagModel("exponential", 20, shape).upper(20)).toBeCloseTo(
      Math.exp(-1),
      15,
    );
});
