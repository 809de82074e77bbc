/** Styles for the cells of an output file: the original's elements first, new ones appended. */
import type { CellStyle } from "./book";
import { builtInFormat } from "./numberFormats";
import {
  compact,
  readAlignment,
  readXf,
  xfSignature,
  type StyleSheet,
} from "./styleRead";
import { same } from "./same";
import {
  alignmentElement,
  borderElement,
  colorElement,
  fillElement,
  fontElement,
  plainStyle,
  protectionElement,
} from "./styleElements";
import {
  child,
  element,
  numberAttribute,
  setChild,
  writeNode,
  type XmlElement,
} from "./xml";

const STYLE_ORDER =
  "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst".split(
    " ",
  );

export class StyleWriter {
  private readonly found = new Map<string, number>();
  private readonly seen = new WeakMap<CellStyle, Map<string, number>>();
  private readonly plain: CellStyle[];

  constructor(private readonly sheet: StyleSheet) {
    this.plain = sheet.xfs.map((xf) => readXf(xf, sheet));
  }

  /** What the original says at this index, without `source`. */
  original(xf: number): CellStyle {
    return this.plain[xf] ?? {};
  }

  /** The cell's text is kept as text although it looks like something else. */
  quoted(xf: number): boolean {
    return this.sheet.xfs[xf]?.attributes.quotePrefix === "1";
  }

  /** Whether a plain style, written without an example, would come out as this signature. */
  wouldBe(style: CellStyle, signature: string): boolean {
    const { sheet } = this;
    const scratch = new StyleWriter({
      ...sheet,
      fonts: [...sheet.fonts],
      fills: [...sheet.fills],
      borders: [...sheet.borders],
      xfs: sheet.xfs.slice(0, 1),
      formats: new Map(sheet.formats),
    });
    const index = scratch.xfFor(style);
    return xfSignature(scratch.sheet.xfs[index]!, scratch.sheet) === signature;
  }

  /** The index of an xf that looks like `style`; `base` is the xf whose finer points it should keep. */
  xfFor(style: CellStyle, base = 0, quotePrefix = false): number {
    // Cells share the book's style objects, so most are found by identity.
    const place = `${base} ${quotePrefix}`;
    const byObject = this.seen.get(style) ?? new Map<string, number>();
    this.seen.set(style, byObject);
    const known = byObject.get(place);
    if (known !== undefined) return known;
    const wanted = plainStyle(style, this.sheet);
    const key = JSON.stringify([wanted, base, quotePrefix]);
    const index = this.found.get(key) ?? this.make(wanted, base, quotePrefix);
    this.found.set(key, index);
    byObject.set(place, index);
    return index;
  }

  private make(style: CellStyle, base: number, quotePrefix: boolean): number {
    const { sheet } = this;
    const like = sheet.xfs[base] ?? sheet.xfs[0] ?? element("xf");
    const was = readXf(like, sheet);
    if (
      same(was, style) &&
      (like.attributes.quotePrefix === "1") === quotePrefix &&
      sheet.xfs[base] !== undefined
    )
      return base;
    const at = (list: XmlElement[], id: string): XmlElement | undefined =>
      list[numberAttribute(like, id) ?? 0];
    const component = (
      list: XmlElement[],
      id: string,
      kept: boolean,
      make: () => XmlElement,
    ): number =>
      kept && at(list, id) !== undefined
        ? (numberAttribute(like, id) ?? 0)
        : this.indexOf(list, make());
    const sameFont = same(was.font, style.font);
    const sameFill = was.fill === style.fill;
    const sameBorders = same(was.borders, style.borders);
    const alignment = child(like, "alignment");
    const aligned = (one: CellStyle): unknown =>
      compact(readAlignment(alignmentElement(one)));
    const keptAlignment = same(aligned(was), aligned(style))
      ? alignment
      : alignmentElement(style, alignment);
    const keptProtection =
      was.locked === style.locked && was.hiddenFormula === style.hiddenFormula
        ? child(like, "protection")
        : protectionElement(style);
    const numFmtId =
      was.numberFormat === style.numberFormat
        ? (numberAttribute(like, "numFmtId") ?? 0)
        : this.formatId(style.numberFormat ?? "General");
    const fontId = component(sheet.fonts, "fontId", sameFont, () =>
      fontElement(style.font, sheet, at(sheet.fonts, "fontId"), false),
    );
    const fillId = component(sheet.fills, "fillId", sameFill, () =>
      fillElement(style.fill),
    );
    const borderId = component(sheet.borders, "borderId", sameBorders, () =>
      borderElement(style.borders, false, at(sheet.borders, "borderId")),
    );
    const xf = element(
      "xf",
      {
        numFmtId,
        fontId,
        fillId,
        borderId,
        xfId: like.attributes.xfId ?? 0,
        quotePrefix: quotePrefix || undefined,
        applyNumberFormat: numFmtId !== 0 || undefined,
        applyFont: fontId !== 0 || undefined,
        applyFill: fillId !== 0 || undefined,
        applyBorder: borderId !== 0 || undefined,
        applyAlignment: keptAlignment !== undefined || undefined,
        applyProtection: keptProtection !== undefined || undefined,
      },
      [keptAlignment, keptProtection],
    );
    const signature = xfSignature(xf, sheet);
    const existing = sheet.xfs.findIndex(
      (one) =>
        (one.attributes.quotePrefix === "1") === quotePrefix &&
        xfSignature(one, sheet) === signature,
    );
    return existing >= 0 ? existing : sheet.xfs.push(xf) - 1;
  }

  /** The index of a conditional format's style. */
  dxfFor(style: CellStyle): number {
    const dxf = element("dxf", {}, [
      style.font === undefined
        ? undefined
        : fontElement(style.font, this.sheet, undefined, true),
      style.numberFormat === undefined
        ? undefined
        : element("numFmt", {
            numFmtId: this.formatId(style.numberFormat),
            formatCode: style.numberFormat,
          }),
      style.fill === undefined
        ? undefined
        : element("fill", {}, [
            element("patternFill", {}, [colorElement("bgColor", style.fill)]),
          ]),
      style.borders === undefined
        ? undefined
        : borderElement(style.borders, true),
    ]);
    return this.indexOf(this.sheet.dxfs, dxf);
  }

  private indexOf(list: XmlElement[], node: XmlElement): number {
    const text = writeNode(node);
    const at = list.findIndex((one) => writeNode(one) === text);
    return at >= 0 ? at : list.push(node) - 1;
  }

  private formatId(code: string): number {
    const builtIn = builtInFormat(code);
    if (builtIn !== undefined && !this.sheet.formats.has(builtIn))
      return builtIn;
    for (const [id, text] of this.sheet.formats) if (text === code) return id;
    const id = Math.max(163, ...this.sheet.formats.keys()) + 1;
    this.sheet.formats.set(id, code);
    return id;
  }

  /** The styles part with everything that was added. */
  finish(): XmlElement {
    const { sheet } = this;
    const put = (name: string, list: XmlElement[]): void => {
      const old = child(sheet.root, name);
      if (list.length === 0 && old === undefined) return;
      setChild(
        sheet.root,
        STYLE_ORDER,
        name,
        element(name, { ...old?.attributes, count: list.length }, list),
      );
    };
    const oldFormats = new Set(
      (child(sheet.root, "numFmts")?.children ?? []).map((node) =>
        typeof node === "object" && "name" in node
          ? Number(node.attributes.numFmtId)
          : -1,
      ),
    );
    put("numFmts", [
      ...(child(sheet.root, "numFmts")?.children ?? []).filter(
        (node): node is XmlElement =>
          typeof node === "object" && "name" in node,
      ),
      ...[...sheet.formats]
        .filter(([id]) => !oldFormats.has(id))
        .map(([numFmtId, code]) =>
          element("numFmt", { numFmtId, formatCode: code }),
        ),
    ]);
    put("fonts", sheet.fonts);
    put("fills", sheet.fills);
    put("borders", sheet.borders);
    put("cellXfs", sheet.xfs);
    put("dxfs", sheet.dxfs);
    return sheet.root;
  }
}
