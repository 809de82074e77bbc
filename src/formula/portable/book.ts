/** The workbook as it is now, as far as the way back looks at it. */
import type { BackInput } from "./back";
import { marksOf, shapeOf, type Mark } from "./marks";
import type { Area, CellValue, FormulaCell, Place } from "./model";
import { addressOf, cellAt, placeKey } from "./references";

export class Book {
  /** Cells that are found again, by their keys. */
  readonly claimed = new Set<string>();
  private readonly cells: ReadonlyMap<string, FormulaCell>;
  private readonly marks = new Map<FormulaCell, Mark[]>();
  private readonly shapes = new Map<string, Map<string, FormulaCell[]>>();

  constructor(readonly input: BackInput) {
    this.cells = new Map(input.cells.map((cell) => [placeKey(cell), cell]));
  }

  /** The formula that begins in a cell, unless it is found again already. */
  at(place: Place): FormulaCell | undefined {
    const key = placeKey(place);
    return this.claimed.has(key) ? undefined : this.cells.get(key);
  }

  claim(place: Place): void {
    this.claimed.add(placeKey(place));
  }

  isClaimed(place: Place): boolean {
    return this.claimed.has(placeKey(place));
  }

  marksOf(cell: FormulaCell): Mark[] {
    const known = this.marks.get(cell) ?? marksOf(cell.formula, cell.sheet);
    this.marks.set(cell, known);
    return known;
  }

  /** The formulas of one shape on a sheet that are not found again yet. */
  ofShape(sheet: string, shape: string): FormulaCell[] {
    const key = sheet.toUpperCase();
    let own = this.shapes.get(key);
    if (own === undefined) {
      own = new Map();
      for (const cell of this.input.cells) {
        if (cell.sheet.toUpperCase() !== key) continue;
        const of = shapeOf(this.marksOf(cell));
        const cells = own.get(of) ?? [];
        own.set(of, cells);
        cells.push(cell);
      }
      this.shapes.set(key, own);
    }
    return (own.get(shape) ?? []).filter(
      (cell) => !this.claimed.has(placeKey(cell)),
    );
  }

  /** Whether a formula begins anywhere in an area. */
  hasFormula({ sheet, address, rows, columns }: Area): boolean {
    const { row, column } = cellAt(address);
    for (let down = 0; down < rows; down++)
      for (let right = 0; right < columns; right++) {
        const cell = addressOf(row + down, column + right);
        if (this.cells.has(placeKey({ sheet, address: cell }))) return true;
      }
    return false;
  }

  /** "=A1+1", "12", "nothing" */
  told(place: Place): string {
    const cell = this.cells.get(placeKey(place));
    if (cell !== undefined) return cell.formula;
    const [[value]] = this.input.valuesAt({
      ...place,
      rows: 1,
      columns: 1,
    }) as [[CellValue]];
    return toldValue(value);
  }
}

export const NOTHING = "nothing";

export const toldValue = (value: CellValue | undefined): string =>
  value === null || value === undefined || value === ""
    ? NOTHING
    : String(value);
