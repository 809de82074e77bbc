import { observed } from "./rates/observed";

/**
 * Conversion rate: the part of those that entered a stage that went on to the next.
 *
 * Meaning: converted / entered, a fraction 0-1.
 * Shape: counts, whole or fractional (weighted leads), `converted` at most `entered`.
 * Method: one division.
 * Source: definition.
 * Throws: value for negative counts or more converted than entered; na when nothing entered.
 *
 * @example conversionRate(45, 300) // 0.15
 */
export function conversionRate(converted: number, entered: number): number {
  return observed(converted, entered);
}
