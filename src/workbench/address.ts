/** Addresses of cells and ranges as text, and back. Rows and columns count from 0. */
import { fromCol, parseA1Ref, toCol } from "@borgar/fx";
import type { Area } from "./engine/engine";

/** Excel's grid. */
export const maxRows = 1_048_576;
export const maxColumns = 16_384;

export const columnName = (column: number): string => toCol(column);
export const columnNumber = (name: string): number => fromCol(name);

/** "B4" */
export const cellName = (row: number, column: number): string =>
  `${toCol(column)}${row + 1}`;

export const wholeRows = (area: Area): boolean =>
  area.column === 0 && area.columns === maxColumns;
export const wholeColumns = (area: Area): boolean =>
  area.row === 0 && area.rows === maxRows;

/** "B4", "B4:D9", "B:D", "4:9"; with dollar signs when `fixed`. */
export function areaName(area: Area, fixed = false): string {
  const $ = fixed ? "$" : "";
  const [left, right] = [
    toCol(area.column),
    toCol(area.column + area.columns - 1),
  ];
  const [top, bottom] = [area.row + 1, area.row + area.rows];
  if (wholeColumns(area) && !wholeRows(area)) return `${$}${left}:${$}${right}`;
  if (wholeRows(area)) return `${$}${top}:${$}${bottom}`;
  if (area.rows === 1 && area.columns === 1) return `${$}${left}${$}${top}`;
  return `${$}${left}${$}${top}:${$}${right}${$}${bottom}`;
}

/** The sheet's name as a formula needs it: `Plan`, `'My Plan'`, `'It''s'`. */
export function quotedSheet(name: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) &&
    !parseArea(name) &&
    !/^r\d*c\d*$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** `'My Plan'!B4:D9` */
export const sheetAddress = (
  sheet: string,
  area: Area,
  fixed = false,
): string => `${quotedSheet(sheet)}!${areaName(area, fixed)}`;

/** Splits "'My Plan'!$B$4" into sheet and area; undefined when the text is not one rectangular range. */
export function parseAddress(
  text: string,
): { sheet?: string; area: Area } | undefined {
  const found = parseA1Ref(text.trim());
  if (
    !found ||
    !("range" in found) ||
    !found.range ||
    (found.context?.length ?? 0) > 1
  )
    return undefined;
  const { top, bottom, left, right } = found.range;
  const [row, lastRow] = [top ?? 0, bottom ?? maxRows - 1];
  const [column, lastColumn] = [left ?? 0, right ?? maxColumns - 1];
  const sheet = found.context?.[0];
  if (sheet?.includes("[")) return undefined;
  return {
    ...(sheet === undefined ? {} : { sheet }),
    area: {
      row: Math.min(row, lastRow),
      column: Math.min(column, lastColumn),
      rows: Math.abs(lastRow - row) + 1,
      columns: Math.abs(lastColumn - column) + 1,
    },
  };
}

/** "B4:D9" without a sheet. */
export function parseArea(text: string): Area | undefined {
  const found = parseAddress(text);
  return found && found.sheet === undefined ? found.area : undefined;
}

/** Rules are looked through again and again; their ranges are read once. */
const knownAreas = new Map<string, readonly Area[]>();
const mostKnown = 20_000;

/** Ranges parted by spaces or commas, as validation and conditional formats keep them. */
export function parseAreas(text: string): readonly Area[] {
  const known = knownAreas.get(text);
  if (known) return known;
  const areas = text
    .split(/[\s,]+/)
    .filter((part) => part !== "")
    .map((part) => parseArea(part))
    .filter((area): area is Area => area !== undefined);
  if (knownAreas.size >= mostKnown) knownAreas.clear();
  knownAreas.set(text, areas);
  return areas;
}

export function intersect(a: Area, b: Area): Area | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

export const contains = (outer: Area, inner: Area): boolean => {
  const common = intersect(outer, inner);
  return (
    common !== undefined &&
    common.rows === inner.rows &&
    common.columns === inner.columns
  );
};

/** The smallest range around both. */
export function bound(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** `outer` without `hole`, as up to four ranges. */
export function subtract(outer: Area, hole: Area): Area[] {
  const common = intersect(outer, hole);
  if (!common) return [outer];
  const bottom = common.row + common.rows;
  const right = common.column + common.columns;
  const pieces: Area[] = [
    { ...outer, rows: common.row - outer.row },
    { ...outer, row: bottom, rows: outer.row + outer.rows - bottom },
    {
      row: common.row,
      rows: common.rows,
      column: outer.column,
      columns: common.column - outer.column,
    },
    {
      row: common.row,
      rows: common.rows,
      column: right,
      columns: outer.column + outer.columns - right,
    },
  ];
  return pieces.filter((piece) => piece.rows > 0 && piece.columns > 0);
}
