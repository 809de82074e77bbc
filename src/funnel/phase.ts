import { choice } from "./checks";
import type { FunnelError } from "./funnelError";
import { requiredSchedule } from "./requiredSchedule";
import { spreadSchedule } from "./spreadSchedule";
import { sum } from "./sum";
import { lagCurve, usableCurve } from "./timing/periods";

/**
 * Volumes that bring deals by period, with all that must exist before the first of them.
 *
 * Meaning: "spread" is spreadSchedule; "shift" is requiredSchedule at the mean of the lag.
 * Shape: `deals` counts, first period first; `rate` a fraction above 0; `lagShares` as in forecast. Spread begins (number
 * of shares - 1) periods before the first deals, shift (whole periods of the mean lag + 1) before them; both end with them.
 * Method, source and failures: as there.
 *
 * @example phase([30, 30], 0.25, [0.5, 0.5], "shift") // [60, 120, 60]
 */
export function phase(
  deals: readonly number[],
  rate: number,
  lagShares: readonly number[],
  method: "spread" | "shift" = "spread",
): (number | FunnelError)[] {
  choice("method", method, ["spread", "shift"]);
  if (method === "spread") return spreadSchedule(deals, 1, rate, lagShares);
  const curve = usableCurve(lagCurve(lagShares));
  const mean = sum(curve.map((part, later) => later * part)) / sum(curve);
  const around = new Array<number>(Math.floor(mean) + 1).fill(0);
  const padded = [...around, ...deals, ...around];
  return requiredSchedule(padded, 1, rate, mean).slice(0, -around.length);
}
