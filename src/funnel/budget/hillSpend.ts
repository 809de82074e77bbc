/**
 * The logarithm of the largest u with (h - 1) ln u - 2 ln(1 + u^h) = -drop: where a Hill curve of height and bend 1, with
 * h other than 1, has fallen to a slope. -Infinity where it is flatter even at its steepest.
 *
 * Newton's method on ln u. The left side is concave there and both its asymptotes lie above it, so a start where the lower
 * of the two meets the level is never left of the answer, and every step comes closer from the right.
 */
export function hillSpend(drop: number, h: number): number {
  let v = drop / (1 + h);
  if (h < 1) v = Math.min(v, drop / (1 - h));
  for (let step = 0; step < 100; step++) {
    const grown = Math.exp(-Math.abs(h * v));
    const part = h * v > 0 ? 1 / (1 + grown) : grown / (1 + grown);
    const fall = 2 * h * part - (h - 1);
    if (!(fall > 0)) return -Infinity;
    const level =
      (h - 1) * v - 2 * (Math.max(h * v, 0) + Math.log1p(grown)) + drop;
    const next = v + level / fall;
    if (!(next < v - 1e-15 * Math.abs(v))) return next;
    v = next;
  }
  return v;
}
