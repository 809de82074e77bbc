/** Cell styles between the neutral book and Univer. */
import {
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import type { IBorderStyleData, IStyleData, Nullable } from "@univerjs/core";
import type { BorderSide, CellStyle } from "../../xlsx/book";
import type { StylePatch } from "./engine";

const borderTypes: Record<BorderSide["style"], BorderStyleTypes> = {
  thin: BorderStyleTypes.THIN,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
  hair: BorderStyleTypes.HAIR,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  double: BorderStyleTypes.DOUBLE,
  mediumDashed: BorderStyleTypes.MEDIUM_DASHED,
  dashDot: BorderStyleTypes.DASH_DOT,
  mediumDashDot: BorderStyleTypes.MEDIUM_DASH_DOT,
  dashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  mediumDashDotDot: BorderStyleTypes.MEDIUM_DASH_DOT_DOT,
  slantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
};
const horizontals = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  justify: HorizontalAlign.JUSTIFIED,
} as const;
const verticals = {
  top: VerticalAlign.TOP,
  middle: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
} as const;
const sides = [
  ["top", "t"],
  ["bottom", "b"],
  ["left", "l"],
  ["right", "r"],
] as const;

const keyOf = <K extends string>(
  map: Partial<Record<K, number>>,
  value: Nullable<number>,
): K | undefined => (Object.keys(map) as K[]).find((key) => map[key] === value);
const switched = (on: boolean): 0 | 1 => (on ? 1 : 0);

/** Indents are drawn as a padding; one step is about three spaces. */
const indentPixels = 9;

export function toUniverStyle(style: CellStyle): IStyleData {
  const result: IStyleData = {};
  const { font } = style;
  if (style.numberFormat !== undefined && style.numberFormat !== "General")
    result.n = { pattern: style.numberFormat };
  if (font?.name !== undefined) result.ff = font.name;
  if (font?.size !== undefined) result.fs = font.size;
  if (font?.bold !== undefined) result.bl = switched(font.bold);
  if (font?.italic !== undefined) result.it = switched(font.italic);
  if (font?.underline !== undefined)
    result.ul = { s: switched(font.underline) };
  if (font?.strike !== undefined) result.st = { s: switched(font.strike) };
  if (font?.color !== undefined) result.cl = { rgb: font.color };
  if (style.fill !== undefined) result.bg = { rgb: style.fill };
  if (style.horizontal && style.horizontal in horizontals)
    result.ht = horizontals[style.horizontal as keyof typeof horizontals];
  if (style.vertical) result.vt = verticals[style.vertical];
  if (style.wrap !== undefined)
    result.tb = style.wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW;
  if (style.indent !== undefined && style.indent > 0)
    result.pd = { l: 2 + style.indent * indentPixels };
  if (style.rotation !== undefined && style.rotation !== 0)
    result.tr = { a: -style.rotation };
  if (style.borders) {
    result.bd = {};
    for (const [side, key] of sides) {
      const border = style.borders[side];
      if (border)
        result.bd[key] = {
          s: borderTypes[border.style],
          cl: { rgb: border.color ?? "#000000" },
        };
    }
  }
  return result;
}

function fromUniverBorder(
  border: Nullable<IBorderStyleData>,
): BorderSide | undefined {
  const style = keyOf(borderTypes, border?.s);
  const color = hex(border?.cl?.rgb);
  return style && { style, ...(color === undefined ? {} : { color }) };
}

/** Univer's pane writes colours as "rgb(255,0,0)", the rest as "#ff0000". */
function hex(color: Nullable<string>): string | undefined {
  if (!color) return undefined;
  const parts = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)/.exec(color);
  if (!parts) return color.toUpperCase();
  return `#${parts
    .slice(1)
    .map((part) => Number(part).toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase()}`;
}

export function fromUniverStyle(style: IStyleData): CellStyle {
  const font: NonNullable<CellStyle["font"]> = {};
  if (style.ff) font.name = style.ff;
  if (style.fs !== undefined) font.size = style.fs;
  if (style.bl !== undefined) font.bold = style.bl === 1;
  if (style.it !== undefined) font.italic = style.it === 1;
  if (style.ul) font.underline = style.ul.s === 1;
  if (style.st) font.strike = style.st.s === 1;
  const color = hex(style.cl?.rgb);
  if (color !== undefined) font.color = color;

  const result: CellStyle = {};
  if (style.n?.pattern) result.numberFormat = style.n.pattern;
  if (Object.keys(font).length > 0) result.font = font;
  const fill = hex(style.bg?.rgb);
  if (fill !== undefined) result.fill = fill;
  const horizontal = keyOf(horizontals, style.ht);
  if (horizontal) result.horizontal = horizontal;
  const vertical = keyOf(verticals, style.vt);
  if (vertical) result.vertical = vertical;
  if (style.tb) result.wrap = style.tb === WrapStrategy.WRAP;
  if (style.pd?.l)
    result.indent = Math.max(0, Math.round((style.pd.l - 2) / indentPixels));
  if (style.tr?.a) result.rotation = -style.tr.a;
  if (style.bd) {
    const borders: NonNullable<CellStyle["borders"]> = {};
    for (const [side, key] of sides) {
      const border = fromUniverBorder(style.bd[key]);
      if (border) borders[side] = border;
    }
    if (Object.keys(borders).length > 0) result.borders = borders;
  }
  return result;
}

/** Merges the given members into a style; undefined ones stay, null takes the member away. */
export function mergedStyle(style: CellStyle, patch: StylePatch): CellStyle {
  const result: Record<string, unknown> = { ...style };
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    const isNested = key === "font" || key === "borders";
    const merged = isNested
      ? mergedMembers(result[key] as object | undefined, value as object)
      : value;
    if (merged === null) delete result[key];
    else result[key] = merged;
  }
  return result;
}

function mergedMembers(before: object = {}, patch: object): object | null {
  const entries = Object.entries({
    ...before,
    ...Object.fromEntries(
      Object.entries(patch).filter(([, value]) => value !== undefined),
    ),
  }).filter(([, value]) => value !== null);
  return entries.length === 0 ? null : Object.fromEntries(entries);
}
