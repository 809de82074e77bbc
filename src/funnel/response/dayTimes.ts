/**
 * When a working day begins and ends, in seconds after midnight. Below 1 a number is an Excel time (0.375 is 9:00), from
 * 1 to 24 it is hours (9 is 9:00, 17.5 is 17:30). An end of 1 is midnight: that is what Excel makes of 24:00, and
 * nobody closes at one in the morning.
 */
import { finiteNumber, notZero, refuse, shown } from "../checks";

const DAY = 86_400;
const HOUR = 3600;

export function workingHours(
  dayStart: number,
  dayEnd: number,
): { opens: number; closes: number } {
  const opens = secondOfDay("day_start", dayStart, dayStart < 1);
  const closes = secondOfDay("day_end", dayEnd, dayEnd <= 1);
  notZero("day_end", closes, "when a working day ends, 24 for midnight");
  if (closes <= opens)
    refuse(
      `day_end must be later than day_start; got ${clock(closes)} and ${clock(opens)} - enter 24 for midnight; a shift over midnight is not possible`,
    );
  return { opens, closes };
}

function secondOfDay(name: string, value: number, isTime: boolean): number {
  if (!(finiteNumber(name, value) >= 0 && value <= 24))
    refuse(
      `${name} must be a time of day; got ${shown(value)} - enter a time such as 9:00, or hours such as 9 or 17.5`,
    );
  return Math.round(value * (isTime ? DAY : HOUR));
}

/** "17:30", with seconds where there are any. */
function clock(seconds: number): string {
  const parts = [Math.floor(seconds / HOUR), Math.floor(seconds / 60) % 60];
  if (seconds % 60 > 0) parts.push(seconds % 60);
  return parts.map((each, at) => String(each).padStart(at && 2, "0")).join(":");
}
