/**
 * The gap between two products as controllers walk from plan to actual: each factor moves in its turn, those before it
 * stand at actual, those behind it at plan. Depends on the order.
 *
 * Shape: factors 0 or more, planned and actual, of one length; one term per factor.
 * Method: price-volume-mix analysis.
 */
import { product } from "./product";

export function sequential(
  plan: readonly number[],
  actual: readonly number[],
): number[] {
  return plan.map((planned, at) =>
    product([
      ...actual.slice(0, at),
      actual[at]! - planned,
      ...plan.slice(at + 1),
    ]),
  );
}
