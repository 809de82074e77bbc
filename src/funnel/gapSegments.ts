import { refuse, result } from "./checks";
import { gapDrivers, type GapMethod } from "./gapDrivers";
import { sum } from "./sum";

/**
 * Why actual bookings differ from plan in a business of several segments: what each driver adds to the gap of all.
 *
 * Meaning: each segment is explained on its own, then the terms of each driver are added up, so that a driver that helps
 * one segment and hurts another is not averaged away before it is measured.
 * Shape: one row per segment, in plan and actual alike, each row the drivers as in `gapDrivers`; one term per driver.
 * Method: `gapDrivers` row by row.
 * Source: as `gapDrivers`; the cases in the tests come from exact fractions.
 * Throws: as `gapDrivers`; value for rows that do not match.
 *
 * @example gapSegments([[100, 0.5], [50, 0.2]], [[120, 0.4], [50, 0.3]]) // [9, -6]
 */
export function gapSegments(
  plan: readonly (readonly number[])[],
  actual: readonly (readonly (number | null)[])[],
  method: GapMethod = "shapley",
): number[] {
  if (actual.length !== plan.length)
    refuse(
      `plan and actual must have the same number of segments; got ${plan.length} and ${actual.length} - give a row of each for every segment`,
    );
  const width = plan[0]?.length ?? 0;
  const terms = plan.map((row, segment) => {
    if (row.length !== width)
      refuse(
        `plan must have the same drivers in every segment; got ${width} and ${row.length} - fill the rows to one width`,
      );
    return gapDrivers(
      row,
      actual[segment]!,
      method,
      (side, at) => `${side} ${segment + 1}, ${at + 1}`,
    );
  });
  return Array.from({ length: width }, (_, at) =>
    result(sum(terms.map((row) => row[at]!))),
  );
}
