/** The cells, rows and columns of a sheet of Univer, back as the book has them. */
import type {
  ICellData,
  IColumnData,
  IRange,
  IRowData,
  Nullable,
  Styles,
  Worksheet,
} from "@univerjs/core";
import type { BookCell, BookSheet, CellValue } from "../../xlsx/book";
import { areaName } from "../address";
import { toArea } from "./ranges";
import type { Services } from "./services";
import { pixelsToPoints, pixelsToWidth } from "./sizes";
import type { StyleBook } from "./styleBook";
import { extrasOf, fromUniverValue, sameValue } from "./values";

type Line = Nullable<Record<number, Nullable<ICellData>>>;

/** One sheet's cells as they stand, with the results of array formulas. */
export class SheetCells {
  private readonly arrayCells: Record<number, Line>;
  private readonly arrayRanges: Record<
    number,
    Nullable<Record<number, Nullable<IRange>>>
  >;

  constructor(
    private readonly services: Services,
    private readonly worksheet: Worksheet,
  ) {
    const { formulas, unitId } = services;
    const sheet = worksheet.getSheetId();
    this.arrayCells = (formulas.getArrayFormulaCellData()[unitId]?.[sheet] ??
      {}) as Record<number, Line>;
    this.arrayRanges = (formulas.getArrayFormulaRange()[unitId]?.[sheet] ??
      {}) as typeof this.arrayRanges;
  }

  raw(row: number, column: number): Nullable<ICellData> {
    return this.worksheet.getCellMatrix().getValue(row, column);
  }

  /** With "="; Univer shares the formulas that a user fills down. */
  formula(row: number, column: number): string | undefined {
    const cell = this.raw(row, column);
    if (!cell || extrasOf(cell).constantError) {
      const constant = cell?.f === `=${cell?.v}`;
      if (!cell || constant) return undefined;
    }
    if (cell.f) return cell.f;
    if (!cell.si) return this.formulaElsewhere(cell);
    return (
      this.services.formulas.getFormulaStringByCell(
        row,
        column,
        this.worksheet.getSheetId(),
        this.services.unitId,
      ) ?? undefined
    );
  }

  private formulaElsewhere(cell: ICellData): string | undefined {
    const { elsewhere } = extrasOf(cell);
    if (!elsewhere) return undefined;
    const stands = sameValue(elsewhere.value, fromUniverValue(cell, false));
    return stands ? `=${elsewhere.formula}` : undefined;
  }

  isSpilled(row: number, column: number): boolean {
    return (
      this.arrayCells[row]?.[column] !== undefined &&
      this.arrayCells[row]?.[column] !== null &&
      !this.arrayRanges[row]?.[column]
    );
  }

  value(row: number, column: number): CellValue {
    const cell = this.raw(row, column);
    if (cell && (cell.f || cell.si)) return fromUniverValue(cell, true);
    if (this.isSpilled(row, column)) {
      const spilled = this.arrayCells[row]?.[column];
      // An empty cell that a formula refers to spills as 0.
      return fromUniverValue(spilled, true) ?? 0;
    }
    return fromUniverValue(cell, false);
  }

  /** Rows and columns that hold anything, in order. */
  *places(): Generator<[row: number, column: number]> {
    const cells = this.worksheet.getCellMatrix().getMatrix() as Record<
      number,
      Line
    >;
    const rows = new Set(
      [...Object.keys(cells), ...Object.keys(this.arrayCells)].map(Number),
    );
    for (const row of [...rows].sort((a, b) => a - b)) {
      const columns = new Set(
        [
          ...Object.keys(cells[row] ?? {}),
          ...Object.keys(this.arrayCells[row] ?? {}),
        ].map(Number),
      );
      for (const column of [...columns].sort((a, b) => a - b))
        yield [row, column];
    }
  }

  bookCell(row: number, column: number, style: number): BookCell | undefined {
    const cell = this.raw(row, column);
    const extras = extrasOf(cell);
    const value = this.value(row, column);
    const formula = this.formula(row, column)?.slice(1);
    const result: BookCell = {};
    if (value !== null) result.value = value;
    if (formula !== undefined) {
      result.formula = formula;
      const range = this.arrayRanges[row]?.[column];
      const kept = extras.array?.formula === formula ? extras.array : undefined;
      const blocked = cell?.v === "#SPILL!";
      if (range && !blocked)
        result.array = {
          ref: areaName(toArea(range)),
          dynamic: kept?.dynamic ?? true,
        };
      else if (kept)
        result.array = {
          ref: areaName({ row, column, rows: 1, columns: 1 }),
          dynamic: kept.dynamic,
        };
    }
    if (
      extras.rich &&
      formula === undefined &&
      sameValue(extras.rich.plain, value)
    )
      result.rich = extras.rich.runs;
    if (extras.hyperlink) result.hyperlink = extras.hyperlink;
    if (style !== 0) result.style = style;
    return Object.keys(result).length === 0 ? undefined : result;
  }
}

export function readColumns(
  worksheet: Worksheet,
  styles: StyleBook,
  known: Styles,
): BookSheet["columns"] {
  const result: BookSheet["columns"] = {};
  for (const [key, data] of Object.entries(worksheet.getConfig().columnData)) {
    const column = data as Nullable<Partial<IColumnData>>;
    if (!column) continue;
    const width = widthOf(column);
    const style = styles.placeOf(column.s, known);
    result[Number(key)] = {
      ...(width === undefined ? {} : { width }),
      ...(column.hd === 1 ? { hidden: true } : {}),
      ...(style === 0 ? {} : { style }),
    };
  }
  return result;
}

export function widthOf(column: Partial<IColumnData>): number | undefined {
  if (column.w === undefined) return undefined;
  const { custom } = column;
  return custom?.["pixels"] === column.w
    ? (custom["width"] as number)
    : pixelsToWidth(column.w);
}

export function readRows(
  worksheet: Worksheet,
  styles: StyleBook,
  known: Styles,
): BookSheet["rows"] {
  const result: BookSheet["rows"] = {};
  for (const [key, data] of Object.entries(worksheet.getConfig().rowData)) {
    const row = data as Nullable<Partial<IRowData>>;
    if (!row) continue;
    const height = heightOf(row);
    const style = styles.placeOf(row.s, known);
    const entry = {
      ...(height === undefined ? {} : { height }),
      ...(row.hd === 1 ? { hidden: true } : {}),
      ...(style === 0 ? {} : { style }),
    };
    if (Object.keys(entry).length > 0) result[Number(key)] = entry;
  }
  return result;
}

/** A height that somebody has set; others follow the text. */
export function heightOf(row: Partial<IRowData>): number | undefined {
  if (row.h === undefined || row.ia === 1) return undefined;
  const { custom } = row;
  return custom?.["pixels"] === row.h
    ? (custom["height"] as number)
    : pixelsToPoints(row.h);
}
