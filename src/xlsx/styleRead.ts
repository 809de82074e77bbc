/** Cell styles of a file as plain styles, and plain styles as the file's own elements. */
import type { BorderSide, CellStyle } from "./book";
import { readColor, type Palette } from "./colors";
import { BUILT_IN_FORMATS } from "./numberFormats";
import {
  attributeIsTrue,
  child,
  childrenNamed,
  element,
  elements,
  numberAttribute,
  writeNode,
  type XmlElement,
} from "./xml";

export interface StyleSheet {
  root: XmlElement;
  palette: Palette;
  fonts: XmlElement[];
  fills: XmlElement[];
  borders: XmlElement[];
  xfs: XmlElement[];
  dxfs: XmlElement[];
  formats: Map<number, string>;
  /** The workbook's default font is the format's own, so that styles need not name it. */
  usualFont: boolean;
}

export const USUAL_FONT = { name: "Calibri", size: 11 };
const SIDES = ["left", "right", "top", "bottom"] as const;

export function styleSheet(root: XmlElement, palette: Palette): StyleSheet {
  const list = (name: string): XmlElement[] => elements(child(root, name));
  const fonts = list("fonts");
  const first = fonts[0];
  return {
    root,
    palette,
    fonts,
    fills: list("fills"),
    borders: list("borders"),
    xfs: list("cellXfs"),
    dxfs: list("dxfs"),
    formats: new Map(
      childrenNamed(child(root, "numFmts"), "numFmt").map((node) => [
        numberAttribute(node, "numFmtId") ?? -1,
        node.attributes.formatCode ?? "General",
      ]),
    ),
    usualFont:
      first === undefined ||
      (child(first, "name")?.attributes.val === USUAL_FONT.name &&
        numberAttribute(child(first, "sz"), "val") === USUAL_FONT.size),
  };
}

const flag = (parent: XmlElement, name: string): true | undefined => {
  const node = child(parent, name);
  return node !== undefined &&
    (node.attributes.val === undefined || attributeIsTrue(node.attributes.val))
    ? true
    : undefined;
};

/** Drops absent entries; undefined when nothing is left. */
export function compact<T extends object>(object: T): T | undefined {
  const out = Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as T;
  return Object.keys(out).length === 0 ? undefined : out;
}

export function readFont(
  font: XmlElement,
  { palette, usualFont }: StyleSheet,
): CellStyle["font"] {
  const name = (child(font, "name") ?? child(font, "rFont"))?.attributes.val;
  const size = numberAttribute(child(font, "sz"), "val");
  const underline = child(font, "u");
  const color = child(font, "color");
  return compact({
    name: usualFont && name === USUAL_FONT.name ? undefined : name,
    size: usualFont && size === USUAL_FONT.size ? undefined : size,
    bold: flag(font, "b"),
    italic: flag(font, "i"),
    underline:
      underline !== undefined && underline.attributes.val !== "none"
        ? true
        : undefined,
    strike: flag(font, "strike"),
    // The theme's text colour is what a cell has anyhow.
    color:
      color?.attributes.theme === "1" && color.attributes.tint === undefined
        ? undefined
        : readColor(color, palette),
  });
}

export function readFill(
  fill: XmlElement,
  { palette }: StyleSheet,
  differential: boolean,
): string | undefined {
  const pattern = child(fill, "patternFill");
  if (pattern === undefined) return undefined;
  const type =
    pattern.attributes.patternType ?? (differential ? "solid" : "none");
  if (type !== "solid") return undefined;
  const [foreground, background] = [
    readColor(child(pattern, "fgColor"), palette),
    readColor(child(pattern, "bgColor"), palette),
  ];
  return differential ? (background ?? foreground) : foreground;
}

export function readBorders(
  border: XmlElement,
  { palette }: StyleSheet,
): CellStyle["borders"] {
  const sides = SIDES.map((side): [string, BorderSide | undefined] => {
    const node = child(border, side);
    const style = node?.attributes.style;
    if (node === undefined || style === undefined || style === "none")
      return [side, undefined];
    return [
      side,
      compact({
        style: style as BorderSide["style"],
        color: readColor(child(node, "color"), palette),
      }),
    ];
  });
  return compact(Object.fromEntries(sides));
}

export const HORIZONTAL = [
  "left",
  "center",
  "right",
  "fill",
  "justify",
] as const;

export function readAlignment(alignment: XmlElement | undefined): CellStyle {
  const at = alignment?.attributes ?? {};
  const rotation = numberAttribute(alignment, "textRotation") ?? 0;
  const indent = numberAttribute(alignment, "indent") ?? 0;
  return {
    horizontal: HORIZONTAL.find((one) => one === at.horizontal),
    vertical:
      at.vertical === "center"
        ? "middle"
        : at.vertical === "top"
          ? "top"
          : undefined,
    wrap: attributeIsTrue(at.wrapText) ? true : undefined,
    indent: indent > 0 ? indent : undefined,
    rotation:
      rotation === 0
        ? undefined
        : rotation > 90 && rotation <= 180
          ? 90 - rotation
          : rotation,
  };
}

export const formatCode = (sheet: StyleSheet, id: number): string =>
  sheet.formats.get(id) ?? BUILT_IN_FORMATS[id] ?? "General";

/** Without `source`. */
export function readXf(xf: XmlElement, sheet: StyleSheet): CellStyle {
  const component = (list: XmlElement[], id: string): XmlElement =>
    list[numberAttribute(xf, id) ?? 0] ?? element("none");
  const code = formatCode(sheet, numberAttribute(xf, "numFmtId") ?? 0);
  const protection = child(xf, "protection")?.attributes ?? {};
  return (
    compact<CellStyle>({
      numberFormat: code === "General" ? undefined : code,
      font: readFont(component(sheet.fonts, "fontId"), sheet),
      fill: readFill(component(sheet.fills, "fillId"), sheet, false),
      ...readAlignment(child(xf, "alignment")),
      borders: readBorders(component(sheet.borders, "borderId"), sheet),
      locked:
        protection.locked !== undefined && !attributeIsTrue(protection.locked)
          ? false
          : undefined,
      hiddenFormula: attributeIsTrue(protection.hidden) ? true : undefined,
    }) ?? {}
  );
}

export function readDxf(dxf: XmlElement, sheet: StyleSheet): CellStyle {
  const [font, fill, border] = [
    child(dxf, "font"),
    child(dxf, "fill"),
    child(dxf, "border"),
  ];
  return (
    compact<CellStyle>({
      numberFormat: child(dxf, "numFmt")?.attributes.formatCode,
      font: font && readFont(font, sheet),
      fill: fill && readFill(fill, sheet, true),
      borders: border && readBorders(border, sheet),
    }) ?? {}
  );
}

/** Everything an xf says, as one text: two cells look alike if and only if these agree. */
export function xfSignature(xf: XmlElement, sheet: StyleSheet): string {
  const part = (list: XmlElement[], id: string): string => {
    const found = list[numberAttribute(xf, id) ?? 0];
    return found === undefined ? "" : writeNode(found);
  };
  return [
    formatCode(sheet, numberAttribute(xf, "numFmtId") ?? 0),
    part(sheet.fonts, "fontId"),
    part(sheet.fills, "fillId"),
    part(sheet.borders, "borderId"),
    ...["alignment", "protection"].map((name) => {
      const found = child(xf, name);
      return found === undefined || Object.keys(found.attributes).length === 0
        ? ""
        : writeNode(found);
    }),
    xf.attributes.xfId ?? "0",
  ].join("\n");
}
