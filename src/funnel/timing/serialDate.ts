/** Dates as Excel counts them in the 1900 system. */
import { finiteNumber, refuse, shown } from "../checks";
import { FunnelError } from "../funnelError";

/** 1 March 1900: before it Excel counts a day that never was. */
export const FIRST_DATE = 61;
/** 31 December 9999 and its hours lie below. */
const END = 2_958_466;

export const isSerialDate = (value: number): boolean =>
  value >= FIRST_DATE && value < END;

export function serialDate(name: string, value: number): number {
  if (finiteNumber(name, value) === 0)
    throw new FunnelError(
      "na",
      `${name} is blank - enter a date such as 31-Mar-2027`,
    );
  if (!isSerialDate(value))
    refuse(
      `${name} must be a date from 1 March 1900 to 31 December 9999; got ${shown(value)} - enter a date such as 31-Mar-2027`,
    );
  return value;
}

/** The calendar year and month (1 to 12) of a serial. */
export function yearAndMonth(serial: number): { year: number; month: number } {
  // Serial 25569 is 1 January 1970.
  const date = new Date((Math.floor(serial) - 25_569) * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
}
