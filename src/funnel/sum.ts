/**
 * Sum of numbers without the error that grows with their count.
 *
 * Meaning: the terms added up, accurate to the last digit for any practical list.
 * Method: Kahan's compensated summation as improved by Neumaier.
 * Source: A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54 (1974), 39-51.
 * Throws: never.
 *
 * @example sum([0.1, 0.2, 0.7]) // 1
 */
export function sum(terms: readonly number[]): number {
  let total = 0;
  let lost = 0;
  for (const term of terms) {
    const next = total + term;
    lost +=
      Math.abs(total) >= Math.abs(term)
        ? total - next + term
        : term - next + total;
    total = next;
  }
  // Beyond the range of a number the correction is NaN and the plain sum says the truth: Infinity.
  return Number.isFinite(lost) ? total + lost : total;
}
