/**
 * The product of numbers of any size, without leaving the range of a number on the way: 1e200 x 1e200 x 1e-300 is 1e100.
 *
 * Method: where the plain product leaves the range, the largest and the smallest factors take turns.
 */
export function product(factors: readonly number[]): number {
  const plain = factors.reduce((all, factor) => all * factor, 1);
  const size = Math.abs(plain);
  if (size > 1e-290 && size < Infinity) return plain;
  if (factors.includes(0)) return 0;
  const rest = [...factors].sort((a, b) => Math.abs(a) - Math.abs(b));
  let all = 1;
  while (rest.length > 0)
    all *= (Math.abs(all) < 1 ? rest.pop() : rest.shift())!;
  return all;
}
