import { amountsOf, divisor, inItsCell, refuse } from "./checks";
import type { FunnelError } from "./funnelError";
import { runningSums } from "./sum";

/**
 * What one unit at each stage has cost by then: the spend on that stage and on all stages before it.
 *
 * Meaning: (spend 1 + … + spend i) / volume i for each stage i.
 * Shape: lists of one length, top of the funnel first: spend in money, volumes counts; money per unit for each stage. A
 * stage without volume has a div0 error in its place.
 * Method: compensated running sum, division.
 * Source: definition; the cases in the tests come from exact rational arithmetic.
 * Throws: value for lists of different lengths or a negative amount.
 *
 * @example costPerStage([60_000, 20_000, 40_000], [4000, 400, 100]) // [15, 200, 1200]
 */
export function costPerStage(
  spendByStage: readonly number[],
  volumes: readonly number[],
): (number | FunnelError)[] {
  if (spendByStage.length !== volumes.length)
    refuse(
      `spend_by_stage and volumes must have the same number of stages; got ${spendByStage.length} and ${volumes.length}`,
    );
  amountsOf("spend", spendByStage);
  amountsOf("volume", volumes);
  return runningSums(spendByStage).map((spent, at) =>
    inItsCell(
      () =>
        spent /
        divisor(
          `volume ${at + 1}`,
          volumes[at]!,
          "how many reached that stage",
        ),
    ),
  );
}
