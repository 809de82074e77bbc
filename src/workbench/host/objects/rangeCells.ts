/** What stands in a range's cells: values, formulas, texts, number formats. */
import { isValidFormat } from "numfmt";
import { translateFormulaToA1, translateFormulaToR1C1 } from "@borgar/fx";
import { cellName, maxColumns, maxRows } from "../../address";
import type { Area, CellInput, CellState } from "../../engine/engine";
import { isCellError } from "../../../xlsx/book";
import { booleanArgument, gridArgument } from "../arguments";
import { readInput } from "../cellInput";
import { HostFault, invalidArgument } from "../fault";
import type { Property } from "../object";
import type { Session } from "../session";
import type { RangeState } from "./rangeState";

/** Excel on the web reads at most this many cells at once. */
const readLimit = 5_000_000;

/** The cells, or null for a range without an end (whole rows or columns), as Excel answers. */
function cells<T>(
  { sheet, area }: RangeState,
  session: Session,
  from: (state: CellState, row: number, column: number) => T,
): T[][] | null {
  if (unbounded(area)) return null;
  return session.engine
    .read(sheet, area)
    .map((row, r) =>
      row.map((cell, c) => from(cell, area.row + r, area.column + c)),
    );
}

function unbounded(area: Area): boolean {
  if (area.rows === maxRows || area.columns === maxColumns) return true;
  if (area.rows * area.columns <= readLimit) return false;
  throw new HostFault(
    "ResponsePayloadSizeLimitExceeded",
    `A range of more than ${readLimit} cells cannot be read at once.`,
  );
}

function plainValue({ value }: CellState): string | number | boolean {
  if (value === null) return "";
  return isCellError(value) ? value.error : value;
}

function valueType({ value }: CellState): string {
  if (value === null) return "Empty";
  if (isCellError(value)) return "Error";
  return { number: "Double", string: "String", boolean: "Boolean" }[
    typeof value as "number" | "string" | "boolean"
  ];
}

/** Reads everything first, so that a refused value leaves every cell as it was. */
function write(
  { sheet, area }: RangeState,
  value: unknown,
  session: Session,
): void {
  const values = gridArgument(value, bounded(area));
  session.mayWrite(sheet, area);
  const styles = session.engine.styles(sheet, area);
  const origin = Array.isArray(value)
    ? undefined
    : { row: area.row, column: area.column };
  const formats: (string | undefined)[][] = [];
  const inputs = values.map((row, r) =>
    row.map((one, c): CellInput => {
      const place = { row: area.row + r, column: area.column + c };
      const known = styles[r]?.[c]?.numberFormat ?? "General";
      const { input, format } = readInput(one, known, place, origin);
      if (format !== undefined) (formats[r] ??= [])[c] = format;
      return input;
    }),
  );
  session.engine.write(sheet, area, inputs);
  for (const [r, row] of formats.entries())
    for (const [c, format] of (row ?? []).entries())
      if (format !== undefined)
        session.engine.setNumberFormats(
          sheet,
          { row: area.row + r, column: area.column + c, rows: 1, columns: 1 },
          [[format]],
        );
  session.changed();
}

/** Writing into every cell of a whole column would fill a million cells; Excel takes it, this host does not. */
function bounded(area: Area): Area {
  if (area.rows * area.columns <= readLimit) return area;
  throw invalidArgument(
    "Values for whole rows or columns cannot be written at once.",
  );
}

const contents: Property<RangeState> = {
  results: true,
  get: (state, session) => cells(state, session, plainValue),
  set: write,
};

const formulas: Property<RangeState> = {
  results: true,
  get: (state, session) =>
    cells(state, session, (cell) => cell.formula ?? plainValue(cell)),
  set: write,
};

const numberFormat: Property<RangeState> = {
  get: ({ sheet, area }, session) =>
    unbounded(area)
      ? null
      : session.engine
          .styles(sheet, area)
          .map((row) => row.map((style) => style.numberFormat ?? "General")),
  set: ({ sheet, area }, value, session) => {
    const clipped = Array.isArray(value) ? area : session.clip(sheet, area);
    session.mayFormat(sheet);
    if (!Array.isArray(value)) {
      if (value !== null)
        session.engine.style(sheet, clipped, {
          numberFormat: formatArgument(value),
        });
      return;
    }
    const formats = gridArgument(value, clipped).map((row) =>
      row.map((one) => (one === null ? undefined : formatArgument(one))),
    );
    session.engine.setNumberFormats(sheet, clipped, formats);
  },
};

function formatArgument(value: unknown): string {
  if (typeof value === "string" && value.length <= 255) {
    if (value === "") return "General";
    if (isValidFormat(value)) return value;
  }
  throw invalidArgument(
    `${JSON.stringify(value)} is not a number format that Excel knows.`,
  );
}

export const rangeCells: Record<string, Property<RangeState>> = {
  values: contents,
  formulas,
  formulasLocal: formulas,
  formulasR1C1: {
    results: true,
    get: (state, session) =>
      cells(state, session, (cell, row, column) =>
        cell.formula === undefined
          ? plainValue(cell)
          : translateFormulaToR1C1(cell.formula, cellName(row, column)),
      ),
    set: (state, value, session) => {
      const { area } = state;
      const grid = gridArgument(value, bounded(area));
      const inA1 = grid.map((row, r) =>
        row.map((one, c) =>
          typeof one === "string" && one.startsWith("=")
            ? translateFormulaToA1(one, cellName(area.row + r, area.column + c))
            : one,
        ),
      );
      write(state, inA1, session);
    },
  },
  text: {
    results: true,
    get: (state, session) => cells(state, session, ({ text }) => text),
  },
  valueTypes: {
    results: true,
    get: (state, session) => cells(state, session, valueType),
  },
  numberFormat,
  numberFormatLocal: numberFormat,
  hasSpill: {
    results: true,
    get: (state, session) => {
      const flags = (
        cells(state, session, (cell) => cell.spilled === true) ?? []
      ).flat();
      if (flags.every((flag) => flag === flags[0])) return flags[0] ?? false;
      return null;
    },
  },
  rowHidden: {
    get: ({ sheet, area }, session) =>
      hiddenOf(sheet, "rows", area.row, area.rows, session),
    set: ({ sheet, area }, value, session) => {
      const hidden = booleanArgument(value, "rowHidden");
      session.mayFormat(sheet, "allowFormatRows");
      const { row, rows } = session.clip(sheet, area);
      session.engine.setRows(sheet, row, rows, { hidden });
    },
  },
  columnHidden: {
    get: ({ sheet, area }, session) =>
      hiddenOf(sheet, "columns", area.column, area.columns, session),
    set: ({ sheet, area }, value, session) => {
      const hidden = booleanArgument(value, "columnHidden");
      session.mayFormat(sheet, "allowFormatColumns");
      const { column, columns } = session.clip(sheet, area);
      session.engine.setColumns(sheet, column, columns, { hidden });
    },
  },
};

/** True, false, or null where some are and some are not. */
function hiddenOf(
  sheet: string,
  kind: "rows" | "columns",
  from: number,
  count: number,
  session: Session,
): boolean | null {
  const kept = session.engine.book().sheets.find(({ id }) => id === sheet);
  const lines = Object.entries(kept?.[kind] ?? {});
  const hidden = lines.filter(
    ([index, line]) =>
      line.hidden === true &&
      Number(index) >= from &&
      Number(index) < from + count,
  ).length;
  if (hidden === 0) return false;
  return hidden === count ? true : null;
}
