/** Column letters; rows and columns count from 0, addresses from A1. */
export function fromColumn(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

export const address = (row: number, column: number): string =>
  `${fromColumn(column)}${row + 1}`;

export const absolute = (row: number, column: number): string =>
  `$${fromColumn(column)}$${row + 1}`;

/** "C5" or "C5:F5". */
export function rangeAddress(
  top: number,
  left: number,
  bottom: number,
  right: number,
): string {
  const start = address(top, left);
  return top === bottom && left === right
    ? start
    : `${start}:${address(bottom, right)}`;
}
