/** A book as the snapshot that Univer opens. */
import { LocaleType } from "@univerjs/core";
import type {
  ICellData,
  IColumnData,
  IRange,
  IRowData,
  IWorkbookData,
  IWorksheetData,
} from "@univerjs/core";
import { isCellError } from "../../xlsx/book";
import type { Book, BookCell, BookSheet } from "../../xlsx/book";
import { parseArea } from "../address";
import { rangesOf, toRange } from "./ranges";
import {
  defaultHeightPixels,
  defaultWidthPixels,
  pointsToPixels,
  widthToPixels,
} from "./sizes";
import { plainId } from "./styleBook";
import type { StyleBook } from "./styleBook";
import { toUniverStyle } from "./styles";
import { readsOnlyOtherWorkbooks } from "./otherWorkbooks";
import { toUniverValue, withExtras } from "./values";
import type { CellExtras } from "./values";

type Matrix<T> = Record<number, Record<number, T>>;

export interface OpenedSheet {
  data: Partial<IWorksheetData>;
  /** Extents and cells of array formulas, which Univer keeps apart from the cells. */
  arrayRanges: Matrix<IRange>;
  arrayCells: Matrix<ICellData>;
  /** Formulas without a stored result. */
  uncalculated: IRange[];
}

/** Free cells around the used ones. */
const spare = { rows: 200, columns: 10, leastRows: 1000, leastColumns: 40 };

export function openedSheet(sheet: BookSheet, styles: StyleBook): OpenedSheet {
  const cellData: Matrix<ICellData> = {};
  const arrayRanges: Matrix<IRange> = {};
  const arrayCells: Matrix<ICellData> = {};
  const uncalculated: IRange[] = [];
  const filled = filledCells(sheet);
  let [lastRow, lastColumn] = [0, 0];
  for (const [rowKey, cells] of Object.entries(sheet.cells)) {
    const row = Number(rowKey);
    lastRow = Math.max(lastRow, row);
    const line: Record<number, ICellData> = {};
    for (const [columnKey, cell] of Object.entries(cells)) {
      const column = Number(columnKey);
      lastColumn = Math.max(lastColumn, column);
      const spilled = filled.has(`${row}:${column}`);
      const data = spilled ? styleOnly(cell, styles) : univerCell(cell, styles);
      const inherits = sheet.columns[column]?.style ?? sheet.rows[row]?.style;
      if (inherits !== undefined) data.s ??= plainId;
      if (Object.keys(data).length > 0) line[column] = data;
      if (spilled) {
        (arrayCells[row] ??= {})[column] = toUniverValue(cell.value ?? null);
        continue;
      }
      if (cell.formula === undefined) continue;
      const at = toRange({ row, column, rows: 1, columns: 1 });
      if (cell.value === undefined || cell.value === null)
        uncalculated.push(at);
      const area = cell.array && parseArea(cell.array.ref);
      if (!area || area.rows * area.columns === 1) continue;
      (arrayRanges[row] ??= {})[column] = toRange(area);
      (arrayCells[row] ??= {})[column] = toUniverValue(cell.value ?? null);
    }
    if (Object.keys(line).length > 0) cellData[row] = line;
  }
  const columnData = columnsOf(sheet, styles);
  const rowData = rowsOf(sheet, styles);
  const last = (keys: object): number =>
    Math.max(0, ...Object.keys(keys).map(Number));
  lastRow = Math.max(lastRow, last(rowData));
  lastColumn = Math.max(lastColumn, last(columnData));
  return {
    data: {
      id: sheet.id,
      name: sheet.name,
      tabColor: sheet.tabColor ?? "",
      hidden: sheet.visibility === "visible" ? 0 : 1,
      freeze: toFreeze(sheet.freeze),
      rowCount: Math.max(lastRow + spare.rows, spare.leastRows),
      columnCount: Math.max(lastColumn + spare.columns, spare.leastColumns),
      defaultColumnWidth:
        sheet.defaultColumnWidth === undefined
          ? defaultWidthPixels
          : widthToPixels(sheet.defaultColumnWidth),
      defaultRowHeight: defaultHeightPixels,
      mergeData: sheet.merges.flatMap(rangesOf),
      cellData,
      rowData,
      columnData,
      showGridlines: sheet.showGridlines ? 1 : 0,
      rowHeader: { width: 46, hidden: 0 },
      columnHeader: { height: 20, hidden: 0 },
      zoomRatio: 1,
      scrollTop: 0,
      scrollLeft: 0,
      rightToLeft: 0,
    },
    arrayRanges,
    arrayCells,
    uncalculated,
  };
}

/** Cells that an array formula above or beside them fills. */
function filledCells(sheet: BookSheet): Set<string> {
  const filled = new Set<string>();
  for (const [row, cells] of Object.entries(sheet.cells)) {
    for (const [column, cell] of Object.entries(cells)) {
      const area = cell.array && parseArea(cell.array.ref);
      if (!area || (isCellError(cell.value) && cell.value.error === "#SPILL!"))
        continue;
      for (let r = area.row; r < area.row + area.rows; r++)
        for (let c = area.column; c < area.column + area.columns; c++)
          if (r !== Number(row) || c !== Number(column))
            filled.add(`${r}:${c}`);
    }
  }
  return filled;
}

function styleOnly(cell: BookCell, styles: StyleBook): ICellData {
  const id = styles.univerId(cell.style ?? 0);
  return id === undefined ? {} : { s: id };
}

const keepsResult = (cell: BookCell): cell is BookCell & { formula: string } =>
  cell.formula !== undefined &&
  cell.array === undefined &&
  (cell.value ?? null) !== null &&
  !isCellError(cell.value) &&
  readsOnlyOtherWorkbooks(cell.formula);

export function univerCell(cell: BookCell, styles: StyleBook): ICellData {
  const data: ICellData = styleOnly(cell, styles);
  const extras: CellExtras = {};
  const value = cell.value ?? null;
  if (value !== null) Object.assign(data, toUniverValue(value));
  if (keepsResult(cell)) extras.elsewhere = { formula: cell.formula, value };
  else if (cell.formula !== undefined) data.f = `=${cell.formula}`;
  else if (isCellError(value)) {
    data.f = `=${value.error}`;
    extras.constantError = true;
  }
  if (cell.hyperlink) extras.hyperlink = cell.hyperlink;
  if (cell.rich !== undefined) extras.rich = { runs: cell.rich, plain: value };
  if (cell.array && cell.formula !== undefined)
    extras.array = { ...cell.array, formula: cell.formula };
  const custom = withExtras(extras);
  if (custom) data.custom = custom;
  return data;
}

function columnsOf(
  sheet: BookSheet,
  styles: StyleBook,
): Record<number, Partial<IColumnData>> {
  const result: Record<number, Partial<IColumnData>> = {};
  for (const [key, column] of Object.entries(sheet.columns)) {
    const data: Partial<IColumnData> = {};
    if (column.width !== undefined)
      Object.assign(data, columnWidth(column.width));
    if (column.hidden) data.hd = 1;
    const id = styles.univerId(column.style ?? 0);
    if (id !== undefined) data.s = id;
    result[Number(key)] = data;
  }
  return result;
}

function rowsOf(
  sheet: BookSheet,
  styles: StyleBook,
): Record<number, Partial<IRowData>> {
  const result: Record<number, Partial<IRowData>> = {};
  for (const [key, row] of Object.entries(sheet.rows)) {
    const data: Partial<IRowData> = {};
    if (row.height !== undefined) Object.assign(data, rowHeight(row.height));
    if (row.hidden) data.hd = 1;
    const id = styles.univerId(row.style ?? 0);
    if (id !== undefined) data.s = id;
    result[Number(key)] = data;
  }
  return result;
}

/** A pixel is coarser than the file's unit: the exact width stays beside it, valid while the pixels are the same. */
export function columnWidth(width: number): Partial<IColumnData> {
  const w = widthToPixels(width);
  return { w, custom: { width, pixels: w } };
}

export function rowHeight(height: number): Partial<IRowData> {
  const h = pointsToPixels(height);
  return { h, ia: 0, custom: { height, pixels: h } };
}

export const toFreeze = (
  freeze: BookSheet["freeze"],
): IWorksheetData["freeze"] =>
  freeze && (freeze.rows > 0 || freeze.columns > 0)
    ? {
        startRow: freeze.rows > 0 ? freeze.rows : -1,
        startColumn: freeze.columns > 0 ? freeze.columns : -1,
        ySplit: freeze.rows,
        xSplit: freeze.columns,
      }
    : { startRow: -1, startColumn: -1, ySplit: 0, xSplit: 0 };

export function toSnapshot(
  unitId: string,
  book: Book,
  sheets: OpenedSheet[],
  styles: StyleBook,
): IWorkbookData {
  return {
    id: unitId,
    name: "Workbook",
    appVersion: "",
    locale: LocaleType.EN_US,
    styles: styles.snapshot(),
    defaultStyle: toUniverStyle(styles.at(0)),
    sheetOrder: book.sheets.map((sheet) => sheet.id),
    sheets: Object.fromEntries(
      sheets.map(({ data }) => [data.id as string, data]),
    ),
    resources: [],
  };
}
