/**
 * An upper triangle R and a rotated right side c, so that R x = c solves A x = b in least squares for some columns of A:
 * columns come and go one at a time.
 *
 * Method: Givens rotations, those of b and of all other columns kept in one orthogonal matrix.
 * Source: G. H. Golub, C. F. Van Loan, "Matrix Computations" (2013), 6.5.
 */
export interface Triangle {
  /** False, and nothing changed, where the column depends on those that are in. */
  add: (column: Float64Array) => boolean;
  remove: (place: number) => void;
  /** One number for each column that is in, in the order in which they came. */
  solved: () => number[];
}

/** Less of a column than this outside the others is rounding. */
const DEPENDENT = 1e-13;

export function triangle(b: Float64Array): Triangle {
  const size = b.length;
  const right = Float64Array.from(b);
  const turned = Array.from({ length: size }, (_, at) => {
    const row = new Float64Array(size);
    row[at] = 1;
    return row;
  });
  const columns: Float64Array[] = [];

  /** Turns rows `at` and `at + 1` so that `column` is 0 in the second. */
  function rotate(at: number, column: Float64Array, others: Float64Array[]) {
    const [x, y] = [column[at]!, column[at + 1]!];
    if (y === 0) return;
    const length = Math.hypot(x, y);
    const [cos, sin] = [x / length, y / length];
    const turn = (
      one: Float64Array,
      i: number,
      other: Float64Array,
      j: number,
    ): void => {
      const [first, second] = [one[i]!, other[j]!];
      one[i] = cos * first + sin * second;
      other[j] = cos * second - sin * first;
    };
    turn(column, at, column, at + 1);
    turn(right, at, right, at + 1);
    for (const each of others) turn(each, at, each, at + 1);
    const [upper, lower] = [turned[at]!, turned[at + 1]!];
    for (let k = 0; k < size; k++) turn(upper, k, lower, k);
    column[at + 1] = 0;
  }

  return {
    add: (column) => {
      const own = new Float64Array(size);
      turned.forEach((row, at) => (own[at] = product(row, column)));
      const outside = Math.hypot(...own.subarray(columns.length));
      if (!(outside > DEPENDENT * Math.hypot(...own))) return false;
      for (let at = size - 2; at >= columns.length; at--) rotate(at, own, []);
      columns.push(own);
      return true;
    },
    remove: (place) => {
      columns.splice(place, 1);
      for (let at = place; at < columns.length; at++)
        rotate(at, columns[at]!, columns.slice(at + 1));
    },
    solved: () => {
      const x = Array.from(right.subarray(0, columns.length));
      for (let at = columns.length - 1; at >= 0; at--) {
        x[at]! /= columns[at]![at]!;
        for (let above = 0; above < at; above++)
          x[above]! -= columns[at]![above]! * x[at]!;
      }
      return x;
    },
  };
}

export function product(one: Float64Array, other: Float64Array): number {
  let total = 0;
  for (let at = 0; at < one.length; at++) total += one[at]! * other[at]!;
  return total;
}
