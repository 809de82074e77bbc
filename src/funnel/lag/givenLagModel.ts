import { finiteNumber, refuse, shown } from "../checks";
import { lagModel, type LagModel, type LagModelName } from "./lagModel";

/** Beyond, the first day holds next to everything or next to nothing. */
const LARGEST_Q = 100;

/** Parameters as people give them: `shape` one number, for gengamma sigma and Q, for exponential 1 or nothing. */
export function givenLagModel(
  name: LagModelName,
  scaleDays: number,
  shape: readonly number[],
): LagModel {
  above0("scale_days", scaleDays, "the scale that COHORT_LAG gives");
  const [first = 0, q = 0] = shape;
  if (name === "gengamma") {
    if (shape.length !== 2)
      refuse(
        `shape must be two cells for gengamma, sigma and Q; got ${shape.length} - select both`,
      );
    above0("shape 1", first, "the sigma that COHORT_LAG gives");
    if (Math.abs(finiteNumber("shape 2", q)) > LARGEST_Q)
      refuse(
        `shape 2 must be between -${LARGEST_Q} and ${LARGEST_Q}; got ${shown(q)} - enter the Q that COHORT_LAG gives`,
      );
  } else if (shape.length > 1)
    refuse(
      `shape must be one cell for ${name}; got ${shape.length} - only gengamma takes two`,
    );
  else if (name === "exponential") {
    if (finiteNumber("shape", first) !== 0 && first !== 1)
      refuse(
        `shape must be 1 or blank for exponential; got ${shown(first)} - choose "weibull" for another shape`,
      );
  } else above0("shape", first, "the shape that COHORT_LAG gives");
  return lagModel(name, scaleDays, first, q);
}

function above0(name: string, value: number, remedy: string): void {
  if (finiteNumber(name, value) <= 0)
    refuse(`${name} must be above 0; got ${shown(value)} - enter ${remedy}`);
}
