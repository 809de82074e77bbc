import { amount, shown } from "../checks";
import { FunnelError } from "../funnelError";
import { confidenceLevel } from "../rates/confidence";
import { curve, limits, stepAt } from "./curve";
import type { LeftOut } from "./datedCohort";
import type { DayCounts } from "./dayCounts";
import { followedReading } from "./reading";

/** Share converted by a day, its limits ("" where they do not exist), and on how many leads it rests. */
export type CurveRow = [
  share: number | FunnelError,
  low: number | string | FunnelError,
  high: number | string | FunnelError,
  reading: string,
];

/** A row for each day. Beyond the oldest open lead nothing is known, unless every lead is decided. */
export function curveRows(
  counts: DayCounts,
  atDays: readonly number[],
  confidence: number,
  leftOut?: LeftOut,
): CurveRow[] {
  confidenceLevel("confidence", confidence);
  const steps = curve(counts);
  const end = steps.days.length - 1;
  const oldest = steps.days[end]!;
  return atDays.map((day, at) => {
    amount(`day ${at + 1}`, day);
    const step = stepAt(steps, day);
    const next = steps.days[step] === day ? step : step + 1;
    const reading = followedReading(steps.followed[next] ?? 0, leftOut);
    if (step === end && day > oldest && steps.open[end]! > 0) {
      const beyond = new FunnelError(
        "na",
        `no lead has been followed for ${shown(day)} days; the oldest is ${shown(oldest)} days old - ask for a day up to that`,
      );
      return [beyond, beyond, beyond, reading];
    }
    const share = steps.converted[step] ?? 0;
    const [low, high] = limits(
      share,
      steps.variance[step] ?? 0,
      confidence,
    ) ?? ["", ""];
    return [share, low, high, reading];
  });
}
