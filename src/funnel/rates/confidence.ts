import { finiteNumber, refuse, shown } from "../checks";

/** How sure limits are meant to be: above 0 and below 1. */
export function confidenceLevel(name: string, value: number): number {
  if (finiteNumber(name, value) > 0 && value < 1) return value;
  // 80 was meant as 80 %.
  const remedy =
    value >= 2 && value < 100
      ? `${shown(value)}% or ${shown(value / 100)}`
      : "a fraction such as 80% or 0.8";
  return refuse(
    `${name} must be above 0 and below 1; got ${shown(value)} - enter ${remedy}`,
  );
}
