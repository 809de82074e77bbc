/**
 * The solution of a few linear equations with a symmetric matrix; undefined where it is not positive definite.
 *
 * Method: Cholesky's factors.
 * Source: G. H. Golub, C. F. Van Loan, "Matrix Computations" (2013), 4.2.
 */
export function solve(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): number[] | undefined {
  const lower: number[][] = [];
  const forward: number[] = [];
  for (const [i, row] of matrix.entries()) {
    const line: number[] = [];
    const rest = (upTo: number, other: number[]): number =>
      other.slice(0, upTo).reduce((all, each, k) => all + each * line[k]!, 0);
    for (let j = 0; j < i; j++)
      line[j] = (row[j]! - rest(j, lower[j]!)) / lower[j]![j]!;
    const square = row[i]! - rest(i, line);
    if (!(square > 1e-14 * Math.abs(row[i]!)) || !(square < Infinity))
      return undefined;
    line[i] = Math.sqrt(square);
    forward[i] = (right[i]! - rest(i, forward)) / line[i]!;
    lower.push(line);
  }
  const solved = [...forward];
  for (let i = solved.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < solved.length; k++)
      solved[i]! -= lower[k]![i]! * solved[k]!;
    solved[i]! /= lower[i]![i]!;
  }
  return solved;
}
