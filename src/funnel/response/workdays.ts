/**
 * Working days counted without walking over them.
 *
 * Method: whole weeks, the days of the week begun, less the holidays before the day, found by bisection. Holidays are
 * counted once each, and not at all on days off. Serial 2 is a Monday.
 */
import { serialDate } from "../timing/serialDate";
import { daysOff } from "./weekend";

export interface Workdays {
  isWorkday: (day: number) => boolean;
  /** How many lie before this day; only differences mean something. */
  before: (day: number) => number;
}

const MONDAY = 2;

/** A holiday of 0 is a blank cell. */
export function workdays(
  weekend: number | string,
  holidays: readonly number[],
): Workdays {
  const off = daysOff(weekend);
  const ofWeek = (day: number): number => (day - MONDAY) % 7;
  const before = off.map(
    (_, day) => off.slice(0, day).filter((x) => !x).length,
  );
  const perWeek = off.filter((each) => !each).length;

  const days = holidays
    .map((each, at) =>
      each === 0 ? 0 : Math.floor(serialDate(`holiday ${at + 1}`, each)),
    )
    .filter((day) => day > 0 && !off[ofWeek(day)]);
  const free = Float64Array.from(new Set(days)).sort();

  // The question after this one is mostly about the same day or one nearby.
  let place = 0;
  /** How many holidays lie before a day. */
  function freeBefore(day: number): number {
    if (!(free[place - 1]! >= day) && !(free[place]! < day)) return place;
    let low = 0;
    let high = free.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (free[middle]! < day) low = middle + 1;
      else high = middle;
    }
    return (place = low);
  }

  return {
    isWorkday: (day) => !off[ofWeek(day)] && free[freeBefore(day)] !== day,
    before: (day) =>
      Math.floor((day - MONDAY) / 7) * perWeek +
      before[ofWeek(day)]! -
      freeBefore(day),
  };
}
