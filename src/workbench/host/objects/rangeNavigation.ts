/** From one range to another: cells, rows, neighbours, intersections, spills. */
import { bound, intersect, maxColumns, maxRows } from "../../address";
import type { Area } from "../../engine/engine";
import { gridArea, wholeArgument } from "../arguments";
import { invalidArgument, itemNotFound } from "../fault";
import { HostObject } from "../object";
import type { Method } from "../object";
import type { Session } from "../session";
import { mergedAreas } from "./rangeAreas";
import { areaAt, rangeAt, usedArea } from "./rangeState";
import type { RangeState } from "./rangeState";

type Step = (
  state: RangeState,
  args: unknown[],
  session: Session,
) => Area | undefined;

const offset = (value: unknown, what: string): number =>
  value === undefined || value === null ? 0 : wholeArgument(value, what);

const count = (value: unknown, what: string): number =>
  value === undefined || value === null ? 1 : wholeArgument(value, what);

/** Another range as an object or an address on the same sheet. */
function other(value: unknown, state: RangeState, session: Session): Area {
  if (!(value instanceof HostObject))
    return rangeAt(value, state.sheet, session).area;
  const { sheet, area } = value.state as RangeState;
  if (sheet !== state.sheet)
    throw invalidArgument("The ranges are on different sheets.");
  return area;
}

const beside = (
  area: Area,
  lines: number,
  side: 1 | -1,
  rows: boolean,
): Area => {
  const forward = lines * side > 0;
  const [start, size] = rows
    ? [area.row, area.rows]
    : [area.column, area.columns];
  // A negative count takes lines of the range itself, from the side asked for.
  const outside = lines > 0;
  const length = Math.abs(lines);
  let from: number;
  if (outside) from = forward ? start + size : start - length;
  else from = side > 0 ? start + size - length : start;
  return gridArea(
    rows
      ? { ...area, row: from, rows: length }
      : { ...area, column: from, columns: length },
  );
};

const steps: Record<string, Step> = {
  getCell: ({ area }, [row, column]) =>
    areaAt(
      area.row + wholeArgument(row, "row"),
      area.column + wholeArgument(column, "column"),
    ),
  getOffsetRange: ({ area }, [rows, columns]) =>
    gridArea({
      ...area,
      row: area.row + offset(rows, "rowOffset"),
      column: area.column + offset(columns, "columnOffset"),
    }),
  getResizedRange: ({ area }, [rows, columns]) =>
    gridArea({
      ...area,
      rows: area.rows + offset(rows, "deltaRows"),
      columns: area.columns + offset(columns, "deltaColumns"),
    }),
  getAbsoluteResizedRange: ({ area }, [rows, columns]) =>
    gridArea({
      ...area,
      rows: wholeArgument(rows, "numRows", 1),
      columns: wholeArgument(columns, "numColumns", 1),
    }),
  getRow: ({ area }, [row]) =>
    gridArea({ ...area, row: area.row + wholeArgument(row, "row"), rows: 1 }),
  getColumn: ({ area }, [column]) =>
    gridArea({
      ...area,
      column: area.column + wholeArgument(column, "column"),
      columns: 1,
    }),
  getLastRow: ({ area }) => ({
    ...area,
    row: area.row + area.rows - 1,
    rows: 1,
  }),
  getLastColumn: ({ area }) => ({
    ...area,
    column: area.column + area.columns - 1,
    columns: 1,
  }),
  getLastCell: ({ area }) =>
    areaAt(area.row + area.rows - 1, area.column + area.columns - 1),
  getEntireRow: ({ area }) => ({ ...area, column: 0, columns: maxColumns }),
  getEntireColumn: ({ area }) => ({ ...area, row: 0, rows: maxRows }),
  getRowsBelow: ({ area }, [n]) => beside(area, count(n, "count"), 1, true),
  getRowsAbove: ({ area }, [n]) => beside(area, count(n, "count"), -1, true),
  getColumnsAfter: ({ area }, [n]) => beside(area, count(n, "count"), 1, false),
  getColumnsBefore: ({ area }, [n]) =>
    beside(area, count(n, "count"), -1, false),
  getBoundingRect: (state, [range], session) =>
    bound(state.area, other(range, state, session)),
  getSurroundingRegion: (state, _args, session) => region(state, session),
};

/** Steps that may lead nowhere: one member that refuses then and one that gives a null object. */
const searches: Record<string, Step> = {
  getIntersection: (state, [range], session) =>
    intersect(state.area, other(range, state, session)),
  getUsedRange: (state, [valuesOnly], session) =>
    usedArea(state, valuesOnly === true, session),
  getSpillParent: (state, _args, session) => spill(state, session)?.parent,
  getSpillingToRange: (state, _args, session) => {
    const found = spill(state, session);
    const { row, column } = state.area;
    const isParent =
      found?.parent.row === row && found.parent.column === column;
    return isParent ? found.area : undefined;
  },
};

/** Cells around that are not parted by an empty row or column, as Ctrl+* selects them. */
function region({ sheet, area }: RangeState, session: Session): Area {
  const used = session.engine.usedArea(sheet);
  if (!used) return area;
  const filled = session.engine
    .read(sheet, used)
    .map((row) =>
      row.map(({ value, formula }) => value !== null || formula !== undefined),
    );
  let found = area;
  for (;;) {
    const ring = intersect(used, {
      row: found.row - 1,
      column: found.column - 1,
      rows: found.rows + 2,
      columns: found.columns + 2,
    });
    let grown = found;
    for (let r = 0; ring && r < ring.rows; r++)
      for (let c = 0; c < ring.columns; c++) {
        const [row, column] = [ring.row + r, ring.column + c];
        if (filled[row - used.row]?.[column - used.column])
          grown = bound(grown, { row, column, rows: 1, columns: 1 });
      }
    if (grown.rows === found.rows && grown.columns === found.columns)
      return found;
    found = grown;
  }
}

/** The array formula that fills this cell, and the cells it fills. */
function spill(
  { sheet, area }: RangeState,
  session: Session,
): { parent: Area; area: Area } | undefined {
  const kept = session.engine.book().sheets.find(({ id }) => id === sheet);
  for (const [row, line] of Object.entries(kept?.cells ?? {}))
    for (const [column, { array }] of Object.entries(line)) {
      if (!array) continue;
      const filled = rangeAt(array.ref, sheet, session).area;
      if (intersect(filled, { ...area, rows: 1, columns: 1 }))
        return { parent: areaAt(Number(row), Number(column)), area: filled };
    }
  return undefined;
}

export function rangeNavigation(
  range: (state: RangeState) => HostObject,
): Record<string, Method<RangeState>> {
  const methods: Record<string, Method<RangeState>> = {
    getMergedAreasOrNullObject: (state, _args, session) =>
      mergedAreas(state, session),
  };
  for (const [name, step] of Object.entries(steps))
    methods[name] = (state, args, session) => {
      const area = step(state, args, session);
      return area ? range({ sheet: state.sheet, area }) : null;
    };
  for (const [name, search] of Object.entries(searches)) {
    const find = async (
      state: RangeState,
      args: unknown[],
      session: Session,
    ): Promise<HostObject | null> => {
      if (name.startsWith("getSpill")) await session.upToDate();
      const area = search(state, args, session);
      return area ? range({ sheet: state.sheet, area }) : null;
    };
    methods[`${name}OrNullObject`] = find;
    methods[name] = async (state, args, session) => {
      const found = await find(state, args, session);
      if (found) return found;
      // An unused range's used range is its first cell.
      if (name === "getUsedRange")
        return range({
          sheet: state.sheet,
          area: { ...state.area, rows: 1, columns: 1 },
        });
      throw itemNotFound(`${name} leads to no cell.`);
    };
  }
  return methods;
}
