/**
 * Where a cell of the plan stands now. The sheets are protected, but without a password: whoever unprotects one may
 * insert rows or columns. Workbook names move with their cells, so they tell how far each row and column has moved.
 */
import { fold, local, place } from "./address";
import type { Identity } from "./identity";

export type Locate = (
  sheet: string,
  address: string,
) => { row: number; column: number };

/** `now` gives the present formula of a name by its folded name, `titles` the present name of each of the plan's sheets. */
export function movements(
  names: Identity["names"],
  now: ReadonlyMap<string, string>,
  titles: ReadonlyMap<string, string>,
): Locate {
  const rows = new Map<string, Map<number, number>>();
  const columns = new Map<string, Map<number, number>>();
  for (const { name, sheet, ref } of names) {
    const then = local(ref);
    const found = place(now.get(fold(name)) ?? "");
    if (!found || fold(found.sheet) !== fold(titles.get(sheet) ?? "")) continue;
    remember(rows, sheet, then.row, found.row - then.row);
    remember(columns, sheet, then.column, found.column - then.column);
  }
  return (sheet, address) => {
    const { row, column } = local(address);
    return {
      row: row + shift(rows.get(sheet), row),
      column: column + shift(columns.get(sheet), column),
    };
  };
}

function remember(
  shifts: Map<string, Map<number, number>>,
  sheet: string,
  at: number,
  by: number,
): void {
  const known = shifts.get(sheet) ?? new Map<number, number>();
  shifts.set(sheet, known.set(at, by));
}

/** That of the line itself, or of the nearest known line before it. */
function shift(known: Map<number, number> | undefined, line: number): number {
  let [nearest, by] = [-1, 0];
  for (const [at, moved] of known ?? [])
    if (at <= line && at > nearest) [nearest, by] = [at, moved];
  return by;
}
