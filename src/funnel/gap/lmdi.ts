/**
 * The gap between two products shared out among their factors in proportion to the logarithms of their changes.
 *
 * Shape: factors 0 or more, planned and actual, of one length; one term per factor.
 * Method: logarithmic mean Divisia index, LMDI-I: L(actual, plan) ln(actual factor / planned factor), where L is the
 * logarithmic mean of the two products. A factor that falls to 0 or rises from 0 takes the whole gap, the limit as it
 * comes close to 0; several of them share it equally.
 * Source: B. W. Ang, "The LMDI approach to decomposition analysis: a practical guide", Energy Policy 33 (2005), 867-871;
 * B. W. Ang, N. Liu, "Handling zero values in the logarithmic mean Divisia index decomposition approach", Energy Policy
 * 35 (2007), 238-246.
 */
import { product } from "./product";

export function lmdi(
  plan: readonly number[],
  actual: readonly number[],
): number[] {
  const [isLost, isNew] = [actual, plan].map((side) => side.includes(0));
  if (isLost && isNew) return plan.map(() => 0);
  if (isLost) return amongZeros(actual, -product(plan));
  if (isNew) return amongZeros(plan, product(actual));
  const growth = plan.map((planned, at) => logRatio(planned, actual[at]!));
  const whole = growth.reduce((all, each) => all + each, 0);
  const larger = whole > 0 ? actual : plan;
  // The logarithmic mean as a part of the larger product.
  const part =
    whole === 0 ? 1 : -Math.expm1(-Math.abs(whole)) / Math.abs(whole);
  return growth.map((each) => product([...larger, part, each]));
}

function amongZeros(side: readonly number[], gap: number): number[] {
  const count = side.filter((factor) => factor === 0).length;
  return side.map((factor) => (factor === 0 ? gap / count : 0));
}

function logRatio(planned: number, actual: number): number {
  const change = (actual - planned) / planned;
  return Math.abs(change) < 0.5
    ? Math.log1p(change)
    : Math.log(actual) - Math.log(planned);
}
