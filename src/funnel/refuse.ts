/** How an argument is refused, and the first thing that every number must be. */
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
