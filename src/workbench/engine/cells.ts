/** Reading and writing cells of the open workbook: past the user's undo, without any reading of texts as numbers. */
import type { ICellData, Worksheet } from "@univerjs/core";
import {
  SetRangeValuesMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation,
} from "@univerjs/sheets";
import type { CellStyle } from "../../xlsx/book";
import { areaName, bound, intersect, maxColumns, maxRows } from "../address";
import type { Area, CellInput, CellState, StylePatch } from "./engine";
import type { Opened } from "./opened";
import { eachCell } from "./ranges";
import { SheetCells } from "./readBack";
import type { Recalculation } from "./recalculation";
import type { Services } from "./services";
import { plainId } from "./styleBook";
import { mergedStyle } from "./styles";
import { shownText } from "./text";
import { toUniverValue } from "./values";

type Matrix = Record<number, Record<number, ICellData | null>>;

const emptied: ICellData = {
  v: null,
  t: null,
  f: null,
  si: null,
  p: null,
  custom: null,
};

export class Cells {
  /** Sheets whose styles changed since the grid was last told. */
  private readonly undrawn = new Set<string>();

  constructor(
    private readonly services: Services,
    private readonly opened: Opened,
    private readonly recalculation: Recalculation,
  ) {}

  usedArea(sheet: string): Area | undefined {
    let used: Area | undefined;
    const cells = new SheetCells(this.services, this.services.worksheet(sheet));
    for (const [row, column] of cells.places()) {
      const cell = { row, column, rows: 1, columns: 1 };
      used = used ? bound(used, cell) : cell;
    }
    return used;
  }

  read(sheet: string, area: Area): CellState[][] {
    const worksheet = this.services.worksheet(sheet);
    const cells = new SheetCells(this.services, worksheet);
    const rows: CellState[][] = [];
    for (let row = area.row; row < area.row + area.rows; row++) {
      const line: CellState[] = [];
      for (let c = 0; c < area.columns; c++) {
        const column = area.column + c;
        const value = cells.value(row, column);
        const formula = cells.formula(row, column);
        const spilled = formula === undefined && cells.isSpilled(row, column);
        line.push({
          value,
          ...(formula === undefined ? {} : { formula }),
          text:
            value === null
              ? ""
              : shownText(
                  value,
                  this.styleAt(worksheet, row, column).numberFormat,
                ),
          ...(spilled ? { spilled } : {}),
        });
      }
      rows.push(line);
    }
    return rows;
  }

  write(sheet: string, area: Area, inputs: CellInput[][]): void {
    checkShape(area, inputs);
    this.makeRoom(sheet, area);
    const matrix: Matrix = {};
    let changed: Area | undefined;
    eachCell(area, (row, column, r, c) => {
      const input = inputs[r]?.[c];
      if (input === undefined) return;
      (matrix[row] ??= {})[column] = { ...emptied, ...contents(input) };
      const cell = { row, column, rows: 1, columns: 1 };
      changed = changed ? bound(changed, cell) : cell;
    });
    if (changed) this.put(sheet, changed, matrix);
  }

  clear(sheet: string, area: Area, what: "all" | "contents" | "formats"): void {
    const worksheet = this.services.worksheet(sheet);
    const used = this.usedArea(sheet);
    const there = used && intersect(used, area);
    if (!there) return;
    if (what === "formats") {
      eachCell(there, (row, column) => {
        const cell = worksheet.getCellMatrix().getValue(row, column);
        if (cell?.s) delete cell.s;
      });
      return this.redraw(sheet);
    }
    const matrix: Matrix = {};
    eachCell(there, (row, column) => {
      if (!worksheet.getCellMatrix().getValue(row, column)) return;
      (matrix[row] ??= {})[column] = what === "all" ? null : { ...emptied };
    });
    this.put(sheet, there, matrix);
  }

  style(sheet: string, area: Area, patch: StylePatch): void {
    this.restyle(sheet, area, (style) => mergedStyle(style, patch));
  }

  setNumberFormats(
    sheet: string,
    area: Area,
    formats: (string | undefined)[][],
  ): void {
    checkShape(area, formats);
    this.restyle(sheet, area, (style, r, c) => {
      const numberFormat = formats[r]?.[c];
      return numberFormat === undefined ? style : { ...style, numberFormat };
    });
  }

  styles(sheet: string, area: Area): CellStyle[][] {
    const worksheet = this.services.worksheet(sheet);
    return Array.from({ length: area.rows }, (_, r) =>
      Array.from({ length: area.columns }, (__, c) =>
        structuredClone(this.styleAt(worksheet, area.row + r, area.column + c)),
      ),
    );
  }

  /** A cell's own style, or its row's, or its column's. */
  placeAt(worksheet: Worksheet, row: number, column: number): number {
    const config = worksheet.getConfig();
    const worn =
      worksheet.getCellMatrix().getValue(row, column)?.s ??
      config.rowData[row]?.s ??
      config.columnData[column]?.s;
    return this.opened.styles.placeOf(worn, this.services.workbook.getStyles());
  }

  makeRoom(sheet: string, area: Area): void {
    const worksheet = this.services.worksheet(sheet);
    const [rows, columns] = [area.row + area.rows, area.column + area.columns];
    if (rows > maxRows || columns > maxColumns)
      throw new Error(
        `${areaName(area)} reaches beyond the sheet's ${maxRows} rows and ${maxColumns} columns.`,
      );
    if (rows > worksheet.getRowCount())
      this.services.mutate(SetWorksheetRowCountMutation.id, {
        subUnitId: sheet,
        rowCount: Math.min(maxRows, rows + 200),
      });
    if (columns > worksheet.getColumnCount())
      this.services.mutate(SetWorksheetColumnCountMutation.id, {
        subUnitId: sheet,
        columnCount: Math.min(maxColumns, columns + 10),
      });
  }

  private styleAt(
    worksheet: Worksheet,
    row: number,
    column: number,
  ): CellStyle {
    return this.opened.styles.at(this.placeAt(worksheet, row, column));
  }

  private put(sheet: string, area: Area, matrix: Matrix): void {
    const { services, recalculation } = this;
    // Formulas that share one text lose their owner when it is overwritten: Univer's own, slower bookkeeping knows.
    const shared = this.hasShared(sheet, area);
    if (!shared) recalculation.written(sheet, area);
    services.mutate(
      SetRangeValuesMutation.id,
      { subUnitId: sheet, cellValue: matrix },
      { onlyLocal: !shared },
    );
  }

  private hasShared(sheet: string, area: Area): boolean {
    const cells = this.services.worksheet(sheet).getCellMatrix();
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let c = 0; c < area.columns; c++)
        if (cells.getValue(row, area.column + c)?.si) return true;
    return false;
  }

  private restyle(
    sheet: string,
    area: Area,
    change: (style: CellStyle, r: number, c: number) => CellStyle,
  ): void {
    const worksheet = this.services.worksheet(sheet);
    const known = this.services.workbook.getStyles();
    const { styles } = this.opened;
    const changed = new Map<string, string | undefined>();
    const idFor = (place: number, r: number, c: number): string | undefined => {
      const style = change(styles.at(place), r, c);
      const key = JSON.stringify(style);
      if (!changed.has(key))
        changed.set(key, styles.univerId(styles.place(style), known));
      return changed.get(key);
    };
    const config = worksheet.getConfig();
    const cells = worksheet.getCellMatrix();
    const wholeColumns = area.rows >= maxRows;
    const wholeRows = area.columns >= maxColumns;
    if (!wholeColumns && !wholeRows) this.makeRoom(sheet, area);
    const columns = Math.min(
      area.columns,
      worksheet.getColumnCount() - area.column,
    );
    const rows = Math.min(area.rows, worksheet.getRowCount() - area.row);
    if (wholeColumns) {
      for (let c = 0; c < columns; c++) {
        const column = area.column + c;
        const data = (config.columnData[column] ??= {});
        data.s = idFor(styles.placeOf(data.s, known), 0, c) ?? null;
      }
    } else if (wholeRows) {
      for (let r = 0; r < rows; r++) {
        const data = (config.rowData[area.row + r] ??= {});
        data.s = idFor(styles.placeOf(data.s, known), r, 0) ?? null;
      }
    }
    eachCell({ ...area, rows, columns }, (row, column, r, c) => {
      const cell = cells.getValue(row, column);
      if ((wholeColumns || wholeRows) && !cell?.s) return;
      const id = idFor(this.placeAt(worksheet, row, column), r, c);
      if (cell) {
        const inherits = config.rowData[row]?.s ?? config.columnData[column]?.s;
        if (id !== undefined) cell.s = id;
        else if (inherits) cell.s = plainId;
        else delete cell.s;
      } else if (id !== undefined) cells.setValue(row, column, { s: id });
    });
    this.redraw(sheet);
  }

  /**
   * Styles are set in place; an empty change of values makes the grid draw them. Once for all that an add-in styles in
   * a row: on every such change the grid brings its headers, tables and bounds up to date.
   */
  private redraw(sheet: string): void {
    const { unitId } = this.services;
    if (this.undrawn.size === 0)
      setTimeout(() => {
        const sheets = [...this.undrawn];
        this.undrawn.clear();
        // Meanwhile the sheet or the workbook may have gone.
        if (this.services.unitId !== unitId || !this.services.isOpen) return;
        for (const id of sheets)
          if (this.services.workbook.getSheetBySheetId(id))
            this.services.mutate(
              SetRangeValuesMutation.id,
              { subUnitId: id, cellValue: {} },
              { onlyLocal: true },
            );
      }, 0);
    this.undrawn.add(sheet);
  }
}

function contents(input: Exclude<CellInput, undefined>): ICellData {
  if (typeof input !== "string") return toUniverValue(input);
  if (input.startsWith("'")) return toUniverValue(input.slice(1));
  return input.startsWith("=") && input.length > 1
    ? { f: input }
    : toUniverValue(input);
}

function checkShape(area: Area, values: unknown[][]): void {
  const fits =
    values.length === area.rows &&
    values.every((row) => row.length === area.columns);
  if (!fits)
    throw new Error(
      `The values are not ${area.rows} rows of ${area.columns} columns, as ${areaName(area)} needs.`,
    );
}
