/** Plain styles as the file's own elements. `like` is an element whose finer points are kept where the plain style agrees. */
import type { BorderSide, CellStyle } from "./book";
import { compact, readFont, USUAL_FONT, type StyleSheet } from "./styleRead";
import { child, element, numberAttribute, type XmlElement } from "./xml";

export const colorElement = (
  name: string,
  color: string | undefined,
): XmlElement | undefined =>
  color === undefined
    ? undefined
    : element(name, { rgb: `FF${color.replace("#", "").toUpperCase()}` });

const value = (
  name: string,
  val: string | number | undefined,
): XmlElement | undefined =>
  val === undefined ? undefined : element(name, { val });

/** `like` is a font element whose theme colours and family are kept where the plain style agrees. */
export function fontElement(
  font: CellStyle["font"],
  sheet: StyleSheet,
  like: XmlElement | undefined,
  differential: boolean,
): XmlElement {
  const was = like === undefined ? undefined : readFont(like, sheet);
  const usual = sheet.fonts[0];
  const name =
    font?.name ??
    (sheet.usualFont ? USUAL_FONT.name : child(usual, "name")?.attributes.val);
  const size =
    font?.size ??
    (sheet.usualFont
      ? USUAL_FONT.size
      : numberAttribute(child(usual, "sz"), "val"));
  const pick = (
    from: XmlElement | undefined,
    ...names: string[]
  ): (XmlElement | undefined)[] => names.map((one) => child(from, one));
  const sameColor = like !== undefined && was?.color === font?.color;
  const nameSource =
    like !== undefined && child(like, "name")?.attributes.val === name
      ? like
      : usual;
  const named = child(nameSource, "name")?.attributes.val === name;
  return element("font", {}, [
    font?.bold ? element("b") : undefined,
    font?.italic ? element("i") : undefined,
    font?.strike ? element("strike") : undefined,
    font?.underline
      ? was?.underline
        ? child(like, "u")
        : element("u")
      : undefined,
    ...pick(like, "vertAlign"),
    ...(differential && font?.size === undefined ? [] : [value("sz", size)]),
    sameColor
      ? child(like, "color")
      : (colorElement("color", font?.color) ??
        (differential ? undefined : child(usual, "color"))),
    ...(differential && font?.name === undefined
      ? []
      : [
          value("name", name),
          ...(named
            ? pick(nameSource, "family", "charset", "scheme")
            : [element("family", { val: 2 })]),
        ]),
  ]);
}

export const fillElement = (fill: string | undefined): XmlElement =>
  element("fill", {}, [
    fill === undefined
      ? element("patternFill", { patternType: "none" })
      : element("patternFill", { patternType: "solid" }, [
          colorElement("fgColor", fill),
          element("bgColor", { indexed: 64 }),
        ]),
  ]);

export function borderElement(
  borders: CellStyle["borders"],
  differential: boolean,
  like?: XmlElement,
): XmlElement {
  const side = (name: string, one: BorderSide | undefined): XmlElement =>
    one === undefined
      ? element(name)
      : element(name, { style: one.style }, [
          colorElement("color", one.color) ?? element("color", { auto: 1 }),
        ]);
  return element("border", like?.attributes, [
    side("left", borders?.left),
    side("right", borders?.right),
    side("top", borders?.top),
    side("bottom", borders?.bottom),
    differential ? undefined : (child(like, "diagonal") ?? element("diagonal")),
  ]);
}

export function alignmentElement(
  style: CellStyle,
  like?: XmlElement,
): XmlElement | undefined {
  const rotation = style.rotation ?? 0;
  const own = new Set([
    "horizontal",
    "vertical",
    "wrapText",
    "indent",
    "textRotation",
  ]);
  const beyond = Object.fromEntries(
    Object.entries(like?.attributes ?? {}).filter(([key]) => !own.has(key)),
  );
  const attributes = compact({
    horizontal: style.horizontal === "general" ? undefined : style.horizontal,
    vertical:
      style.vertical === "middle"
        ? "center"
        : style.vertical === "top"
          ? "top"
          : undefined,
    textRotation:
      rotation === 0 ? undefined : rotation < 0 ? 90 - rotation : rotation,
    wrapText: style.wrap ? 1 : undefined,
    indent:
      style.indent === undefined || style.indent === 0
        ? undefined
        : style.indent,
    ...beyond,
  });
  return attributes === undefined
    ? undefined
    : element("alignment", attributes);
}

export function protectionElement(style: CellStyle): XmlElement | undefined {
  const attributes = compact({
    locked: style.locked === false ? 0 : undefined,
    hidden: style.hiddenFormula ? 1 : undefined,
  });
  return attributes === undefined
    ? undefined
    : element("protection", attributes);
}

/** Fields that mean the same as their absence are left out, so that equal looks compare equal. */
export function plainStyle(
  style: CellStyle,
  { usualFont }: StyleSheet,
): CellStyle {
  const font = style.font;
  return (
    compact<CellStyle>({
      numberFormat:
        style.numberFormat === "General" ? undefined : style.numberFormat,
      font:
        font &&
        compact({
          name:
            usualFont && font.name === USUAL_FONT.name ? undefined : font.name,
          size:
            usualFont && font.size === USUAL_FONT.size ? undefined : font.size,
          bold: font.bold || undefined,
          italic: font.italic || undefined,
          underline: font.underline || undefined,
          strike: font.strike || undefined,
          color: font.color?.toUpperCase(),
        }),
      fill: style.fill?.toUpperCase(),
      horizontal: style.horizontal === "general" ? undefined : style.horizontal,
      vertical: style.vertical === "bottom" ? undefined : style.vertical,
      wrap: style.wrap || undefined,
      indent: style.indent || undefined,
      rotation: style.rotation || undefined,
      borders: style.borders && compact(style.borders),
      locked: style.locked === false ? false : undefined,
      hiddenFormula: style.hiddenFormula || undefined,
    }) ?? {}
  );
}
