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
    lost += lostIn(total, term, next);
    total = next;
  }
  return corrected(total, lost);
}

/** The sums of the first term, the first two, the first three …, each as accurate as `sum`. */
export function runningSums(terms: readonly number[]): number[] {
  let total = 0;
  let lost = 0;
  return terms.map((term) => {
    const next = total + term;
    lost += lostIn(total, term, next);
    total = next;
    return corrected(total, lost);
  });
}

/** What an addition rounded away. */
const lostIn = (total: number, term: number, next: number): number =>
  Math.abs(total) >= Math.abs(term) ? total - next + term : term - next + total;

/** Beyond the range of a number the correction is NaN and the plain sum says the truth: Infinity. */
const corrected = (total: number, lost: number): number =>
  Number.isFinite(lost) ? total + lost : total;
