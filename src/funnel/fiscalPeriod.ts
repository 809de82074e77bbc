import { choice, finiteNumber, refuse, shown } from "./checks";
import { serialDate, yearAndMonth } from "./timing/serialDate";

export const FISCAL_PARTS = ["Q", "M", "Y"] as const;
export type FiscalPart = (typeof FISCAL_PARTS)[number];

/**
 * The name of the fiscal quarter, month or year that a date lies in.
 *
 * Meaning: a fiscal year begins on the first of `firstMonth` and is named by the calendar year in which it ends.
 * Shape: `date` a date serial of the 1900 system, its time of day does not count; `firstMonth` 1 to 12; `part` "Q", "M" or
 * "Y"; a text: "FY27 Q1", "FY27 M01", "FY27".
 * Method: calendar arithmetic.
 * Source: definition; the convention of most companies and of the United States federal budget.
 * Throws: na for a date of 0; value for anything else.
 *
 * @example fiscalPeriod(46_119, 2) // "FY27 Q1"
 */
export function fiscalPeriod(
  date: number,
  firstMonth: number,
  part: FiscalPart = "Q",
): string {
  serialDate("date", date);
  finiteNumber("first_month", firstMonth);
  if (!Number.isInteger(firstMonth) || firstMonth < 1 || firstMonth > 12)
    refuse(
      `first_month must be a whole number from 1 to 12; got ${shown(firstMonth)} - enter 2 for a year that begins in February`,
    );
  choice("period", part, FISCAL_PARTS);
  const { year, month } = yearAndMonth(date);
  const ends = firstMonth > 1 && month >= firstMonth ? year + 1 : year;
  const name = `FY${twoDigits(ends % 100)}`;
  const months = (month - firstMonth + 12) % 12;
  if (part === "Y") return name;
  return part === "Q"
    ? `${name} Q${Math.floor(months / 3) + 1}`
    : `${name} M${twoDigits(months + 1)}`;
}

const twoDigits = (value: number): string => String(value).padStart(2, "0");
