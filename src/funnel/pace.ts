import { divisor, finiteNumber, refuse, result, shown } from "./checks";

/**
 * Whether a period is on course: what is reached against the part of the target that is due by now.
 *
 * Meaning: actualToDate / (target x elapsedDays / totalDays); 1 is on pace, 0.9 is 10 % behind.
 * Shape: actual and target in money or counts (the actual may be below 0), days of the period gone and in all; a ratio.
 * Method: the target counts as due evenly over the days.
 * Source: definition.
 * Throws: value for a number that is none, a negative target or more days gone than there are; div0 for a target or days
 * of 0; num when the result is too large for a cell.
 *
 * @example pace(300_000, 900_000, 30, 90) // 1
 */
export function pace(
  actualToDate: number,
  target: number,
  elapsedDays: number,
  totalDays: number,
): number {
  finiteNumber("actual_to_date", actualToDate);
  divisor("target", target, "the target of the whole period");
  divisor("elapsed_days", elapsedDays, "the days of the period that are over");
  divisor("total_days", totalDays, "the days of the whole period");
  if (elapsedDays > totalDays)
    refuse(
      `elapsed_days must be at most total_days; got ${shown(elapsedDays)} of ${shown(totalDays)} - once the period is over use FUNNEL.ATTAINMENT`,
    );
  return result((actualToDate / target) * (totalDays / elapsedDays));
}
