/** Fluent's themes in the product's green, chosen by what Office and the system say about their colours. */
import type { BrandVariants, Theme } from "@fluentui/react-components";
import {
  createDarkTheme,
  createLightTheme,
  teamsHighContrastTheme,
} from "@fluentui/react-components";
import type { Appearance } from "./services";

/** The only colours of the pane: the ramp that the tokens are made from, from the icon's green. */
const green: BrandVariants = {
  10: "#031209",
  20: "#081f13",
  30: "#0a311d",
  40: "#0a4026",
  50: "#0b4e2f",
  60: "#0c5c38",
  70: "#0e6b41",
  80: "#107a4b",
  90: "#2b8a5d",
  100: "#43996f",
  110: "#5ba881",
  120: "#73b794",
  130: "#8bc6a7",
  140: "#a5d4bb",
  150: "#bfe2cf",
  160: "#daf0e4",
};

const light = createLightTheme(green);
const dark: Theme = {
  ...createDarkTheme(green),
  // On dark ground the ramp's middle is too dim for text (WCAG 4.5:1): take brighter steps.
  colorBrandForeground1: green[120],
  colorBrandForeground2: green[130],
  colorCompoundBrandForeground1: green[120],
  colorCompoundBrandStroke: green[120],
  colorBrandForegroundLink: green[120],
  colorBrandForegroundLinkHover: green[130],
  colorBrandForegroundLinkPressed: green[110],
};

export function themeFrom(appearance: Appearance): Theme {
  if (appearance.forcedColors) return teamsHighContrastTheme;
  return isDark(appearance) ? dark : light;
}

/** For what the browser draws itself: scrollbars, the calendar of date fields. */
export function colorSchemeOf(
  appearance: Appearance,
): "light" | "dark" | "light dark" {
  if (appearance.forcedColors) return "light dark";
  return isDark(appearance) ? "dark" : "light";
}

/** Office's word first: its theme need not be the system's. */
function isDark({
  isDark: told,
  background,
  prefersDark,
}: Appearance): boolean {
  if (told !== undefined) return told;
  const lightness =
    background === undefined ? undefined : lightnessOf(background);
  return lightness === undefined ? prefersDark : lightness < 0.5;
}

/** 0 black to 1 white by the usual weights; undefined for what is not #rgb or #rrggbb. */
function lightnessOf(colour: string): number | undefined {
  const short = /^#([\da-f])([\da-f])([\da-f])$/iu.exec(colour.trim());
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})/iu.exec(colour.trim());
  const parts = short
    ? short.slice(1, 4).map((digit) => digit + digit)
    : long?.slice(1, 4);
  if (!parts) return undefined;
  const [red, greenPart, blue] = parts.map((part) => parseInt(part, 16) / 255);
  return 0.299 * red! + 0.587 * greenPart! + 0.114 * blue!;
}
