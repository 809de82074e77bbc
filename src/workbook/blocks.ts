/**
 * A sheet of the blueprint as the few large blocks that a host takes quickly: one array of contents, one of number
 * formats, and for each kind of cell the rectangles that it covers.
 */
import type { BlueprintCell, SheetBlueprint } from "../template/model";
import { blockAddress, columnName } from "./address";

export type Content = number | string | boolean;

/** Excel reads a text like "1/2" or "-" & "5" as a number or a formula; an apostrophe in front keeps it a text. */
const LOOKS_LIKE_MORE =
  /^\s*[=+\-@'#\d.,($€£¥%]|^(true|false)$|^\p{L}{3,9}\.?[\s\-/,.]*\d/iu;
export const verbatim = (text: string): string =>
  LOOKS_LIKE_MORE.test(text) ? `'${text}` : text;

/** Rows of constants and formulas, "" where nothing stands. */
export function contents(sheet: SheetBlueprint): Content[][] {
  const rows = Array.from({ length: sheet.rowCount }, () =>
    new Array<Content>(sheet.columnCount).fill(""),
  );
  for (const cell of sheet.cells) at(rows, cell)[cell.column] = contentOf(cell);
  return rows;
}

const contentOf = ({ formula, value = "" }: BlueprintCell): Content =>
  formula ??
  (typeof value === "string" && value !== "" ? verbatim(value) : value);

/** Number formats; null leaves a cell as it is. */
export function numberFormats(sheet: SheetBlueprint): (string | null)[][] {
  const rows = Array.from({ length: sheet.rowCount }, () =>
    new Array<string | null>(sheet.columnCount).fill(null),
  );
  for (const cell of sheet.cells)
    at(rows, cell)[cell.column] = cell.format ?? null;
  return rows;
}

function at<T>(rows: T[][], cell: BlueprintCell): T[] {
  const row = rows[cell.row];
  if (!row || cell.column >= row.length)
    throw new Error(`Cell ${cell.row}/${cell.column} lies outside its sheet`);
  return row;
}

/** Rectangles that cover exactly the cells for which `belongs` holds, as addresses. */
export function rectangles(
  sheet: SheetBlueprint,
  belongs: (cell: BlueprintCell) => boolean,
): string[] {
  const columnsByRow = new Map<number, number[]>();
  for (const cell of sheet.cells) {
    if (!belongs(cell)) continue;
    const columns = columnsByRow.get(cell.row) ?? [];
    columns.push(cell.column);
    columnsByRow.set(cell.row, columns);
  }
  const done: string[] = [];
  let open = new Map<string, Block>();
  for (const row of [...columnsByRow.keys()].sort((a, b) => a - b)) {
    const next = new Map<string, Block>();
    for (const [column, count] of runs(columnsByRow.get(row) ?? [])) {
      const key = `${column}+${count}`;
      const above = open.get(key);
      const joins = above !== undefined && above.row + above.rows === row;
      next.set(
        key,
        joins
          ? { ...above, rows: above.rows + 1 }
          : { row, column, rows: 1, columns: count },
      );
      if (joins) open.delete(key);
    }
    for (const block of open.values()) done.push(addressOf(block));
    open = next;
  }
  for (const block of open.values()) done.push(addressOf(block));
  return done;
}

interface Block {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

const addressOf = (block: Block): string =>
  blockAddress(block.row, block.column, block.rows, block.columns);

/** [first, count] of each unbroken run. */
function runs(columns: number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const column of [...new Set(columns)].sort((a, b) => a - b)) {
    const last = found[found.length - 1];
    if (last && last[0] + last[1] === column) last[1] += 1;
    else found.push([column, 1]);
  }
  return found;
}

/** Address lists that each stay under Excel's limit of 8,192 characters for one reference. */
export function addressLists(addresses: string[], limit = 8000): string[] {
  const lists: string[] = [];
  for (const address of addresses) {
    const last = lists[lists.length - 1];
    if (last !== undefined && last.length + 1 + address.length <= limit)
      lists[lists.length - 1] = `${last},${address}`;
    else lists.push(address);
  }
  return lists;
}

/** Neighbouring columns of one width: ["C:F", 62.25] with the width in points, as Office.js wants it. */
export function columnWidths(widths: number[]): [string, number][] {
  const found: [string, number][] = [];
  for (let first = 0, next = 1; first < widths.length; first = next++) {
    while (next < widths.length && widths[next] === widths[first]) next++;
    found.push([
      `${columnName(first)}:${columnName(next - 1)}`,
      points(widths[first] ?? 0),
    ]);
  }
  return found;
}

/** Characters of the default font are 7 pixels wide, plus 5 pixels of margin; a pixel is 3/4 point. */
export const points = (characters: number): number => pixels(characters) * 0.75;

export const pixels = (characters: number): number =>
  Math.round(characters * 7) + 5;
