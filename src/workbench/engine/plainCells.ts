/** The cells of the plain engine: contents, looks, sizes, merges. */
import {
  areaName,
  bound,
  intersect,
  maxColumns,
  maxRows,
  parseArea,
} from "../address";
import type { BookSheet, CellStyle } from "../../xlsx/book";
import type { Area, CellInput, CellState, StylePatch } from "./engine";
import {
  checkShape,
  contentsOf,
  copy,
  each,
  eachCell,
  grid,
  merged,
  shown,
} from "./plainGrid";
import { PlainStore } from "./plainStore";

/** 64 pixels, Excel's default */
const defaultWidth = 9.140625;
/** points */
const defaultHeight = 15;

export class PlainCells extends PlainStore {
  usedArea(sheet: string): Area | undefined {
    let used: Area | undefined;
    const { cells } = this.sheet(sheet);
    for (const row of Object.keys(cells)) {
      for (const column of Object.keys(cells[Number(row)] ?? {})) {
        const cell = {
          row: Number(row),
          column: Number(column),
          rows: 1,
          columns: 1,
        };
        used = used ? bound(used, cell) : cell;
      }
    }
    return used;
  }

  read(sheet: string, area: Area): CellState[][] {
    const target = this.sheet(sheet);
    return grid(area, (row, column) => {
      const cell = target.cells[row]?.[column];
      const value = cell?.value ?? null;
      return {
        value: copy(value),
        ...(cell?.formula === undefined ? {} : { formula: `=${cell.formula}` }),
        text: shown(value, this.styleOf(target, row, column).numberFormat),
      };
    });
  }

  write(sheet: string, area: Area, cells: CellInput[][]): void {
    checkShape(area, cells);
    const target = this.sheet(sheet);
    each(area, (row, column, r, c) => {
      const input = cells[r]?.[c];
      if (input === undefined) return;
      const style = this.styleIndex(this.styleOf(target, row, column));
      this.putCell(target, row, column, { ...contentsOf(input), style });
    });
    this.emit("change", {
      sheets: [sheet],
      areas: [{ sheet, area: { ...area } }],
    });
  }

  clear(sheet: string, area: Area, what: "all" | "contents" | "formats"): void {
    const target = this.sheet(sheet);
    eachCell(target, area, (cell, row, column) => {
      if (what === "contents")
        this.putCell(
          target,
          row,
          column,
          cell.style === undefined ? {} : { style: cell.style },
        );
      if (what === "all") this.putCell(target, row, column, {});
      if (what !== "formats") return;
      const { style: _dropped, ...contents } = cell;
      this.putCell(target, row, column, contents);
    });
    this.emit("change", {
      sheets: [sheet],
      areas: [{ sheet, area: { ...area } }],
    });
  }

  style(sheet: string, area: Area, patch: StylePatch): void {
    const target = this.sheet(sheet);
    const whole = area.rows === maxRows ? "columns" : "rows";
    if (area.rows < maxRows && area.columns < maxColumns)
      each(area, (row, column) => this.restyle(target, row, column, patch));
    else this.styleLines(target, area, whole, patch);
  }

  setNumberFormats(
    sheet: string,
    area: Area,
    formats: (string | undefined)[][],
  ): void {
    checkShape(area, formats);
    const target = this.sheet(sheet);
    each(area, (row, column, r, c) => {
      const numberFormat = formats[r]?.[c];
      if (numberFormat !== undefined)
        this.restyle(target, row, column, { numberFormat });
    });
  }

  styles(sheet: string, area: Area): CellStyle[][] {
    const target = this.sheet(sheet);
    return grid(area, (row, column) => copy(this.styleOf(target, row, column)));
  }

  private restyle(
    sheet: BookSheet,
    row: number,
    column: number,
    patch: StylePatch,
  ): void {
    const style = merged(this.styleOf(sheet, row, column), patch);
    const cell = sheet.cells[row]?.[column];
    this.putCell(sheet, row, column, {
      ...cell,
      style: this.styleIndex(style),
    });
  }

  /** Whole columns or rows keep one style for all their blank cells, as a file does. */
  private styleLines(
    sheet: BookSheet,
    area: Area,
    kind: "rows" | "columns",
    patch: StylePatch,
  ): void {
    const from = kind === "rows" ? area.row : area.column;
    const count = Math.min(kind === "rows" ? area.rows : area.columns, 16_384);
    eachCell(sheet, area, (_cell, row, column) =>
      this.restyle(sheet, row, column, patch),
    );
    for (let line = from; line < from + count; line++) {
      const known = this.data.styles[sheet[kind][line]?.style ?? 0] ?? {};
      const style = this.styleIndex(merged(known, patch));
      sheet[kind][line] = { ...sheet[kind][line], style };
    }
  }

  columnWidth(sheet: string, column: number): number {
    const target = this.sheet(sheet);
    return (
      target.columns[column]?.width ?? target.defaultColumnWidth ?? defaultWidth
    );
  }

  setColumns(
    sheet: string,
    from: number,
    count: number,
    patch: { width?: number; hidden?: boolean },
  ): void {
    const { columns } = this.sheet(sheet);
    for (let column = from; column < from + count; column++)
      columns[column] = { ...columns[column], ...patch };
  }

  rowHeight(sheet: string, row: number): number {
    return this.sheet(sheet).rows[row]?.height ?? defaultHeight;
  }

  setRows(
    sheet: string,
    from: number,
    count: number,
    patch: { height?: number; hidden?: boolean },
  ): void {
    const { rows } = this.sheet(sheet);
    for (let row = from; row < from + count; row++)
      rows[row] = { ...rows[row], ...patch };
  }

  merge(sheet: string, area: Area): void {
    this.unmerge(sheet, area);
    this.sheet(sheet).merges.push(areaName(area));
  }

  unmerge(sheet: string, area: Area): void {
    const target = this.sheet(sheet);
    target.merges = target.merges.filter(
      (ref) => !intersect(parseArea(ref) as Area, area),
    );
  }

  merges(sheet: string): Area[] {
    return this.sheet(sheet).merges.map((ref) => parseArea(ref) as Area);
  }
}
