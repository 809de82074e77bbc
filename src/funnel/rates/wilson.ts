/**
 * The limits between which a rate lies with a given confidence, after Wilson: those rates from which the observed one is
 * at most z standard errors away.
 *
 * Shape: 0 <= converted <= entered, both may be fractional, entered above 0; z 0 or more.
 * Method: the two roots of the quadratic in the rate; the lower by the product of the roots, so that it does not cancel.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927), 209-212.
 */
export function wilsonLimits(
  converted: number,
  entered: number,
  z: number,
): [low: number, high: number] {
  const square = z * z;
  const missed = entered - converted;
  const spread = (converted * missed) / entered + square / 4;
  const reach = converted + square / 2 + z * Math.sqrt(spread);
  return [
    converted === 0 ? 0 : ((converted / entered) * converted) / reach,
    missed === 0 ? 1 : Math.min(reach / (entered + square), 1),
  ];
}
