/** Workbooks of a few formulas, as they are told to src/formula/portable. */
import { parseA1Ref, stringifyA1Ref, tokenize } from "@borgar/fx";
import {
  readRecord,
  toFunctions,
  toPortable,
  type CellValue,
  type Change,
  type FormulaCell,
  type LookUp,
  type NamedCell,
  type Portable,
  type PortableFunction,
  type PortableInput,
  type PortableRecord,
  type SheetName,
  type WayBack,
} from "../../src/formula/portable";
import type { Place } from "../../src/formula/portable/model";
import {
  addressOf,
  cellAt,
  placeKey,
} from "../../src/formula/portable/references";

const matrix = (name: string) => ({ name, dimensionality: "matrix" as const });
const scalar = (name: string) => ({ name });

/** As functions.json lists them; the last has no plain formula. */
export const FUNCTIONS: PortableFunction[] = [
  {
    id: "REQUIRED_DEALS",
    parameters: [
      ...["bookings_target", "average_deal_size", "source_share"].map(scalar),
      scalar("rounding"),
    ],
  },
  {
    id: "REQUIRED_VOLUMES",
    parameters: [
      scalar("bookings_target"),
      scalar("average_deal_size"),
      matrix("rates"),
      scalar("source_share"),
      scalar("rounding"),
    ],
  },
  {
    id: "EXPECTED_VOLUMES",
    parameters: [scalar("volume"), matrix("rates")],
  },
  {
    id: "SOURCE_TARGETS",
    parameters: [scalar("bookings_target"), matrix("source_shares")],
  },
  { id: "APPORTION", parameters: [scalar("total"), matrix("weights")] },
  {
    id: "REQUIRED_REPS",
    parameters: ["volume", "capacity_per_rep", "ramped_share"].map(scalar),
  },
  { id: "LOCAL_TIME", parameters: [scalar("utc"), scalar("time_zone")] },
];

export const SHEETS = [
  { name: "Plan", id: "s1" },
  { name: "My Plan", id: "s2" },
  { name: "Inputs", id: "s3" },
];

/** Rates has three cells in a row, Shares three in a column, Target one; Sources is a table of three rows. */
export const lookUp: LookUp = ({ kind, text }) => {
  if (kind === "range") {
    const filled = /B:B|B1:B500/.test(text)
      ? { rows: 4, columns: 1 }
      : { rows: 3, columns: 1 };
    return { rows: 0, columns: 0, filled };
  }
  const sizes: Record<string, [number, number]> = {
    Rates: [1, 3],
    Shares: [3, 1],
    Target: [1, 1],
    "Sources[Share]": [3, 1],
    "Sources[@Share]": [1, 1],
  };
  const [rows, columns] = sizes[text] ?? [];
  return rows && columns ? { rows, columns } : undefined;
};

export const cellOf = (
  address: string,
  formula: string,
  values: CellValue[][] = [[7]],
  sheet = "Plan",
): FormulaCell => ({ sheet, address, formula, values });

export const made = (
  cells: FormulaCell[],
  more: Partial<PortableInput> = {},
): Portable =>
  toPortable({ cells, functions: FUNCTIONS, sheets: SHEETS, lookUp, ...more });

/** What becomes of one formula in Plan!F5 with these values. */
export function changed(
  formula: string,
  values?: CellValue[][],
): Change | undefined {
  return made([cellOf("F5", formula, values)]).changes[0];
}

export const column = (...values: CellValue[]): CellValue[][] =>
  values.map((value) => [value]);
export const row = (...values: CellValue[]): CellValue[][] => [values];

/** A workbook that changes are written to and that somebody works in afterwards. */
export class TestBook {
  sheets: SheetName[] = SHEETS.map((sheet) => ({ ...sheet }));
  names: NamedCell[] = [];

  constructor(
    public cells: FormulaCell[],
    /** By "sheet!address". */
    public values = new Map<string, CellValue>(),
  ) {}

  /** Makes all formulas portable; the workbook then shows what it showed before. */
  toPortable(more: Partial<PortableInput> = {}): Portable {
    const { cells, sheets, names } = this;
    const portable = made(cells, { sheets, names, ...more });
    const places = new Set(portable.changes.map(placeKey));
    this.cells = cells.filter((cell) => !places.has(placeKey(cell)));
    for (const change of portable.changes) {
      const { sheet, address, formula, isArray, values, before } = change;
      if (formula !== undefined)
        this.cells.push({ sheet, address, formula, isArray, values: before });
      else
        values!.forEach((line, r) =>
          line.forEach((value, c) =>
            this.values.set(`${sheet}!${beside(address, r, c)}`, value),
          ),
        );
    }
    return portable;
  }

  toFunctions(record: PortableRecord): WayBack {
    const { cells, sheets, names } = this;
    return toFunctions({
      // Through JSON, as it comes out of a workbook.
      record: readRecord(JSON.parse(JSON.stringify(record))),
      ...{ cells, sheets, names },
      valuesAt: ({ sheet, address, rows, columns }) =>
        Array.from({ length: rows }, (_, r) =>
          Array.from(
            { length: columns },
            (_, c) =>
              this.values.get(`${sheet}!${beside(address, r, c)}`) ?? null,
          ),
        ),
    });
  }

  at(address: string, sheet = "Plan"): FormulaCell {
    return this.cells.find(
      (cell) => cell.sheet === sheet && cell.address === address,
    )!;
  }

  /** Somebody types a formula or a value. */
  type(address: string, typed: CellValue, sheet = "Plan"): void {
    this.cells = this.cells.filter(
      (cell) => cell.sheet !== sheet || cell.address !== address,
    );
    this.values.delete(`${sheet}!${address}`);
    if (typeof typed === "string" && typed.startsWith("="))
      this.cells.push(cellOf(address, typed, [[7]], sheet));
    else this.values.set(`${sheet}!${address}`, typed);
  }

  /** Excel renames a sheet in every formula. */
  rename(from: string, to: string): void {
    this.sheets = this.sheets.map((sheet) =>
      sheet.name === from ? { ...sheet, name: to } : sheet,
    );
    this.everywhere(
      (text) => {
        const found = parseA1Ref(text)!;
        const own = found.context ?? [];
        if (own[0] !== from) return text;
        return stringifyA1Ref({ ...found, context: [to] });
      },
      ({ sheet, address }) => ({
        sheet: sheet === from ? to : sheet,
        address,
      }),
    );
  }

  /** Excel inserts rows or columns before one, counted from 0, and moves every reference; deletes when negative. */
  insert(axis: "row" | "column", at: number, count: number, on = "Plan"): void {
    const moved = (line: number | null | undefined): number =>
      line == null || line < at
        ? (line as number)
        : count < 0 && line < at - count
          ? Number.NaN
          : line + count;
    const [first, last] =
      axis === "row"
        ? (["top", "bottom"] as const)
        : (["left", "right"] as const);
    this.everywhere(
      (text, sheet) => {
        const found = parseA1Ref(text);
        if (!found || !("range" in found)) return text;
        if ((found.context?.[0] ?? sheet) !== on) return text;
        const range = { ...found.range };
        range[first] = moved(range[first]);
        range[last] = moved(range[last]);
        return Number.isNaN(range[first])
          ? "#REF!"
          : stringifyA1Ref({ ...found, range });
      },
      (place) => {
        const found = parseA1Ref(place.address)!;
        if (place.sheet !== on || !("range" in found)) return place;
        const range = { ...found.range };
        range[first] = range[last] = moved(range[first]);
        return Number.isNaN(range[first])
          ? undefined
          : { ...place, address: stringifyA1Ref({ ...found, range }) };
      },
    );
  }

  private everywhere(
    reference: (text: string, sheet: string) => string,
    place: (at: Place) => Place | undefined,
  ): void {
    this.cells = this.cells.flatMap((cell) => {
      const at = place(cell);
      const formula = tokenize(cell.formula)
        .map(({ type, value }) =>
          type === "range" || type === "range_beam"
            ? reference(value, cell.sheet)
            : value,
        )
        .join("");
      return at === undefined
        ? []
        : [{ ...cell, sheet: at.sheet, address: at.address, formula }];
    });
    this.names = this.names.flatMap((name) => {
      const at = place(name);
      return at === undefined ? [] : [{ ...name, ...at }];
    });
    this.values = new Map(
      [...this.values].flatMap(([key, value]) => {
        const split = key.lastIndexOf("!");
        const at = place({
          sheet: key.slice(0, split),
          address: key.slice(split + 1),
        });
        return at === undefined ? [] : [[`${at.sheet}!${at.address}`, value]];
      }),
    );
  }
}

function beside(address: string, rows: number, columns: number): string {
  const { row, column } = cellAt(address);
  return addressOf(row + rows, column + columns);
}
