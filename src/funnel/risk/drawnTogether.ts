/**
 * A list of sums and chances made shorter: groups of equal width, each replaced by the two sums with two chances that have
 * the same mean, variance and skewness.
 *
 * Method: Gauss's rule of two points for each group. It integrates cubics exactly, so that what is later added to the sums
 * hides the difference to the fourth power of the width.
 * Source: G. H. Golub, J. H. Welsch, "Calculation of Gauss quadrature rules", Mathematics of Computation 23 (1969),
 * 221-230.
 */
import { listOf, type Sums } from "./pipelineSums";

export function drawnTogether(sums: Sums, groups: number): Sums {
  const next = listOf(2 * groups + 4);
  next.reached = sums.reached;
  const first = sums.at[0]!;
  const width = (sums.at[sums.count - 1]! - first) / groups;
  for (let from = 0; from < sums.count;) {
    const place = Math.floor((sums.at[from]! - first) / width);
    const end = first + (place + 1) * width;
    let to = from + 1;
    while (to < sums.count && sums.at[to]! < end) to++;
    if (to - from > 2) drawTogether(sums, from, to, next);
    else
      for (let at = from; at < to; at++)
        add(next, sums.at[at]!, sums.chance[at]!);
    from = to;
  }
  return next;
}

function add(sums: Sums, at: number, chance: number): void {
  sums.at[sums.count] = at;
  sums.chance[sums.count++] = chance;
}

function drawTogether(sums: Sums, from: number, to: number, next: Sums): void {
  const base = sums.at[from]!;
  let [mass, first] = [0, 0];
  for (let at = from; at < to; at++) {
    mass += sums.chance[at]!;
    first += sums.chance[at]! * (sums.at[at]! - base);
  }
  const mean = first / mass;
  let [second, third] = [0, 0];
  for (let at = from; at < to; at++) {
    const off = sums.at[at]! - base - mean;
    second += sums.chance[at]! * off * off;
    third += sums.chance[at]! * off * off * off;
  }
  const skew = third / second / 2;
  const half = Math.sqrt(skew * skew + second / mass);
  add(next, base + mean + skew - half, (mass * (half + skew)) / (2 * half));
  add(next, base + mean + skew + half, (mass * (half - skew)) / (2 * half));
}
