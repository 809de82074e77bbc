/** Small words to write the sample's sheets with. */
import type {
  BookCell,
  BookSheet,
  CellStyle,
  CellValue,
} from "../../xlsx/book";

/** Gives every style of the sample one place in the book's list. */
export class Styles {
  readonly list: CellStyle[] = [{}];
  private readonly places = new Map<string, number>([["{}", 0]]);

  at(style: CellStyle): number {
    const key = JSON.stringify(style);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const place = this.list.push(style) - 1;
    this.places.set(key, place);
    return place;
  }
}

/** Rows and columns count from 0. */
export class Pen {
  constructor(
    private readonly sheet: BookSheet,
    private readonly styles: Styles,
  ) {}

  value(
    row: number,
    column: number,
    value: CellValue,
    style: CellStyle = {},
  ): void {
    this.put(row, column, value === null ? {} : { value }, style);
  }

  /** `result` is what the formula gives, so that the file shows it before anything calculates. */
  formula(
    row: number,
    column: number,
    formula: string,
    result: CellValue,
    style: CellStyle = {},
  ): void {
    this.put(row, column, { formula, value: result }, style);
  }

  private put(
    row: number,
    column: number,
    cell: BookCell,
    style: CellStyle,
  ): void {
    const place = this.styles.at(style);
    (this.sheet.cells[row] ??= {})[column] =
      place === 0 ? cell : { ...cell, style: place };
  }
}

const INK = "#1F2937";
const DEEP = "#274060";
const PALE = "#E8EEF5";
const LINE = { style: "thin", color: "#B8C4D2" } as const;

export const LOOK = {
  title: { font: { size: 16, bold: true, color: DEEP }, vertical: "middle" },
  note: { font: { italic: true, color: "#5B6675" } },
  head: {
    font: { bold: true, color: "#FFFFFF" },
    fill: DEEP,
    horizontal: "center",
    vertical: "middle",
    wrap: true,
  },
  headLeft: {
    font: { bold: true, color: "#FFFFFF" },
    fill: DEEP,
    vertical: "middle",
  },
  section: { font: { bold: true, color: DEEP }, fill: PALE },
  label: { font: { color: INK } },
  indent: { font: { color: INK }, indent: 1 },
  input: { numberFormat: "#,##0", font: { color: "#1D4ED8" } },
  inputRate: { numberFormat: "0.0%", font: { color: "#1D4ED8" } },
  money: { numberFormat: "#,##0" },
  total: {
    numberFormat: "#,##0",
    font: { bold: true },
    borders: { top: LINE },
  },
  totalLabel: { font: { bold: true, color: INK }, borders: { top: LINE } },
  rate: { numberFormat: "0.0%" },
  rateTotal: { numberFormat: "0.0%", font: { italic: true, color: "#5B6675" } },
  count: { numberFormat: "#,##0" },
  decimal: { numberFormat: "0.0" },
  date: { numberFormat: "d mmm yyyy" },
  moment: { numberFormat: "d mmm yyyy hh:mm" },
  text: { wrap: true, vertical: "top" },
  day: { numberFormat: "d mmm yyyy", vertical: "top", horizontal: "left" },
  status: { horizontal: "center", vertical: "top" },
} as const satisfies Record<string, CellStyle>;
