/**
 * The gap between two products shared out among their factors by Shapley's value: the mean over all orders in which the
 * factors could have changed one after the other.
 *
 * Shape: factors 0 or more, planned and actual, of one length; one term per factor.
 * Method: for a product that mean is the integral along the straight line from plan to actual (Aumann and Shapley), a
 * polynomial that Gauss and Legendre's rule integrates exactly. Factors are scaled to at most 1, so that all of them stay
 * in the range of a number; zeros need no special case.
 * Source: G. Owen, "Multilinear extensions of games", Management Science 18 (1972), 64-79.
 */
import { legendre } from "../special/legendre";
import { product } from "./product";

type Rule = [way: number, weight: number][];
const rules = new Map<number, Rule>();

export function shapley(
  plan: readonly number[],
  actual: readonly number[],
): number[] {
  const sizes = plan.map((planned, at) => Math.max(planned, actual[at]!));
  // A factor that is and stays 0 leaves nothing to explain.
  if (sizes.includes(0)) return plan.map(() => 0);
  const terms = plan.map(() => 0);
  for (const [way, weight] of rule(Math.ceil(plan.length / 2))) {
    const between = plan.map(
      (planned, at) =>
        (planned / sizes[at]!) * (1 - way) + (actual[at]! / sizes[at]!) * way,
    );
    productsOfOthers(between).forEach((others, at) => {
      terms[at]! += weight * others;
    });
  }
  return terms.map((term, at) =>
    product([
      term,
      actual[at]! - plan[at]!,
      ...sizes.filter((_, other) => other !== at),
    ]),
  );
}

/** Nodes from 0 to 1, with weights that add up to 1: a single change then gets the gap to its last digit. */
function rule(points: number): Rule {
  const known = rules.get(points);
  if (known !== undefined) return known;
  const nodes = legendre(points);
  const whole = nodes.reduce((all, [, weight]) => all + weight, 0);
  const made = nodes.map(([node, weight]): [number, number] => [
    (1 + node) / 2,
    weight / whole,
  ]);
  rules.set(points, made);
  return made;
}

/** For each factor the product of all others, without dividing. */
function productsOfOthers(factors: number[]): number[] {
  let before = 1;
  const products = factors.map((factor) => (before *= factor));
  let behind = 1;
  for (let at = factors.length - 1; at >= 0; at--) {
    products[at] = (at > 0 ? products[at - 1]! : 1) * behind;
    behind *= factors[at]!;
  }
  return products;
}
