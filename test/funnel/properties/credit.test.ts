/** What holds in Credit for any numbers whatsoever. */
import fc from "fast-check";
import * as funnel from "../../../src/funnel";

const runs = { seed: 20261122, numRuns: 500 };
const CLOSE = 46_000;
const model = fc.constantFrom(...funnel.CREDIT_MODELS);
const halfLife = fc.double({ min: 0.01, max: 1e4, noNaN: true });
const touches = fc
  .array(
    fc.oneof(
      {
        weight: 8,
        arbitrary: fc.integer({ min: CLOSE - 500, max: CLOSE + 50 }),
      },
      { weight: 4, arbitrary: fc.double({ min: 61, max: CLOSE, noNaN: true }) },
      { weight: 1, arbitrary: fc.constant(0) },
    ),
    { minLength: 1, maxLength: 30 },
  )
  .filter((dates) => dates.some((date) => date > 0 && date <= CLOSE));

test("shares add up to 1, none is negative, nothing is given after the close", () => {
  fc.assert(
    fc.property(touches, model, halfLife, (dates, how, half) => {
      const shares = funnel.creditSplit(dates, CLOSE, how, half);
      expect(Math.abs(funnel.sum(shares) - 1)).toBeLessThan(1e-14);
      shares.forEach((share, at) => {
        expect(share).toBeGreaterThanOrEqual(0);
        if (dates[at]! > CLOSE || dates[at] === 0) expect(share).toBe(0);
      });
    }),
    runs,
  );
});

test("with decay a later touch never gets less", () => {
  fc.assert(
    fc.property(touches, halfLife, (dates, half) => {
      const shares = funnel.creditSplit(dates, CLOSE, "decay", half);
      const counted = shares
        .map((share, at) => ({ share, date: dates[at]! }))
        .filter(({ date }) => date > 0 && date <= CLOSE)
        .sort((a, b) => a.date - b.date);
      counted.slice(1).forEach(({ share }, at) => {
        expect(share).toBeGreaterThanOrEqual(counted[at]!.share);
      });
    }),
    runs,
  );
});

test("teams together get the whole deal", () => {
  const team = fc.constantFrom("Marketing", "sales", "Sales", "Partner", "");
  fc.assert(
    fc.property(
      touches.chain((dates) =>
        fc.tuple(
          fc.constant(dates),
          fc.array(team, { minLength: dates.length, maxLength: dates.length }),
        ),
      ),
      model,
      fc.double({ min: 0.01, max: 1e9, noNaN: true }),
      ([dates, teams], how, value) => {
        const rows = funnel.teamCredit(value, dates, teams, CLOSE, how, 7);
        const total = funnel.sum(rows.map(([, part]) => part));
        expect(Math.abs(total - value)).toBeLessThanOrEqual(1e-12 * value);
        expect(new Set(rows.map(([name]) => name.toLowerCase())).size).toBe(
          rows.length,
        );
      },
    ),
    runs,
  );
});

const count = fc.oneof(
  fc.integer({ min: 0, max: 50 }),
  fc.double({ min: 0.001, max: 1e6, noNaN: true }),
);
const path = fc
  .array(fc.constantFrom("a", "b", "c", "d", "e", "f"), {
    minLength: 1,
    maxLength: 8,
  })
  .map((steps) => steps.join(" > "));
const journeys = fc
  .array(fc.tuple(path, count, count), { minLength: 1, maxLength: 15 })
  .filter((all) => all.some(([, bought]) => bought > 0));
const columns = (all: [string, number, number][]) => ({
  paths: all.map(([each]) => each),
  conversions: all.map(([, each]) => each),
  nulls: all.map(([, , each]) => each),
});

test("channels together get all conversions, by Markov and by Shapley", () => {
  fc.assert(
    fc.property(journeys, (all) => {
      const { paths, conversions, nulls } = columns(all);
      const total = funnel.sum(conversions);
      const markov = funnel.markovCredit(paths, conversions, nulls);
      const shapley = funnel.shapleyCredit(paths, conversions);
      expect(markov.map(([name]) => name)).toEqual(
        shapley.map(([name]) => name),
      );
      for (const credits of [
        markov.map((row) => row[2]),
        shapley.map((row) => row[1]),
      ]) {
        expect(Math.min(...credits)).toBeGreaterThanOrEqual(0);
        expect(Math.abs(funnel.sum(credits) - total)).toBeLessThanOrEqual(
          1e-12 * total,
        );
      }
      for (const [, effect] of markov) {
        expect(effect).toBeGreaterThanOrEqual(0);
        expect(effect).toBeLessThanOrEqual(1);
      }
    }),
    runs,
  );
});

test("what every conversion passes is removed with all of them", () => {
  fc.assert(
    fc.property(journeys, (all) => {
      const { paths, conversions, nulls } = columns(all);
      const ended = paths.map((each) => `${each} > demo`);
      const last = funnel
        .markovCredit(ended, conversions, nulls)
        .find(([name]) => name === "demo");
      expect(last![1]).toBeCloseTo(1, 12);
    }),
    runs,
  );
});

test("the order of the rows and the unit of the counts do not matter", () => {
  fc.assert(
    fc.property(journeys, (all) => {
      const forth = columns(all);
      const back = columns([...all].reverse());
      const credits = (
        given: ReturnType<typeof columns>,
        unit: number,
      ): Map<string, number> =>
        new Map(
          funnel
            .markovCredit(
              given.paths,
              given.conversions.map((each) => each * unit),
              given.nulls.map((each) => each * unit),
            )
            .map(([name, effect]) => [name, effect]),
        );
      const one = credits(forth, 1);
      for (const [name, effect] of credits(back, 64))
        expect(effect).toBeCloseTo(one.get(name)!, 11);
    }),
    runs,
  );
});

const ratio = fc.double({ min: 0, max: 3, noNaN: true });
const part = fc.double({ min: 0, max: 1, noNaN: true });

test("payouts never exceed the pool times the cap, and more attainment never pays less", () => {
  const team = fc.tuple(fc.integer({ min: 1, max: 9 }), ratio, ratio);
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1e7, noNaN: true }),
      fc.array(team, { minLength: 1, maxLength: 9 }),
      ratio,
      part,
      part,
      fc.double({ min: 1, max: 3, noNaN: true }),
      (pool, teams, shared, share, threshold, cap) => {
        const paid = (own: number[]) =>
          funnel.bonusPayout(
            pool,
            teams.map(([weight]) => weight),
            own,
            shared,
            share,
            threshold,
            cap,
          );
        const less = paid(teams.map(([, a, b]) => Math.min(a, b)));
        const more = paid(teams.map(([, a, b]) => Math.max(a, b)));
        less.forEach((each, at) =>
          expect(more[at]).toBeGreaterThanOrEqual(each),
        );
        expect(funnel.sum(more)).toBeLessThanOrEqual(pool * cap * (1 + 1e-12));
      },
    ),
    runs,
  );
});
