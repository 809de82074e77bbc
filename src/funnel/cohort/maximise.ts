import { solve } from "./solve";

/**
 * The top of a smooth function of a few variables.
 *
 * Method: damped Newton. The second derivatives are differences of the slopes; a multiple of the unit matrix is added
 * until they describe a top (Levenberg), steps are at most 2 long and halved until they climb.
 * Source: J. Nocedal, S. J. Wright, "Numerical Optimization" (2006), 3.4 and 6.3.
 */
export interface Point {
  value: number;
  slopes: number[];
}

export interface Top extends Point {
  x: number[];
}

export type Surface = (x: readonly number[]) => Point;

const LONGEST_STEP = 2;
const DIFFERENCE = 1e-5;

export function maximise(surface: Surface, start: readonly number[]): Top {
  let x = [...start];
  let point = surface(x);
  for (let round = 0; round < 100; round++) {
    const step = newtonStep(curvature(surface, x, point.slopes), point.slopes);
    const length = Math.hypot(...step);
    const gain = step.reduce(
      (all, each, at) => all + each * point.slopes[at]!,
      0,
    );
    // Below the last digits of the value a climb cannot be told from rounding.
    if (!(gain > 1e-12 + 1e-15 * Math.abs(point.value))) break;
    let part = Math.min(1, LONGEST_STEP / length);
    let next = point;
    let to = x;
    for (let halvings = 0; halvings < 40; halvings++, part /= 2) {
      to = x.map((each, at) => each + part * step[at]!);
      next = surface(to);
      if (next.value > point.value) break;
    }
    if (!(next.value > point.value)) break;
    x = to;
    point = next;
  }
  return { ...point, x };
}

/** Second derivatives with the sign turned: positive definite at a top. */
export function curvature(
  surface: Surface,
  x: readonly number[],
  slopes = surface(x).slopes,
): number[][] {
  const rows = x.map((_, moved) => {
    const off = x.map((each, at) => (at === moved ? each + DIFFERENCE : each));
    return surface(off).slopes.map(
      (slope, at) => (slopes[at]! - slope) / DIFFERENCE,
    );
  });
  return rows.map((row, i) => row.map((each, j) => (each + rows[j]![i]!) / 2));
}

function newtonStep(matrix: number[][], slopes: readonly number[]): number[] {
  const scale = Math.max(
    ...matrix.map((row, at) => Math.abs(row[at]!)),
    1e-300,
  );
  for (let added = 0; added < 1e20; added = added * 10 || 1e-10) {
    const damped = matrix.map((row, i) =>
      row.map((each, j) => (i === j ? each + added * scale : each)),
    );
    const solved = solve(damped, slopes);
    if (solved) return solved;
  }
  return slopes.map(() => 0);
}
