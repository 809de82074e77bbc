/** The look of cells: RangeFormat with its fill, font, borders and protection. Works on one range or on many areas. */
import type { CellStyle } from "../../../xlsx/book";
import { intersect } from "../../address";
import type { Area, StylePatch } from "../../engine/engine";
import {
  booleanArgument,
  choiceArgument,
  colorArgument,
  numberArgument,
  textArgument,
  wholeArgument,
} from "../arguments";
import { invalidArgument } from "../fault";
import { hostObject } from "../object";
import type { HostObject, ObjectType, Property } from "../object";
import type { Session } from "../session";
import { fitColumns, fitRows } from "./autofit";
import { rangeBorders } from "./rangeBorders";
import type { RangeState } from "./rangeState";

export type FormatState = RangeState[];

/** Applies a style to every area. */
export function restyle(
  state: FormatState,
  patch: StylePatch,
  session: Session,
): void {
  for (const { sheet } of state) session.mayFormat(sheet);
  for (const { sheet, area } of state)
    session.engine.style(sheet, session.clip(sheet, area), patch);
}

/** What all cells have in common, or null where they differ. */
export function common<T>(
  state: FormatState,
  session: Session,
  from: (style: CellStyle) => T,
): T | null {
  let result: T | undefined;
  for (const { sheet, area } of state)
    for (const row of session.engine.styles(sheet, seen(sheet, area, session)))
      for (const style of row) {
        const value = from(style);
        if (result === undefined) result = value;
        else if (result !== value) return null;
      }
  return result ?? null;
}

/** Whole rows and columns are looked at as far as cells are used. */
function seen(sheet: string, area: Area, session: Session): Area {
  const used = session.engine.usedArea(sheet);
  const bounded = area.rows * area.columns <= 100_000;
  if (bounded) return area;
  return (used && intersect(used, area)) ?? { ...area, rows: 1, columns: 1 };
}

/** One member of the style, read from and written to every cell. */
export function member<T>(
  get: (style: CellStyle) => T,
  patch: (value: unknown) => StylePatch,
): Property<FormatState> {
  return {
    get: (state, session) => common(state, session, get),
    set: (state, value, session) => restyle(state, patch(value), session),
  };
}

const fillType: ObjectType<FormatState> = {
  name: "RangeFill",
  properties: {
    color: member(
      ({ fill }) => fill ?? "#FFFFFF",
      (value) => ({
        fill: value === "" ? null : colorArgument(value, "fill.color"),
      }),
    ),
  },
  methods: {
    clear: (state, _args, session) => restyle(state, { fill: null }, session),
  },
};

const fontType: ObjectType<FormatState> = {
  name: "RangeFont",
  properties: {
    bold: member(
      ({ font }) => font?.bold ?? false,
      (value) => ({ font: { bold: booleanArgument(value, "font.bold") } }),
    ),
    italic: member(
      ({ font }) => font?.italic ?? false,
      (value) => ({ font: { italic: booleanArgument(value, "font.italic") } }),
    ),
    strikethrough: member(
      ({ font }) => font?.strike ?? false,
      (value) => ({
        font: { strike: booleanArgument(value, "font.strikethrough") },
      }),
    ),
    underline: member(
      ({ font }) => (font?.underline ? "Single" : "None"),
      (value) => ({
        font: {
          underline:
            choiceArgument(value, "font.underline", [
              "None",
              "Single",
              "Double",
              "SingleAccountant",
              "DoubleAccountant",
            ]) !== "None",
        },
      }),
    ),
    color: member(
      ({ font }) => font?.color ?? "#000000",
      (value) => ({ font: { color: colorArgument(value, "font.color") } }),
    ),
    name: member(
      ({ font }) => font?.name ?? "Calibri",
      (value) => ({ font: { name: textArgument(value, "font.name") } }),
    ),
    size: member(
      ({ font }) => font?.size ?? 11,
      (value) => ({
        font: { size: numberArgument(value, "font.size", 1, 409) },
      }),
    ),
  },
};

const protectionType: ObjectType<FormatState> = {
  name: "FormatProtection",
  properties: {
    locked: member(
      ({ locked }) => locked ?? true,
      (value) => ({ locked: booleanArgument(value, "protection.locked") }),
    ),
    formulaHidden: member(
      ({ hiddenFormula }) => hiddenFormula ?? false,
      (value) => ({
        hiddenFormula: booleanArgument(value, "protection.formulaHidden"),
      }),
    ),
  },
};

const horizontals = {
  General: "general",
  Left: "left",
  Center: "center",
  Right: "right",
  Fill: "fill",
  Justify: "justify",
} as const;

const verticals = { Top: "top", Center: "middle", Bottom: "bottom" } as const;

const keys = <T extends object>(table: T): (keyof T & string)[] =>
  Object.keys(table) as (keyof T & string)[];

/** A character of the default font is 7 pixels wide, a pixel three quarters of a point. */
const pointsPerCharacter = 7 * 0.75;
const widestColumn = 255 * pointsPerCharacter;
const highestRow = 409.5;

const columnWidth: Property<FormatState> = {
  get: (state, session) =>
    same(state, ({ sheet, area }) =>
      lines(area.column, session.clip(sheet, area).columns).map(
        (column) =>
          Math.round(
            session.engine.columnWidth(sheet, column) *
              pointsPerCharacter *
              100,
          ) / 100,
      ),
    ),
  set: (state, value, session) => {
    const points = numberArgument(value, "columnWidth", 0, widestColumn);
    for (const { sheet } of state)
      session.mayFormat(sheet, "allowFormatColumns");
    for (const { sheet, area } of state) {
      const { column, columns } = session.clip(sheet, area);
      session.engine.setColumns(sheet, column, columns, {
        width: points / pointsPerCharacter,
      });
    }
  },
};

const rowHeight: Property<FormatState> = {
  get: (state, session) =>
    same(state, ({ sheet, area }) =>
      lines(area.row, Math.min(session.clip(sheet, area).rows, 10_000)).map(
        (row) => session.engine.rowHeight(sheet, row),
      ),
    ),
  set: (state, value, session) => {
    const height = numberArgument(value, "rowHeight", 0, highestRow);
    for (const { sheet } of state) session.mayFormat(sheet, "allowFormatRows");
    for (const { sheet, area } of state) {
      const { row, rows } = session.clip(sheet, area);
      session.engine.setRows(sheet, row, rows, { height });
    }
  },
};

const lines = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => from + index);

function same(
  state: FormatState,
  values: (range: RangeState) => number[],
): number | null {
  const all = state.flatMap(values);
  return all.every((value) => value === all[0]) ? (all[0] ?? null) : null;
}

const formatType: ObjectType<FormatState> = {
  name: "RangeFormat",
  properties: {
    horizontalAlignment: member(
      ({ horizontal = "general" }) =>
        keys(horizontals).find((key) => horizontals[key] === horizontal),
      (value) => ({
        horizontal:
          horizontals[
            choiceArgument(value, "horizontalAlignment", keys(horizontals))
          ],
      }),
    ),
    verticalAlignment: member(
      ({ vertical = "bottom" }) =>
        keys(verticals).find((key) => verticals[key] === vertical),
      (value) => ({
        vertical:
          verticals[
            choiceArgument(value, "verticalAlignment", keys(verticals))
          ],
      }),
    ),
    wrapText: member(
      ({ wrap }) => wrap ?? false,
      (value) => ({ wrap: booleanArgument(value, "wrapText") }),
    ),
    indentLevel: member(
      ({ indent }) => indent ?? 0,
      (value) => ({ indent: wholeArgument(value, "indentLevel", 0, 250) }),
    ),
    textOrientation: member(
      ({ rotation }) => rotation ?? 0,
      (value) => {
        const angle = wholeArgument(value, "textOrientation", -90, 180);
        if (angle > 90 && angle !== 180)
          throw invalidArgument("textOrientation must be -90 to 90, or 180.");
        return { rotation: angle };
      },
    ),
    columnWidth,
    rowHeight,
  },
  links: {
    fill: (state) => hostObject(fillType, state),
    font: (state) => hostObject(fontType, state),
    borders: (state) => rangeBorders(state),
    protection: (state) => hostObject(protectionType, state),
  },
  methods: {
    autofitColumns: (state, _args, session) => {
      for (const { sheet, area } of state) {
        session.mayFormat(sheet, "allowFormatColumns");
        fitColumns(sheet, area, session);
      }
    },
    autofitRows: (state, _args, session) => {
      for (const { sheet, area } of state) {
        session.mayFormat(sheet, "allowFormatRows");
        fitRows(sheet, area, session);
      }
    },
    adjustIndent: (state, [amount], session) => {
      const step = wholeArgument(amount, "amount");
      const now = common(state, session, ({ indent }) => indent ?? 0) ?? 0;
      restyle(state, { indent: Math.max(0, now + step) }, session);
    },
  },
};

export function rangeFormat(state: FormatState): HostObject {
  return hostObject(formatType, state);
}
