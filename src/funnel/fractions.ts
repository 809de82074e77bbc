/** Rates, shares and other parts of a whole: what they may be, and what 25 was meant to be. */
import { finiteNumber, refuse, shown } from "./refuse";

/** A conversion rate that something is divided by; 0 passes here, because a need of 0 is met whatever the rate. */
export function rate(name: string, value: number): number {
  return fraction(name, value, isShare, "above 0 and at most 1");
}

/** A part of a whole, 0 to 1. */
export function share(name: string, value: number): number {
  return fraction(name, value, isShare, "between 0 and 1");
}

/** The shares of a list: `item` is what one of them is called, "share" for "share 3". */
export function sharesOf(item: string, values: readonly number[]): void {
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    // A name is made for a refused one only: lists may be long.
    if (!(typeof value === "number" && isShare(value)))
      share(`${item} ${at + 1}`, value);
  }
}

const isShare = (value: number): boolean => value >= 0 && value <= 1;

/** What is left of the revenue after the cost of delivering it: below 0 where that costs more than it brings. */
export function margin(name: string, value: number): number {
  const isMargin = (part: number): boolean => part >= -1 && part <= 1;
  return fraction(name, value, isMargin, "between -1 and 1");
}

function fraction(
  name: string,
  value: number,
  isMet: (value: number) => boolean,
  demand: string,
): number {
  if (isMet(finiteNumber(name, value))) return value;
  // 25 was meant as 25 %; 1.3 may be 130 % as well as 1.3 %, so nothing is suggested for it.
  const percent =
    value >= 2 && isMet(value / 100)
      ? `${shown(value)}% or ${shown(value / 100)}`
      : "a fraction such as 25% or 0.25";
  return refuse(
    `${name} must be ${demand}; got ${shown(value)} - enter ${percent}`,
  );
}
