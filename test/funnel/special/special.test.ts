/** The special functions against mpmath at 60 digits (cases.py), in both tails and down to 1e-300. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import * as special from "../../../src/funnel/special";

type Name = Exclude<
  keyof typeof special,
  "betaDensity" | "betaTails" | "gammaDensity" | "gammaTails"
>;

const CASES = JSON.parse(
  readFileSync(join(__dirname, "cases.json"), "utf8"),
) as [name: Name, args: number[], expected: number][];

const call = (name: Name, args: number[]): number =>
  (special[name] as (...args: number[]) => number)(...args);

test.each<[name: Name, cases: number, relative: number, absolute?: number]>([
  ["logGamma", 50, 2e-15],
  ["logBeta", 40, 2e-15],
  // Of either sign: digits are lost only beside its zero at 1.4616.
  ["digamma", 50, 2e-15, 2e-15],
  ["trigamma", 50, 2e-15],
  ["tetragamma", 50, 2e-15],
  ["normalLower", 25, 2e-13],
  ["normalUpper", 25, 2e-13],
  ["normalInverse", 18, 2e-15],
  ["normalUpperInverse", 18, 2e-15],
  ["chiSquare1Quantile", 15, 2e-15],
  ["gammaLower", 90, 5e-13],
  ["gammaUpper", 90, 5e-13],
  ["gammaLowerInverse", 30, 1e-13],
  ["gammaUpperInverse", 30, 1e-13],
  ["betaLower", 100, 2e-13],
  ["betaUpper", 100, 2e-13],
  ["betaInverse", 40, 1e-13],
  ["betaUpperInverse", 40, 1e-13],
])(
  "%s agrees with mpmath in %d cases and more, to %d of the value",
  (name, cases, relative, absolute = 0) => {
    const own = CASES.filter(([each]) => each === name);
    expect(own.length).toBeGreaterThanOrEqual(cases);
    const wrong = own.filter(
      ([, args, expected]) =>
        !(
          Math.abs(call(name, args) - expected) <=
          relative * Math.abs(expected) + absolute
        ),
    );
    expect(wrong).toEqual([]);
  },
);

const { gammaTails, betaTails, gammaLower, betaLower } = special;

test.each<[promise: string, got: () => unknown, expected: unknown]>([
  ["nothing lies below 0", () => gammaTails(3, 0), { lower: 0, upper: 1 }],
  [
    "everything lies below Infinity",
    () => gammaTails(3, Infinity),
    { lower: 1, upper: 0 },
  ],
  ["no rate is below 0", () => betaTails(2, 3, 0), { lower: 0, upper: 1 }],
  ["no rate is above 1", () => betaTails(2, 3, 1), { lower: 1, upper: 0 }],
  [
    "the quantiles at 0 and 1 are the ends",
    () => [
      special.gammaLowerInverse(2, 0),
      special.gammaLowerInverse(2, 1),
      special.gammaUpperInverse(2, 0),
      special.gammaUpperInverse(2, 1),
      special.betaInverse(2, 3, 0),
      special.betaInverse(2, 3, 1),
      special.betaUpperInverse(2, 3, 0),
      special.betaUpperInverse(2, 3, 1),
      special.normalInverse(0),
      special.normalInverse(1),
      special.normalUpperInverse(0),
      special.normalUpperInverse(1),
    ],
    [
      0,
      Infinity,
      Infinity,
      0,
      0,
      1,
      1,
      0,
      -Infinity,
      Infinity,
      Infinity,
      -Infinity,
    ],
  ],
])("%s", (_, got, expected) => {
  expect(got()).toEqual(expected);
});

test("a rate so near 1 that it is 1 keeps its digits through its complement", () => {
  expect(betaLower(1, 2, 1, 1e-20)).toBe(1);
  expect(special.betaUpper(1, 2, 1, 1e-20) / 1e-40).toBeCloseTo(1, 13);
});

test.each([1e-9, 0.5, 7, 14.9, 15, 1e3, 1e9, 1e15])(
  "from %p on, one step of the polygammas is 1 / a, 1 / a^2 and 2 / a^3",
  (a) => {
    const [first, second, third] = special.polygammaRise(a, 1);
    expect(first * a).toBeCloseTo(1, 13);
    expect(second * a * a).toBeCloseTo(1, 13);
    expect((third * a * a * a) / 2).toBeCloseTo(1, 13);
  },
);

test.each([
  [1e-12, 3],
  [0.5, 2e-9],
  [20, 0.5],
  [3, 1e6],
])("the polygammas from %p to %p more are their differences", (a, rise) => {
  const { digamma, trigamma, tetragamma } = special;
  const [first, second, third] = special.polygammaRise(a, rise);
  const near = (got: number, wanted: number, size: number): void => {
    expect(Math.abs(got - wanted)).toBeLessThan(1e-14 * Math.abs(size));
  };
  near(first, digamma(a + rise) - digamma(a), digamma(a));
  near(second, trigamma(a) - trigamma(a + rise), trigamma(a));
  near(third, tetragamma(a + rise) - tetragamma(a), tetragamma(a));
});

test.each<
  [
    name: string,
    f: (x: number) => number,
    low: number,
    high: number,
    root: number,
  ]
>([
  ["a line", (x) => x - 0.3, 0, 1, 0.3],
  ["a falling curve", (x) => Math.exp(-x) - 0.5, -700, 700, Math.LN2],
  ["a cliff", (x) => (x < 0.7 ? -1e300 : 1e-300), 0, 1, 0.7],
  ["an infinite end", (x) => Math.log(x) + 2, 0, 5, Math.exp(-2)],
  ["a root at an end", (x) => x, 0, 1, 0],
])("the root of %s", (_, f, low, high, root) => {
  let calls = 0;
  const found = special.rootBetween(
    (x) => {
      calls++;
      return f(x);
    },
    low,
    high,
  );
  expect(Math.abs(found - root)).toBeLessThanOrEqual(1e-15 * Math.abs(root));
  expect(calls).toBeLessThan(80);
});

describe("a quantile has the tail it was asked for", () => {
  const shape = fc.double({ min: -3, max: 7, noNaN: true }).map((x) => 10 ** x);
  const part = fc.oneof(
    fc.double({ min: 1e-6, max: 1, noNaN: true }),
    fc.double({ min: -280, max: 0, noNaN: true }).map((x) => 10 ** x),
  );
  const near = (got: number, wanted: number): void => {
    expect(Math.abs(got - wanted)).toBeLessThanOrEqual(1e-9 * wanted);
  };

  test("gamma", () => {
    fc.assert(
      fc.property(shape, part, (a, p) => {
        const lower = special.gammaLowerInverse(a, p);
        if (lower > 1e-290 && p < 0.999) near(gammaLower(a, lower), p);
        const upper = special.gammaUpperInverse(a, p);
        if (upper > 1e-290) near(special.gammaUpper(a, upper), p);
      }),
      { seed: 3, numRuns: 2000 },
    );
  });

  test("beta", () => {
    fc.assert(
      fc.property(shape, shape, part, (a, b, p) => {
        const lower = special.betaInverse(a, b, p);
        if (lower > 1e-290 && lower < 0.9 && p < 0.999)
          near(betaLower(a, b, lower), p);
        // Near 1 the complement has the digits.
        const rest = special.betaUpperInverse(b, a, 1 - p);
        const upper = special.betaInverse(b, a, p);
        if (p > 0.001 && p < 0.5) near(rest, upper);
        if (upper > 1e-290 && upper < 1e-3)
          near(special.betaUpper(a, b, 1 - upper, upper), p);
      }),
      { seed: 4, numRuns: 2000 },
    );
  });
});

test("every valid argument gets a finite answer, soon", () => {
  const sizes = [1e-300, 1e-3, 0.5, 1, 199, 201, 1e9, 1e15, 1e300];
  const parts = [1e-300, 1e-3, 0.2, 0.8, 1 - 1e-9, 1 - 2 ** -53];
  const odd: unknown[] = [];
  const check = (name: Name, args: number[], most: number): void => {
    const value = call(name, args);
    if (!(value >= 0 && value <= most)) odd.push([name, args, value]);
  };
  const started = performance.now();
  let calls = 0;
  for (const a of sizes) {
    for (const x of [...sizes, a, a * 0.999999, a * 1.000001]) {
      check("gammaLower", [a, x], 1);
      check("gammaUpper", [a, x], 1);
    }
    for (const part of parts) {
      check("gammaLowerInverse", [a, part], Infinity);
      check("gammaUpperInverse", [a, part], Infinity);
      for (const b of sizes) {
        check("betaLower", [a, b, part], 1);
        check("betaUpper", [a, b, part], 1);
        check("betaInverse", [a, b, part], 1);
        check("betaUpperInverse", [a, b, part], 1);
        calls += 4;
      }
    }
  }
  expect(odd).toEqual([]);
  expect((performance.now() - started) / calls).toBeLessThan(5);
  expect(gammaLower(1e12, 1e12)).toBeCloseTo(0.5, 6);
});
