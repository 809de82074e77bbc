/** Colours of a file as "#RRGGBB": direct, of the theme with a tint, or of the old palette. */
import { child, elements, numberAttribute, type XmlElement } from "./xml";

const WORDS = (text: string): string[] => text.trim().split(/\s+/);

/** The palette of [ECMA-376] 18.8.27; 0-7 repeat as 8-15, 64 and 65 are the system's own. */
const BASIC = WORDS("000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF");
const INDEXED = [
  ...BASIC,
  ...BASIC,
  ...WORDS(`
  800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF
  000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99
  3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333`),
];

/** The order in which cells count the theme's colours: light and dark change places. */
const THEME_ORDER = WORDS(
  "lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink",
);
const OFFICE_THEME = WORDS(
  "FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72",
);

export interface Palette {
  theme: string[];
  indexed: string[];
}

export function readPalette(
  theme: XmlElement | undefined,
  styles: XmlElement | undefined,
): Palette {
  const scheme = child(child(theme, "a:themeElements"), "a:clrScheme");
  const own = elements(child(child(styles, "colors"), "indexedColors")).map(
    ({ attributes }) => (attributes.rgb ?? "").slice(-6),
  );
  return {
    theme: THEME_ORDER.map((name, index) => {
      const color = elements(child(scheme, `a:${name}`))[0]?.attributes;
      return (
        color?.lastClr ??
        (/^[0-9A-Fa-f]{6}$/.test(color?.val ?? "")
          ? color!.val!
          : OFFICE_THEME[index]!)
      );
    }),
    indexed: INDEXED.map((color, index) => own[index] ?? color),
  };
}

/** Undefined for automatic colours. */
export function readColor(
  node: XmlElement | undefined,
  palette: Palette,
): string | undefined {
  if (node === undefined) return undefined;
  const tint = numberAttribute(node, "tint") ?? 0;
  const theme = numberAttribute(node, "theme");
  const indexed = numberAttribute(node, "indexed");
  const base =
    node.attributes.rgb !== undefined
      ? node.attributes.rgb.slice(-6)
      : theme !== undefined
        ? palette.theme[theme]
        : indexed !== undefined
          ? palette.indexed[indexed]
          : undefined;
  if (base === undefined || !/^[0-9A-Fa-f]{6}$/.test(base)) return undefined;
  return `#${(tint === 0 ? base : tinted(base, tint)).toUpperCase()}`;
}

/** [ECMA-376] 18.8.19: the tint moves the lightness of the colour in HSL. */
function tinted(rgb: string, tint: number): string {
  const [r, g, b] = [0, 2, 4].map(
    (at) => parseInt(rgb.slice(at, at + 2), 16) / 255,
  ) as [number, number, number];
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const lightness = (max + min) / 2;
  const spread = max - min;
  const saturation =
    spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  const hue =
    spread === 0
      ? 0
      : max === r
        ? (((g - b) / spread) % 6) + 6
        : max === g
          ? (b - r) / spread + 2
          : (r - g) / spread + 4;
  const moved =
    tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * moved - 1)) * saturation;
  const second = chroma * (1 - Math.abs((hue % 2) - 1));
  const sector = Math.floor(hue) % 6;
  const parts = [
    [chroma, second, 0],
    [second, chroma, 0],
    [0, chroma, second],
    [0, second, chroma],
    [second, 0, chroma],
    [chroma, 0, second],
  ][sector]!;
  return parts
    .map((part) => Math.round((part + moved - chroma / 2) * 255))
    .map((part) =>
      Math.min(255, Math.max(0, part)).toString(16).padStart(2, "0"),
    )
    .join("");
}
