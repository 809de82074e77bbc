import { FunnelError } from "./funnelError";
import { pipelineCoverage, remainingTarget } from "./pipelineCoverage";
import { requiredPipeline } from "./requiredPipeline";

/**
 * Everything about an open pipeline in one row.
 *
 * Meaning: [remaining target, pipeline needed, coverage in times, pipeline still missing].
 * Shape: amounts in one currency, `winRate` a fraction 0-1. When the target is met the coverage is an error in its
 * cell alone; the other three are 0.
 * Method: `requiredPipeline` and `pipelineCoverage`.
 * Source: definition; the cases in the tests come from exact rational arithmetic.
 * Throws: as those two, except for the coverage of a target that is met.
 *
 * @example coverage(5_000_000, 1_000_000, 0, 0.25) // [1000000, 4000000, 5, 0]
 */
export function coverage(
  openPipeline: number,
  bookingsTarget: number,
  wonSoFar: number,
  winRate: number,
): [
  remaining: number,
  needed: number,
  times: number | FunnelError,
  gap: number,
] {
  const needed = requiredPipeline(bookingsTarget, winRate, wonSoFar);
  return [
    remainingTarget(bookingsTarget, wonSoFar),
    needed,
    times(openPipeline, bookingsTarget, wonSoFar),
    Math.max(needed - openPipeline, 0),
  ];
}

function times(...args: [number, number, number]): number | FunnelError {
  try {
    return pipelineCoverage(...args);
  } catch (error) {
    if (error instanceof FunnelError && error.kind === "div0") return error;
    throw error;
  }
}
