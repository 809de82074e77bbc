/** What changes whole ranges: clear, merge, copy, select, recalculate. */
import { intersect } from "../../address";
import type { Area, CellInput } from "../../engine/engine";
import { isCellError } from "../../../xlsx/book";
import { movedFormula } from "../../references";
import { choiceArgument, gridArea, shapeFault } from "../arguments";
import { HostFault, invalidArgument, invalidOperation } from "../fault";
import { HostObject } from "../object";
import type { Method } from "../object";
import type { Session } from "../session";
import { rangeAt, referenceOf } from "./rangeState";
import type { RangeState } from "./rangeState";

const applyTo = ["All", "Formats", "Contents", "Hyperlinks"] as const;
const copyTypes = ["All", "Formulas", "Values", "Formats"] as const;

export const rangeEditing: Record<string, Method<RangeState>> = {
  clear: ({ sheet, area }, [what = "All"], session) => {
    const part = choiceArgument(what ?? "All", "applyTo", applyTo);
    const cells = session.clip(sheet, area);
    if (part === "Formats") session.mayFormat(sheet);
    else session.mayWrite(sheet, area);
    if (part === "Hyperlinks") return;
    session.engine.clear(
      sheet,
      cells,
      part === "All" ? "all" : part === "Formats" ? "formats" : "contents",
    );
    if (part === "All") {
      session.engine.setValidation(sheet, cells, null);
      session.engine.clearConditionalFormats(sheet, cells);
    }
    session.changed();
  },

  merge: ({ sheet, area }, [across], session) => {
    session.mayFormat(sheet);
    session.mayWrite(sheet, area);
    const crossesTable = session.engine
      .tables()
      .filter((entry) => entry.sheet === sheet)
      .some(({ table }) =>
        intersect(area, rangeAt(table.ref, sheet, session).area),
      );
    if (crossesTable)
      throw invalidOperation("Cells of a table cannot be merged.");
    const parts: Area[] =
      across === true
        ? Array.from({ length: area.rows }, (_, r) => ({
            ...area,
            row: area.row + r,
            rows: 1,
          }))
        : [area];
    for (const part of parts) mergeOne(sheet, part, session);
    session.changed();
  },

  unmerge: ({ sheet, area }, _args, session) => {
    session.mayFormat(sheet);
    session.engine.unmerge(sheet, area);
  },

  select: ({ sheet, area }, _args, session) => {
    if (session.sheet(sheet).visibility !== "visible")
      throw invalidOperation("Cells of a hidden sheet cannot be selected.");
    session.engine.select({ sheet, area: session.clip(sheet, area) });
  },

  copyFrom: (state, [source, type, skipBlanks, transpose], session) => {
    const from = sourceOf(source, state, session);
    copy(state, from, session, {
      type: choiceArgument(type ?? "All", "copyType", copyTypes),
      skipBlanks: skipBlanks === true,
      transpose: transpose === true,
    });
  },

  /** The client writes large arrays in pieces and asks before the first. */
  _validateArraySize: ({ area }, [rows, columns]) => {
    if (rows !== area.rows || columns !== area.columns)
      throw shapeFault(Number(rows), Number(columns), area);
  },

  calculate: (_state, _args, session) => session.calculate("changed"),
  setDirty: (_state, _args, session) => session.calculate("full"),
};

/** The first cell keeps its contents, the others lose theirs. */
function mergeOne(sheet: string, area: Area, session: Session): void {
  if (area.rows * area.columns === 1) return;
  const clears = Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (__, c) =>
      r === 0 && c === 0 ? undefined : null,
    ),
  );
  session.engine.write(sheet, area, clears);
  session.engine.merge(sheet, area);
}

function sourceOf(
  value: unknown,
  target: RangeState,
  session: Session,
): RangeState {
  if (value instanceof HostObject) return value.state as RangeState;
  const elsewhere =
    typeof value === "string" ? referenceOf(value, session) : undefined;
  return elsewhere ?? rangeAt(value, target.sheet, session);
}

interface CopyOptions {
  type: (typeof copyTypes)[number];
  skipBlanks: boolean;
  transpose: boolean;
}

/** A larger target takes the source as often as it fits whole; otherwise the source's size counts, as in Excel. */
function copy(
  target: RangeState,
  from: RangeState,
  session: Session,
  { type, skipBlanks, transpose }: CopyOptions,
): void {
  const { engine } = session;
  const { area: source } = from;
  if (source.rows * source.columns > 1_000_000)
    throw new HostFault(
      "OperationCellsExceedLimit",
      "Too many cells to copy at once.",
    );
  const [rows, columns] = transpose
    ? [source.columns, source.rows]
    : [source.rows, source.columns];
  const fits =
    target.area.rows % rows === 0 && target.area.columns % columns === 0;
  const area = gridArea(fits ? target.area : { ...target.area, rows, columns });
  if (area.rows * area.columns > 1_000_000)
    throw invalidArgument("Too many cells to copy at once.");
  if (type === "Formats") session.mayFormat(target.sheet);
  else session.mayWrite(target.sheet, area);

  const cells = engine.read(from.sheet, source);
  const styles = engine.styles(from.sheet, source);
  const at = (r: number, c: number): [number, number] =>
    transpose ? [c % columns, r % rows] : [r % rows, c % columns];
  const inputs = Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (__, c): CellInput => {
      const [sr, sc] = at(r, c);
      const cell = cells[sr]?.[sc];
      if (!cell) return undefined;
      if (cell.formula !== undefined && type !== "Values")
        return movedFormula(
          cell.formula,
          { row: source.row + sr, column: source.column + sc },
          { row: area.row + r, column: area.column + c },
        );
      const { value } = cell;
      if (value === null) return skipBlanks ? undefined : null;
      if (isCellError(value)) return `=${value.error}`;
      return typeof value === "string" && /^['=]/.test(value)
        ? `'${value}`
        : value;
    }),
  );
  if (type !== "Formats") {
    engine.write(target.sheet, area, inputs);
    session.changed();
  }
  if (type === "Formulas" || type === "Values") return;
  for (let r = 0; r < area.rows; r++)
    for (let c = 0; c < area.columns; c++) {
      const [sr, sc] = at(r, c);
      const one = {
        row: area.row + r,
        column: area.column + c,
        rows: 1,
        columns: 1,
      };
      engine.clear(target.sheet, one, "formats");
      engine.style(target.sheet, one, styles[sr]?.[sc] ?? {});
    }
}
