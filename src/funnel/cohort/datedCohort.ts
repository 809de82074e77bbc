/**
 * Leads with their dates, brought into counts by age.
 *
 * Method: whole days. A lead that entered after `asOf` is not in the cohort; a conversion or a loss after it has not
 * happened yet, and the lead is open. A conversion counts whatever the lost date says. Rows whose dates cannot be are
 * left out, counted and named; blank rows are passed over.
 */
import { refuse } from "../checks";
import { FunnelError } from "../funnelError";
import { isSerialDate, serialDate } from "../timing/serialDate";
import type { DayCounts } from "./dayCounts";

/** Serials; 0 where a lead has not converted or is not lost. */
export interface LeadDates {
  entered: readonly number[];
  converted: readonly number[];
  lost?: readonly number[];
}

export interface DatedCohort extends DayCounts {
  leftOut: LeftOut;
}

/** Rows that were left out, the first of them, from 1, and what is wrong with it. */
export interface LeftOut {
  rows: number;
  first: number;
  why: string;
}

export const LONGEST_AGE = 36_525;

export function datedCohort(
  { entered, converted, lost }: LeadDates,
  asOf: number,
): DatedCohort {
  const today = Math.floor(serialDate("as_of", asOf));
  for (const other of [converted, lost ?? entered])
    if (other.length !== entered.length)
      refuse(
        `entered_dates and ${other === lost ? "lost" : "converted"}_dates must have the same number of cells; got ${entered.length} and ${other.length} - select ranges of the same length`,
      );
  const counts = (): Float64Array => new Float64Array(LONGEST_AGE + 1);
  const [won, open, gone] = [counts(), counts(), counts()];
  const leftOut = { rows: 0, first: 0, why: "" };
  const leaveOut = (at: number, why: string): void => {
    if (leftOut.rows++ === 0) Object.assign(leftOut, { first: at + 1, why });
  };
  let oldest = -1;
  for (let at = 0; at < entered.length; at++) {
    const start = day("entered", entered, at);
    const end = day("converted", converted, at);
    const loss = lost === undefined ? 0 : day("lost", lost, at);
    if (start === 0) {
      if (end + loss > 0) leaveOut(at, "it has no entered date");
      continue;
    }
    if (start > today) continue;
    const [last, age] =
      end > 0 && end <= today
        ? [won, end - start]
        : loss > 0 && loss <= today
          ? [gone, loss - start]
          : [open, today - start];
    if (age < 0) {
      const what = last === won ? "converted" : "lost";
      leaveOut(at, `it was ${what} before it entered`);
      continue;
    }
    if (age > LONGEST_AGE)
      refuse(
        `row ${at + 1} spans ${age} days; at most ${LONGEST_AGE} (100 years) - check its dates`,
      );
    last[age]! += 1;
    oldest = Math.max(oldest, age);
  }
  if (oldest < 0)
    throw new FunnelError(
      "na",
      "no lead had entered by as_of - check entered_dates and as_of",
    );
  const days: number[] = [];
  for (let age = 0; age <= oldest; age++)
    if (won[age]! + open[age]! + gone[age]! > 0) days.push(age);
  const seen = (all: Float64Array): Float64Array =>
    Float64Array.from(days, (age) => all[age]!);
  return {
    ...{ days, converted: seen(won), open: seen(open), lost: seen(gone) },
    leftOut,
  };
}

/** The whole day of a date; 0 for a blank. */
function day(what: string, dates: readonly number[], at: number): number {
  const date = dates[at]!;
  if (date !== 0 && !isSerialDate(date))
    serialDate(`${what} date ${at + 1}`, date);
  return Math.floor(date);
}
