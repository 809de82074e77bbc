/** Sheets, their order and look, column widths, row heights and merged cells. */
import type { IColumnData, IRowData } from "@univerjs/core";
import {
  AddWorksheetMergeMutation,
  InsertSheetMutation,
  RemoveSheetCommand,
  RemoveWorksheetMergeMutation,
  SetColDataMutation,
  SetFrozenMutation,
  SetRowDataMutation,
  SetTabColorMutation,
  SetWorksheetActiveOperation,
  SetWorksheetHideMutation,
  SetWorksheetNameCommand,
  SetWorksheetOrderMutation,
  ToggleGridlinesMutation,
} from "@univerjs/sheets";
import { emptySheet } from "../../xlsx/book";
import type { BookSheet } from "../../xlsx/book";
import { maxColumns, maxRows } from "../address";
import type { Area, Engine, SheetState } from "./engine";
import type { Opened } from "./opened";
import { toArea, toRange } from "./ranges";
import { heightOf, widthOf } from "./readBack";
import type { Services } from "./services";
import { defaultHeightPixels, pixelsToPoints, pixelsToWidth } from "./sizes";
import { columnWidth, openedSheet, rowHeight, toFreeze } from "./snapshot";

export class Layout {
  private nextId = 1;

  constructor(
    private readonly services: Services,
    private readonly opened: Opened,
  ) {}

  sheets(): SheetState[] {
    return this.services.workbook.getSheets().map((worksheet) => {
      const id = worksheet.getSheetId();
      const kept = this.opened.kept.sheet(id);
      const state = this.look(id);
      return {
        id,
        name: worksheet.getName(),
        ...state,
        protected: kept.protection !== undefined,
        ...(kept.protection
          ? { protection: { ...kept.protection.options } }
          : {}),
        ...(kept.properties ? { properties: { ...kept.properties } } : {}),
        rowCount: maxRows,
        columnCount: maxColumns,
      };
    });
  }

  look(
    sheet: string,
  ): Pick<BookSheet, "visibility" | "tabColor" | "showGridlines" | "freeze"> {
    const config = this.services.worksheet(sheet).getConfig();
    const { veryHidden } = this.opened.kept.sheet(sheet);
    const { xSplit, ySplit } = config.freeze;
    return {
      visibility:
        config.hidden !== 1 ? "visible" : veryHidden ? "veryHidden" : "hidden",
      ...(config.tabColor ? { tabColor: config.tabColor } : {}),
      showGridlines: config.showGridlines !== 0,
      ...(xSplit > 0 || ySplit > 0
        ? { freeze: { rows: ySplit, columns: xSplit } }
        : {}),
    };
  }

  addSheet(name: string, position?: number): string {
    const { workbook } = this.services;
    let id: string;
    do id = `new${this.nextId++}`;
    while (workbook.getSheetBySheetId(id));
    this.services.mutate(InsertSheetMutation.id, {
      index: position ?? workbook.getSheets().length,
      sheet: openedSheet(emptySheet(id, name), this.opened.styles).data,
    });
    return id;
  }

  deleteSheet(sheet: string): void {
    this.services.worksheet(sheet);
    this.command(RemoveSheetCommand.id, { subUnitId: sheet });
    this.opened.kept.sheets.delete(sheet);
  }

  renameSheet(sheet: string, name: string): void {
    if (this.services.worksheet(sheet).getName() === name) return;
    this.command(SetWorksheetNameCommand.id, { subUnitId: sheet, name });
  }

  moveSheet(sheet: string, position: number): void {
    this.services.worksheet(sheet);
    this.services.mutate(SetWorksheetOrderMutation.id, {
      subUnitId: sheet,
      fromOrder: this.services.workbook
        .getSheets()
        .findIndex((other) => other.getSheetId() === sheet),
      toOrder: position,
    });
  }

  setSheet(sheet: string, patch: Parameters<Engine["setSheet"]>[1]): void {
    this.services.worksheet(sheet);
    const kept = this.opened.kept.sheet(sheet);
    const set = (id: string, params: Record<string, unknown>): void =>
      this.services.mutate(id, { subUnitId: sheet, ...params });
    if (patch.visibility !== undefined) {
      kept.veryHidden = patch.visibility === "veryHidden";
      const hidden = patch.visibility === "visible" ? 0 : 1;
      set(SetWorksheetHideMutation.id, { hidden });
    }
    if ("tabColor" in patch)
      set(SetTabColorMutation.id, { color: patch.tabColor ?? "" });
    if (patch.showGridlines !== undefined)
      set(ToggleGridlinesMutation.id, {
        showGridlines: patch.showGridlines ? 1 : 0,
      });
    if ("freeze" in patch)
      set(SetFrozenMutation.id, { ...toFreeze(patch.freeze) });
    for (const key of ["page", "properties"] as const) {
      if (!(key in patch)) continue;
      if (patch[key] === undefined) delete kept[key];
      else Object.assign(kept, { [key]: structuredClone(patch[key]) });
    }
  }

  activate(sheet: string): void {
    this.services.worksheet(sheet);
    this.services.mutate(SetWorksheetActiveOperation.id, { subUnitId: sheet });
  }

  columnWidth(sheet: string, column: number): number {
    const worksheet = this.services.worksheet(sheet);
    const config = worksheet.getConfig();
    return (
      widthOf(config.columnData[column] ?? {}) ??
      this.opened.kept.sheet(sheet).defaultColumnWidth ??
      pixelsToWidth(config.defaultColumnWidth)
    );
  }

  setColumns(
    sheet: string,
    from: number,
    count: number,
    patch: { width?: number; hidden?: boolean },
  ): void {
    const columnData: Record<number, Partial<IColumnData>> = {};
    const present = this.services.worksheet(sheet).getConfig().columnData;
    for (let column = from; column < from + count; column++)
      columnData[column] = {
        ...present[column],
        ...(patch.width === undefined ? {} : columnWidth(patch.width)),
        ...(patch.hidden === undefined ? {} : { hd: patch.hidden ? 1 : 0 }),
      };
    this.services.mutate(SetColDataMutation.id, {
      subUnitId: sheet,
      columnData,
    });
  }

  rowHeight(sheet: string, row: number): number {
    const data = this.services.worksheet(sheet).getConfig().rowData[row] ?? {};
    return heightOf(data) ?? pixelsToPoints(data.ah ?? defaultHeightPixels);
  }

  setRows(
    sheet: string,
    from: number,
    count: number,
    patch: { height?: number; hidden?: boolean },
  ): void {
    const rowData: Record<number, Partial<IRowData>> = {};
    const present = this.services.worksheet(sheet).getConfig().rowData;
    for (let row = from; row < from + count; row++)
      rowData[row] = {
        ...present[row],
        ...(patch.height === undefined ? {} : rowHeight(patch.height)),
        ...(patch.hidden === undefined ? {} : { hd: patch.hidden ? 1 : 0 }),
      };
    this.services.mutate(SetRowDataMutation.id, { subUnitId: sheet, rowData });
  }

  merge(sheet: string, area: Area): void {
    this.unmerge(sheet, area);
    this.services.mutate(AddWorksheetMergeMutation.id, {
      subUnitId: sheet,
      ranges: [toRange(area)],
    });
  }

  unmerge(sheet: string, area: Area): void {
    this.services.mutate(RemoveWorksheetMergeMutation.id, {
      subUnitId: sheet,
      ranges: [toRange(area)],
    });
  }

  merges(sheet: string): Area[] {
    return this.services
      .worksheet(sheet)
      .getConfig()
      .mergeData.map((range) => toArea(range));
  }

  /** A command, unlike a mutation, also rewrites formulas and names; the user cannot undo what an add-in did. */
  private command(id: string, params: Record<string, unknown>): void {
    this.services.mutate(id, params);
    this.services.undo.clearUndoRedo(this.services.unitId);
  }
}
