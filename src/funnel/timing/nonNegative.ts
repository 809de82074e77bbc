import { product, triangle } from "./triangle";

/**
 * The x, nothing in it below 0, that brings A x nearest to b in least squares.
 *
 * Shape: `columns` those of A, each as long as `b`; numbers of ordinary size. One number a column.
 * Method: active sets. The column that improves most joins until none does; what would go below 0 leaves. A column that
 * does not come in above 0 is left alone until the fit has improved, so that rounding cannot go round in circles, and the
 * number of steps is bounded.
 * Source: C. L. Lawson, R. J. Hanson, "Solving Least Squares Problems" (1974), chapter 23.
 */
export function nonNegative(
  columns: readonly Float64Array[],
  b: Float64Array,
): number[] {
  const x = columns.map(() => 0);
  const inside: number[] = [];
  const refused = new Set<number>();
  const system = triangle(b);
  const lengths = columns.map((column) => Math.hypot(...column));
  const dust = 1e-13 * Math.hypot(...b);

  for (let steps = 0; steps < 10 * columns.length; steps++) {
    const residual = Float64Array.from(b);
    for (const at of inside)
      columns[at]!.forEach((each, row) => (residual[row]! -= each * x[at]!));
    let best = -1;
    let most = dust;
    columns.forEach((column, at) => {
      if (inside.includes(at) || refused.has(at) || lengths[at] === 0) return;
      const gain = product(column, residual) / lengths[at]!;
      if (gain > most) [best, most] = [at, gain];
    });
    if (best < 0) break;
    if (!system.add(columns[best]!)) {
      refused.add(best);
      continue;
    }
    inside.push(best);
    let next = system.solved();
    if (!(next.at(-1)! > 0)) {
      system.remove(inside.length - 1);
      inside.pop();
      refused.add(best);
      continue;
    }
    refused.clear();
    while (next.some((each) => !(each > 0))) {
      // As far towards the solution as nothing falls below 0; what reaches 0 leaves.
      const reach = next.reduce((least, each, at) => {
        const from = x[inside[at]!]!;
        return each > 0 ? least : Math.min(least, from / (from - each));
      }, 1);
      next.forEach((each, at) => {
        const place = inside[at]!;
        const from = x[place]!;
        const isOut = each <= 0 && from / (from - each) <= reach;
        x[place] = isOut ? 0 : from + reach * (each - from);
      });
      for (let at = inside.length - 1; at >= 0; at--)
        if (x[inside[at]!]! <= 0) {
          system.remove(at);
          inside.splice(at, 1);
        }
      next = system.solved();
    }
    inside.forEach((place, at) => (x[place] = next[at]!));
  }
  return x;
}
