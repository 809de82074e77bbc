import { refuse } from "./checks";
import { confidenceLevel } from "./rates/confidence";
import { jeffreysLimits } from "./rates/jeffreys";
import { jeffreysProductLimits } from "./rates/jeffreysProduct";
import { observed } from "./rates/observed";

/**
 * The rate of a whole chain of stages, each observed on its own leads, with the range in which it lies.
 *
 * Meaning: [rate, low, high], fractions 0-1: the mean of the product of the stage rates and limits that hold it with
 * `confidence`. Where one cohort was followed from end to end, `rateRange` on its first and last count is better.
 * Shape: counts per stage, whole or fractional, `converted` at most `entered`; stages independent of each other.
 * Method: Jeffreys' posteriors; their means multiply, their logarithms add up to a shifted gamma distribution with the
 * exact first three cumulants. One stage has the exact Jeffreys limits.
 * Source: N. L. Johnson, S. Kotz, N. Balakrishnan, "Continuous Univariate Distributions" 1 (2nd edition, 1994), 12.4;
 * the cases in the tests hold it against the exact convolution.
 * Throws: value for negative counts, more converted than entered, lists of different length or a confidence outside 0-1;
 * na when nothing entered a stage.
 *
 * @example chainRange([0], [1], 0.8).slice(0, 2) // [0.25, 0]
 */
export function chainRange(
  converted: readonly number[],
  entered: readonly number[],
  confidence = 0.8,
): [rate: number, low: number, high: number] {
  if (converted.length !== entered.length)
    refuse(
      `converted and entered must have the same number of cells; got ${converted.length} and ${entered.length} - select ranges of the same length`,
    );
  if (converted.length === 0)
    refuse("converted must hold at least one stage; got none - give a range");
  const pairs = converted.map((some, at): [number, number] => {
    observed(some, entered[at]!, ` ${at + 1}`);
    return [some, entered[at]!];
  });
  confidenceLevel("confidence", confidence);
  const mean = pairs.reduce(
    (product, [some, all]) => (product * (some + 0.5)) / (all + 1),
    1,
  );
  const [first] = pairs;
  return [
    mean,
    ...(pairs.length === 1
      ? jeffreysLimits(...first!, confidence)
      : jeffreysProductLimits(pairs, confidence)),
  ];
}
