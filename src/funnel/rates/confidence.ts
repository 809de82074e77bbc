import { finiteNumber, refuse, shown } from "../checks";

/** How sure limits are meant to be: above 0 and below 1. */
export function confidenceLevel(name: string, value: number): number {
  return innerFraction(name, value, "80% or 0.8");
}

/** A rate that is not known to be 0 or 1. */
export function innerRate(name: string, value: number): number {
  return innerFraction(name, value, "8% or 0.08");
}

function innerFraction(name: string, value: number, example: string): number {
  if (finiteNumber(name, value) > 0 && value < 1) return value;
  // 80 was meant as 80 %.
  const remedy =
    value >= 2 && value < 100
      ? `${shown(value)}% or ${shown(value / 100)}`
      : `a fraction such as ${example}`;
  return refuse(
    `${name} must be above 0 and below 1; got ${shown(value)} - enter ${remedy}`,
  );
}
