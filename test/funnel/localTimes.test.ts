/** Every time zone of the IANA list against Python's zoneinfo (fixtures/local_times.py). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { localTime } from "../../src/funnel";

const { offsets, changes } = JSON.parse(
  readFileSync(join(__dirname, "../fixtures/local_times.json"), "utf8"),
) as {
  offsets: Record<string, [january: number, july: number]>;
  changes: [zone: string, moment: number, before: number, after: number][];
};

const DAY = 86_400;
const serial = (unix: number): number => unix / DAY + 25_569;
/** In seconds. */
const ahead = (zone: string, unix: number): number =>
  Math.round(localTime(serial(unix), zone) * DAY) -
  Math.round(serial(unix) * DAY);

const JANUARY = Date.UTC(2019, 0, 15) / 1000;
const JULY = Date.UTC(2019, 6, 15) / 1000;

test("all time zones and their other names, in winter and in summer", () => {
  expect(Object.keys(offsets).length).toBeGreaterThan(590);
  const got = Object.keys(offsets).map((zone) => [
    zone,
    [ahead(zone, JANUARY), ahead(zone, JULY)],
  ]);
  expect(Object.fromEntries(got)).toEqual(offsets);
});

test.each(changes)("%s at %d", (zone, moment, before, after) => {
  expect(ahead(zone, moment - 1)).toBe(before);
  expect(ahead(zone, moment)).toBe(after);
  // Also when the quarters around it have been asked for already.
  expect(ahead(zone, moment - 1)).toBe(before);
  expect(ahead(zone, moment - 901)).toBe(before);
  expect(ahead(zone, moment + 900)).toBe(after);
});

test("the name may be in capitals or not", () => {
  for (const zone of ["europe/zurich", "EUROPE/ZURICH", "Europe/Zurich"])
    expect(ahead(zone, JULY)).toBe(7200);
});

test("changes that fall between the quarters of an hour", () => {
  // Monrovia was 44 min 30 s behind until 7 January 1972.
  const moment = Date.UTC(1972, 0, 7, 0, 44, 30) / 1000;
  expect(ahead("Africa/Monrovia", moment - 1)).toBe(-2670);
  expect(ahead("Africa/Monrovia", moment)).toBe(0);
  expect(ahead("Africa/Monrovia", moment - 1)).toBe(-2670);
});
