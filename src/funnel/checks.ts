/**
 * What an argument may be, and the sentence that says why it may not. Every check returns the number it was given, so
 * that it can stand where the number is used. Names are those that Excel shows: `mql_to_sql`.
 */
import { FunnelError } from "./funnelError";

/** A number as people type it: 15 significant digits, like Excel. */
export function shown(value: number): string {
  return Number.isFinite(value)
    ? String(Number(value.toPrecision(15)))
    : String(value);
}

export function refuse(sentence: string): never {
  throw new FunnelError("value", sentence);
}

export function finiteNumber(name: string, value: number): number {
  if (typeof value !== "number" || !Number.isFinite(value))
    refuse(`${name} must be a number; got ${String(value)}`);
  return value;
}

/** Money, counts and weights: 0 or more. */
export function amount(name: string, value: number): number {
  if (finiteNumber(name, value) < 0)
    refuse(
      `${name} must be 0 or more; got ${shown(value)} - enter it without the minus sign`,
    );
  return value;
}

/** A conversion rate that something is divided by; 0 passes here, because a need of 0 is met whatever the rate. */
export function rate(name: string, value: number): number {
  return fraction(name, value, "must be above 0 and at most 1");
}

/** A part of a whole, 0 to 1. */
export function share(name: string, value: number): number {
  return fraction(name, value, "must be between 0 and 1");
}

function fraction(name: string, value: number, demand: string): number {
  finiteNumber(name, value);
  if (value >= 0 && value <= 1) return value;
  // 25 was meant as 25 %; 1.3 may be 130 % as well as 1.3 %, so nothing is suggested for it.
  const percent =
    value >= 2 && value <= 100
      ? `${shown(value)}% or ${shown(value / 100)}`
      : "a fraction such as 25% or 0.25";
  return refuse(`${name} ${demand}; got ${shown(value)} - enter ${percent}`);
}

/** A divisor that may not be 0 here; `remedy` says what to enter. */
export function notZero(name: string, value: number, remedy: string): number {
  if (value === 0)
    throw new FunnelError("na", `${name} is blank or 0 - enter ${remedy}`);
  return value;
}

export function usableRate(name: string, value: number): number {
  return notZero(name, value, "a rate above 0, such as 25%");
}

/** The average deal size divides money by money: a true division by zero. */
export function dealSize(value: number): number {
  if (amount("average_deal_size", value) === 0)
    throw new FunnelError(
      "div0",
      "average_deal_size is blank or 0 - enter the contract value of an average deal",
    );
  return value;
}

export function choice<T extends string>(
  name: string,
  value: string,
  choices: readonly T[],
): T {
  const found = choices.find((each) => each === value);
  if (found) return found;
  const quoted = choices.map((each) => `"${each}"`);
  return refuse(
    `${name} must be ${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}; got "${value}"`,
  );
}

/** The result of a calculation on numbers of any size. */
export function result(value: number): number {
  if (!Number.isFinite(value))
    throw new FunnelError(
      "num",
      "the result is too large for a cell - check the sizes of the arguments",
    );
  // A negative zero would show as "-0" in some hosts.
  return value === 0 ? 0 : value;
}
