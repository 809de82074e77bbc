/**
 * What arrives in each period when `volumes` enter and `shares` of each follow 0, 1, 2 ... periods later.
 *
 * Shape: the first `count` periods, fewer where everything has arrived before.
 * Method: convolution; leading and trailing shares of 0 cost nothing.
 */
export function convolve(
  volumes: readonly number[],
  shares: readonly number[],
  count: number,
): number[] {
  const length = Math.min(count, volumes.length + shares.length - 1);
  const arriving = new Array<number>(Math.max(0, length)).fill(0);
  shares.forEach((part, later) => {
    if (part === 0) return;
    const last = Math.min(volumes.length, length - later);
    for (let at = 0; at < last; at++)
      arriving[at + later]! += volumes[at]! * part;
  });
  return arriving;
}

/** What still arrives, in each of `count` periods, from volumes of the periods just before; the last of them came last. */
export function stillArriving(
  past: readonly number[],
  shares: readonly number[],
  count: number,
): number[] {
  const all = convolve(past, shares, past.length + count).slice(past.length);
  return [...all, ...new Array<number>(count - all.length).fill(0)];
}
