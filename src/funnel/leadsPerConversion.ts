import { notZero, result } from "./checks";
import { observed } from "./rates/observed";

/**
 * How many leads it takes to make one conversion.
 *
 * Meaning: entered / converted, at least 1.
 * Shape: counts, whole or fractional, `converted` at most `entered`.
 * Method: one division.
 * Source: definition.
 * Throws: value for negative counts or more converted than entered; na when nothing entered or nothing converted.
 *
 * @example leadsPerConversion(45, 900) // 20
 */
export function leadsPerConversion(converted: number, entered: number): number {
  observed(converted, entered);
  notZero("converted", converted, "at least one conversion, or wait for it");
  return result(entered / converted);
}
