/**
 * Which days of the week nobody works, said as Excel's NETWORKDAYS.INTL takes it: 1 to 7 for two days (1 is Saturday and
 * Sunday, 2 Sunday and Monday …), 11 to 17 for one (11 is Sunday, 12 Monday …), or seven 0s and 1s from Monday, 1 for
 * a day off.
 */
import { refuse } from "../checks";

const DAYS = 7;

/** Monday first. */
export function daysOff(weekend: number | string): boolean[] {
  const off = marks(weekend);
  if (!off.includes(false))
    refuse(
      `weekend must leave a day to work; got "${weekend}" - write 0 for each working day, Monday first`,
    );
  return off;
}

function marks(weekend: number | string): boolean[] {
  if (typeof weekend === "string" && /^[01]{7}$/.test(weekend))
    return [...weekend].map((mark) => mark === "1");
  const isPair = [1, 2, 3, 4, 5, 6, 7].includes(weekend as number);
  if (!isPair && ![11, 12, 13, 14, 15, 16, 17].includes(weekend as number))
    refuse(
      `weekend must be a number from 1 to 7 or 11 to 17, or a text of seven 0s and 1s from Monday; got ${typeof weekend === "string" ? `"${weekend.slice(0, 40)}"` : weekend} - enter 1 for Saturday and Sunday, or "0000011" in quotes`,
    );
  const first = isPair ? Number(weekend) + 4 : Number(weekend) - 12 + DAYS;
  const last = isPair ? first + 1 : first;
  return Array.from({ length: DAYS }, (_, day) =>
    [first % DAYS, last % DAYS].includes(day),
  );
}
