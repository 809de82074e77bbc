/**
 * Nodes and weights of Gauss and Legendre's rule on -1 to 1, exact for polynomials of degree 2 x points - 1.
 *
 * Method: the roots of the Legendre polynomial, by Newton's method.
 * Source: NIST Handbook of Mathematical Functions (2010), 3.5(v).
 */
export function legendre(points: number): [node: number, weight: number][] {
  return Array.from({ length: points }, (_, at) => {
    let node = Math.cos((Math.PI * (at + 0.75)) / (points + 0.5));
    let slope = 0;
    for (let step = 0; step < 6; step++) {
      let [before, value] = [1, node];
      for (let k = 2; k <= points; k++)
        [before, value] = [
          value,
          ((2 * k - 1) * node * value - (k - 1) * before) / k,
        ];
      slope = (points * (node * value - before)) / (node * node - 1);
      node -= value / slope;
    }
    return [node, 2 / ((1 - node * node) * slope * slope)];
  });
}
