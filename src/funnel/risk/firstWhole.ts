/**
 * The first whole number from which on something holds: from `low` to `high`, or `high` + 1 where it never does.
 *
 * Method: steps that double, upwards from `near` or downwards, then halving.
 */
export function firstWhole(
  low: number,
  high: number,
  holds: (count: number) => boolean,
  near = low,
): number {
  let [above, below] = [high + 1, low - 1];
  let step = 1;
  let at = Math.min(Math.max(near, low), high);
  while (above - below > 1) {
    if (holds(at)) above = at;
    else below = at;
    // Until both sides are known the search runs away from where it began, faster and faster.
    const isOpen = below === low - 1 || above === high + 1;
    const halfway = below + Math.floor((above - below) / 2);
    if (!isOpen) at = halfway;
    else if (above === at) at = Math.max(at - step, low);
    else at = Math.min(at + step, high);
    step *= 2;
  }
  return above;
}
