/** Response time and quality. */
import { seeded, type NativeCase } from "./nativeCase";

const random = seeded(7);
const whole = (low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));
const list = <T>(length: number, make: () => T): T[] =>
  Array.from({ length }, make);
const pick = <T>(values: readonly T[]): T =>
  values[whole(0, values.length - 1)]!;

/** Whole seconds in the weeks around the turn of a year. */
const moment = (from = 45_640, days = 40): number =>
  (from * 86_400 + whole(0, days * 86_400)) / 86_400;
const later = (start: number): number =>
  Math.round(
    start * 86_400 + pick([0, whole(0, 9000), whole(0, 20 * 86_400)]),
  ) / 86_400;

const WEEKENDS = [
  null,
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  11,
  12,
  13,
  14,
  15,
  16,
  17,
  "0000011",
  "1000001",
  "0000000",
  "1110111",
];
/** Around Christmas, with blanks, days twice and days that are off anyway. */
const holidays = (): unknown =>
  random() < 0.3
    ? null
    : list(whole(1, 9), () => (random() < 0.2 ? 0 : whole(45_645, 45_670)));
const opening = (): number =>
  pick([9, 8.5, 0.375, 7 / 24, whole(1, 11 * 3600) / 86_400, 1, 0]);
const closing = (): number =>
  pick([17, 17.5, 0.75, 24, 1, whole(43_200, 86_399) / 86_400, 20]);
const calendar = (): unknown[] => [
  opening(),
  closing(),
  pick(WEEKENDS),
  holidays(),
];
const agreed = (): number =>
  pick([1, 2, 4, 8, 24, 0.25, 1 / 3, whole(1, 400) / 4]);

const RANDOM: Record<string, () => unknown[]> = {
  BUSINESS_HOURS: () => {
    const start = moment();
    return random() < 0.15
      ? [start, later(start)]
      : [start, later(start), ...calendar()];
  },
  SLA_DUE: () => [moment(), agreed(), ...calendar()],
  SLA_STATUS: () => {
    const created = moment();
    const responded = random() < 0.3 ? 0 : later(created);
    return [created, responded, agreed(), later(created), ...calendar()];
  },
  ACCEPTANCE_RATE: () => [
    whole(0, 90),
    whole(0, 50),
    random() < 0.5 ? null : whole(0, 30),
  ],
};

const MONDAY = 45_355;
const EDGES: [string, unknown[]][] = [
  ["BUSINESS_HOURS", [0, MONDAY]],
  ["BUSINESS_HOURS", [MONDAY, 0]],
  ["BUSINESS_HOURS", [MONDAY + 1, MONDAY]],
  ["BUSINESS_HOURS", [MONDAY + 0.5, MONDAY + 0.5]],
  ["BUSINESS_HOURS", [MONDAY - 2 + 17 / 24, MONDAY + 9 / 24]],
  ["BUSINESS_HOURS", [MONDAY, MONDAY + 7, 0, 24]],
  ["BUSINESS_HOURS", [MONDAY, MONDAY + 7, 0, 1, "0000000"]],
  ["BUSINESS_HOURS", [MONDAY, MONDAY + 7, 9, 17, 1, [MONDAY + 1]]],
  ["BUSINESS_HOURS", [MONDAY, MONDAY + 7, 9, 17, null, [MONDAY + 1, MONDAY]]],
  ["BUSINESS_HOURS", [61, 2_958_464]],
  ["SLA_DUE", [0, 4, 9, 17]],
  ["SLA_DUE", [MONDAY, 0, 9, 17]],
  ["SLA_DUE", [MONDAY + 9 / 24, 8, 9, 17]],
  ["SLA_DUE", [MONDAY + 17 / 24, 8, 9, 17]],
  ["SLA_DUE", [MONDAY - 2, 40, 9, 17]],
  ["SLA_DUE", [MONDAY + 0.7, 1 / 3600, 9, 17]],
  ["SLA_DUE", [MONDAY + 0.7, 1 / 3600, 0, 24, "0000000"]],
  ["SLA_STATUS", [0, 0, 4, MONDAY, 9, 17]],
  ["SLA_STATUS", [MONDAY, 0, 0, MONDAY, 9, 17]],
  ["SLA_STATUS", [MONDAY, 0, 4, 0, 9, 17]],
  ["SLA_STATUS", [MONDAY, MONDAY - 1, 4, MONDAY + 1, 9, 17]],
  ["SLA_STATUS", [MONDAY, 0, 4, MONDAY - 1, 9, 17]],
  ["SLA_STATUS", [MONDAY, MONDAY + 13 / 24, 4, MONDAY + 1, 9, 17]],
  ["SLA_STATUS", [MONDAY, MONDAY + 13.001 / 24, 4, MONDAY + 1, 9, 17]],
  ["SLA_STATUS", [MONDAY, 0, 4, MONDAY + 13 / 24, 9, 17]],
  ["SLA_STATUS", [MONDAY, 0, 4, MONDAY + 13.001 / 24, 9, 17]],
  ["SLA_STATUS", [MONDAY, MONDAY + 5, 4, MONDAY + 1, 9, 17]],
  ["ACCEPTANCE_RATE", [0, 0]],
  ["ACCEPTANCE_RATE", [0, 0, 5]],
];

export const RESPONSE: NativeCase[] = [
  ...Object.entries(RANDOM).flatMap(([id, make]) =>
    list(90, () => ({ function: id, args: make(), abs: 1e-9 })),
  ),
  ...EDGES.map(([id, args]) => ({ function: id, args, abs: 1e-9 })),
];
