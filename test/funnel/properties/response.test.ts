/** What holds for response time whatever the calendar: agreement with walking over the days, and with itself. */
import fc from "fast-check";
import * as funnel from "../../../src/funnel";

const DAY = 86_400;
const FIRST = 46_000;
const runs = { seed: 20261122, numRuns: 600 };

interface Calendar {
  opens: number;
  closes: number;
  mask: string;
  holidays: number[];
}

const mask = fc
  .array(fc.constantFrom("0", "1"), { minLength: 7, maxLength: 7 })
  .map((marks) => marks.join(""))
  .filter((each) => each !== "1111111");
const calendar: fc.Arbitrary<Calendar> = fc.record({
  opens: fc.integer({ min: 0, max: 12 * 3600 }),
  closes: fc.integer({ min: 12 * 3600 + 1, max: DAY }),
  mask: fc.oneof(fc.constant("0000011"), mask),
  holidays: fc.array(
    fc.oneof(
      fc.constant(0),
      fc.double({ min: FIRST, max: FIRST + 60, noNaN: true }),
    ),
    { maxLength: 12 },
  ),
});
/** Seconds of Excel's calendar. */
const moment = fc.integer({ min: FIRST * DAY, max: (FIRST + 50) * DAY });

const asArguments = ({ opens, closes, mask, holidays }: Calendar) =>
  [opens / DAY, closes / DAY, mask, holidays] as const;

const elapsed = (from: number, to: number, of: Calendar): number =>
  Math.round(
    funnel.businessHours(from / DAY, to / DAY, ...asArguments(of)) * 3600,
  );

/** Day by day, with the calendar of JavaScript. */
function walked(from: number, to: number, of: Calendar): number {
  let seconds = 0;
  for (let day = Math.floor(from / DAY); day * DAY <= to; day++) {
    const sunday = new Date((day - 25_569) * DAY * 1000).getUTCDay();
    if (of.mask[(sunday + 6) % 7] === "1") continue;
    if (of.holidays.some((each) => Math.floor(each) === day)) continue;
    const begins = Math.max(from, day * DAY + of.opens);
    seconds += Math.max(0, Math.min(to, day * DAY + of.closes) - begins);
  }
  return seconds;
}

test("counting agrees with walking over the days", () => {
  fc.assert(
    fc.property(moment, moment, calendar, (a, b, of) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      expect(elapsed(from, to, of)).toBe(walked(from, to, of));
    }),
    runs,
  );
});

test("what elapses adds up", () => {
  fc.assert(
    fc.property(moment, moment, moment, calendar, (a, b, c, of) => {
      const [first, second, third] = [a, b, c].sort((x, y) => x - y) as [
        number,
        number,
        number,
      ];
      expect(elapsed(first, second, of) + elapsed(second, third, of)).toBe(
        elapsed(first, third, of),
      );
    }),
    runs,
  );
});

test("due is the first second at which the agreed time has elapsed", () => {
  fc.assert(
    fc.property(
      moment,
      fc.integer({ min: 1, max: 3_000_000 }),
      calendar,
      (created, seconds, of) => {
        const due = Math.round(
          funnel.slaDue(created / DAY, seconds / 3600, ...asArguments(of)) *
            DAY,
        );
        expect(elapsed(created, due, of)).toBe(seconds);
        expect(elapsed(created, due - 1, of)).toBe(seconds - 1);
      },
    ),
    runs,
  );
});

test("a lead due later than another was created later or waits longer", () => {
  fc.assert(
    fc.property(
      moment,
      fc.integer({ min: 0, max: 5 * DAY }),
      fc.integer({ min: 1, max: 500_000 }),
      fc.integer({ min: 0, max: 500_000 }),
      calendar,
      (created, later, seconds, more, of) => {
        const due = (from: number, agreed: number) =>
          funnel.slaDue(from / DAY, agreed / 3600, ...asArguments(of));
        const first = due(created, seconds);
        expect(due(created + later, seconds)).toBeGreaterThanOrEqual(first);
        expect(due(created, seconds + more)).toBeGreaterThanOrEqual(first);
      },
    ),
    runs,
  );
});

const leads = fc.array(
  fc.tuple(
    moment,
    fc.option(fc.integer({ min: 0, max: 10 * DAY }), { freq: 3 }),
  ),
  { minLength: 1, maxLength: 30 },
);
const agreed = fc.integer({ min: 1, max: 200_000 }).map((each) => each / 3600);

test("the counts are those of the single leads, and their share is the attainment", () => {
  fc.assert(
    fc.property(leads, agreed, moment, calendar, (rows, hours, asOf, of) => {
      const now = asOf / DAY;
      const known = rows.filter(([created]) => created <= asOf);
      if (known.length === 0) return;
      const answers = (all: typeof rows) =>
        all.map(([created, wait]) =>
          wait === null ? 0 : (created + wait) / DAY,
        );
      const created = rows.map(([each]) => each / DAY);
      const got = funnel.slaAttainment(
        created,
        answers(rows),
        hours,
        now,
        ...asArguments(of),
      );
      const statuses = known.map(([each], at) =>
        funnel.slaStatus(
          each / DAY,
          answers(known)[at]!,
          hours,
          now,
          ...asArguments(of),
        ),
      );
      const count = (status: string) =>
        statuses.filter((each) => each === status).length;
      const [met, missed, overdue, open] = [
        "Met",
        "Missed",
        "Overdue",
        "Open",
      ].map(count) as [number, number, number, number];
      expect(got.slice(1, 5)).toEqual([met, missed, overdue, open]);
      const due = met + missed + overdue;
      if (due > 0) expect(got[0]).toBe(met / due);
      else expect(got[0]).toBeInstanceOf(funnel.FunnelError);
    }),
    runs,
  );
});

test("with every lead answered the percentiles are those of the waits", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 400 }), {
        minLength: 1,
        maxLength: 40,
      }),
      (waits) => {
        const got = funnel.slaSummary(
          waits,
          waits.map(() => 1),
          100,
        );
        const ascending = [...waits].sort((a, b) => a - b);
        const at = (part: number): number => {
          const place = part * waits.length;
          const whole = Math.round(place);
          return Math.abs(place - whole) < 1e-9
            ? (ascending[whole - 1]! + ascending[whole]!) / 2
            : ascending[Math.ceil(place) - 1]!;
        };
        expect(got[7]).toBeCloseTo(at(0.5), 9);
        expect(got[8]).toBeCloseTo(at(0.9), 9);
        expect(got[6]).toBeCloseTo(got[0] as number, 12);
      },
    ),
    runs,
  );
});

test("a lead that is still open never raises the part answered in time", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.boolean()), {
        minLength: 1,
        maxLength: 20,
      }),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 1, max: 55 }),
      (rows, wait, limit) => {
        const inTime = (all: [number, boolean][]): number =>
          funnel.slaSummary(
            all.map(([hours]) => hours),
            all.map(([, isAnswered]) => Number(isAnswered)),
            limit,
          )[6] as number;
        expect(inTime([...rows, [wait, false]])).toBeLessThanOrEqual(
          inTime(rows) + 1e-12,
        );
      },
    ),
    runs,
  );
});

test("local time is whole quarters of an hour from UTC and goes on, but for the hour that is repeated", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 36_526 * DAY, max: 46_000 * DAY }),
      fc.constantFrom(
        "Europe/Zurich",
        "America/New_York",
        "Asia/Kolkata",
        "Australia/Lord_Howe",
        "America/St_Johns",
        "Pacific/Kiritimati",
      ),
      (seconds, zone) => {
        const local = Math.round(funnel.localTime(seconds / DAY, zone) * DAY);
        const ahead = Math.abs(local - seconds);
        expect(ahead % 900).toBe(0);
        expect(ahead).toBeLessThanOrEqual(14 * 3600);
        const later = funnel.localTime((seconds + 3600) / DAY, zone);
        expect(Math.round(later * DAY)).toBeGreaterThanOrEqual(local);
      },
    ),
    runs,
  );
});
