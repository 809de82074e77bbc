/**
 * A clock that runs only while people work.
 *
 * Method: business seconds up to a moment = working days before its day x the length of a day + the part of its own day
 * that has been worked. What has elapsed between two moments is a difference of these; when a time will have elapsed is
 * found by bisection over the days, so that it is the exact inverse.
 */
import { FunnelError } from "../funnelError";
import { DAY_SECONDS } from "./moment";
import { workingHours } from "./dayTimes";
import { workdays } from "./workdays";

export interface BusinessClock {
  /** Business seconds from one moment to another, both in seconds. */
  elapsed: (start: number, end: number) => number;
  /** The first moment at which so many business seconds have elapsed, 1 or more. */
  due: (start: number, seconds: number) => number;
}

/** As the arguments of Excel name it. */
export interface WorkingTime {
  dayStart: number;
  dayEnd: number;
  weekend: number | string;
  /** Serials in any order; 0 is a blank. */
  holidays: readonly number[];
}

/** 31 December 9999. */
const LAST_DAY = 2_958_465;

export function businessClock(time: WorkingTime): BusinessClock {
  const { opens, closes } = workingHours(time.dayStart, time.dayEnd);
  const { isWorkday, before } = workdays(time.weekend, time.holidays);
  const length = closes - opens;

  function worked(moment: number): number {
    const day = Math.floor(moment / DAY_SECONDS);
    const today = moment - day * DAY_SECONDS - opens;
    return (
      before(day) * length +
      (isWorkday(day) ? Math.min(Math.max(today, 0), length) : 0)
    );
  }

  function due(start: number, seconds: number): number {
    const goal = worked(start) + seconds;
    const number = Math.ceil(goal / length);
    let low = Math.floor(start / DAY_SECONDS);
    let high = LAST_DAY;
    if (before(high + 1) < number)
      throw new FunnelError(
        "num",
        "sla_hours reaches beyond the year 9999 - check the hours",
      );
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (before(middle + 1) < number) low = middle + 1;
      else high = middle;
    }
    return low * DAY_SECONDS + opens + goal - (number - 1) * length;
  }

  return { elapsed: (start, end) => worked(end) - worked(start), due };
}

let latest: { time: WorkingTime; clock: BusinessClock } | undefined;

/** The same, remembered: a column of formulas asks for one and the same clock again and again. */
export function clockFor(time: WorkingTime): BusinessClock {
  if (latest === undefined || !isSame(latest.time, time))
    latest = {
      time: { ...time, holidays: [...time.holidays] },
      clock: businessClock(time),
    };
  return latest.clock;
}

function isSame(one: WorkingTime, other: WorkingTime): boolean {
  const [some, others] = [one.holidays, other.holidays];
  if (
    one.dayStart !== other.dayStart ||
    one.dayEnd !== other.dayEnd ||
    one.weekend !== other.weekend ||
    some.length !== others.length
  )
    return false;
  for (let at = 0; at < some.length; at++)
    if (some[at] !== others[at]) return false;
  return true;
}
