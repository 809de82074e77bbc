/** Days as people write them in files and fields, 2027-02-01, and as Excel counts them. */

const DAY_MS = 86_400_000;
/** Serial of 1970-01-01. */
const EPOCH = 25_569;
/** 1 March 1900: before it Excel counts a day that never was. */
export const FIRST_DATE = 61;
/** 31 December 9999 */
export const LAST_DATE = 2_958_465;

/** "2027-02-01" as an Excel serial; undefined where there is no such day, or none that Excel knows. */
export function serialFromIso(iso: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(iso);
  if (!match) return undefined;
  const time = new Date(`${iso}T00:00:00Z`).getTime();
  // JavaScript takes 30 February for a day in March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso)
    return undefined;
  const serial = time / DAY_MS + EPOCH;
  return serial >= FIRST_DATE ? serial : undefined;
}

/** The day of a serial; an empty text for what is none. */
export function isoFromSerial(serial: number): string {
  if (!Number.isFinite(serial)) return "";
  const time = new Date((Math.floor(serial) - EPOCH) * DAY_MS);
  return Number.isNaN(time.getTime()) ? "" : time.toISOString().slice(0, 10);
}
