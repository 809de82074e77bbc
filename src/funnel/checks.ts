/**
 * What an argument may be, and the sentence that says why it may not. Every check returns the number it was given, so
 * that it can stand where the number is used. Names are those that Excel shows: `mql_to_sql`.
 */
import { FunnelError } from "./funnelError";
import { finiteNumber, refuse, shown } from "./refuse";

export { finiteNumber, refuse, shown } from "./refuse";
export { margin, rate, share, sharesOf } from "./fractions";

/** Money, counts and weights: 0 or more. */
export function amount(name: string, value: number): number {
  if (finiteNumber(name, value) < 0)
    refuse(
      `${name} must be 0 or more; got ${shown(value)} - enter it without the minus sign`,
    );
  return value;
}

/** The amounts of a list: `item` is what one of them is called, "volume" for "volume 3". */
export function amountsOf(item: string, values: readonly number[]): void {
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    // A name is made for a refused one only: lists may be long.
    if (!(typeof value === "number" && value >= 0 && value < Infinity))
      amount(`${item} ${at + 1}`, value);
  }
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

/** An amount that others are divided by, where 0 is a true division by zero; `remedy` says what to enter. */
export function divisor(name: string, value: number, remedy: string): number {
  if (amount(name, value) === 0)
    throw new FunnelError("div0", `${name} is blank or 0 - enter ${remedy}`);
  return value;
}

/** The average deal size divides money by money: a true division by zero. */
export function dealSize(value: number): number {
  return divisor(
    "average_deal_size",
    value,
    "the contract value of an average deal",
  );
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

/** A number of a spilled result, or the error that belongs to its cell alone. */
export function inItsCell(compute: () => number): number | FunnelError {
  try {
    return result(compute());
  } catch (error) {
    if (error instanceof FunnelError) return error;
    throw error;
  }
}
