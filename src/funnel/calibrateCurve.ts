import { CURVES, type CurveName } from "./budget/curve";
import { amount, choice, notZero, refuse, result, shown } from "./checks";

/**
 * The curve through two known points: what a channel brought at two different spends.
 *
 * Meaning: [a, b] of `expectedResult`; for "hill" with h = 1.
 * Shape: two spends in money and their results, in either order, all above 0.
 * Method: with k = spend 2 / spend 1, power and hill in closed form; log and exp by bisection on ln(b / spend 1), where the
 * growth of the result rises steadily with b.
 * Source: definition; checked against SciPy's brentq.
 * Throws: value when the result does not grow with the spend or grows as fast or faster (no diminishing return), or too
 * little for a log curve; na for a missing number.
 *
 * @example calibrateCurve("hill", 5_000, 10, 15_000, 22) // [55, 22500]
 */
export function calibrateCurve(
  curve: CurveName,
  spend1: number,
  result1: number,
  spend2: number,
  result2: number,
): [a: number, b: number] {
  choice("curve", curve, CURVES);
  const given = {
    spend_1: spend1,
    result_1: result1,
    spend_2: spend2,
    result_2: result2,
  };
  for (const [name, value] of Object.entries(given))
    notZero(name, amount(name, value), "what was measured");
  const [x, r, y, s] =
    spend1 <= spend2
      ? [spend1, result1, spend2, result2]
      : [spend2, result2, spend1, result1];
  const got = `got ${shown(r)} for ${shown(x)} and ${shown(s)} for ${shown(y)}`;
  const k = y / x;
  const growth = (s - r) / r;
  if (!(growth > 0 && growth < k - 1))
    refuse(
      `the result must grow with the spend, but by less; ${got} - choose two points with diminishing returns`,
    );
  if (curve === "power") {
    const b = Math.log1p(growth) / Math.log(k);
    return [result(r / x ** b), result(b)];
  }
  const bend =
    curve === "hill" ? growth / (1 - (1 + growth) / k) : bent(curve, k, growth);
  if (bend === undefined)
    refuse(
      `the result grows too little for a ${curve} curve; ${got} - choose "exp" or "hill"`,
    );
  return [result(r / HEIGHTS[curve](bend)), result(x * bend)];
}

/** What a curve of height 1 has reached at a spend of 1 when it bends at `b`. */
const HEIGHTS = {
  hill: (b: number) => 1 / (1 + b),
  log: (b: number) => Math.log1p(1 / b),
  exp: (b: number) => -Math.expm1(-1 / b),
};

/** By how much such a curve grows from a spend of 1 to one of `k`. */
const GROWTHS = {
  log: (b: number, k: number) => Math.log1p((k - 1) / (b + 1)) / HEIGHTS.log(b),
  exp: (b: number, k: number) =>
    (-Math.exp(-1 / b) * Math.expm1((1 - k) / b)) / HEIGHTS.exp(b),
};

/** Undefined where no number is small enough. */
function bent(
  curve: "log" | "exp",
  k: number,
  growth: number,
): number | undefined {
  let [low, high] = [-700, 700];
  if (GROWTHS[curve](Math.exp(low), k) > growth) return undefined;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return Math.exp(middle);
    if (GROWTHS[curve](Math.exp(middle), k) > growth) high = middle;
    else low = middle;
  }
}
