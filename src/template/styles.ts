/**
 * How each kind of cell looks. Colour never carries a meaning alone: inputs have a border, checks show 1 or 0, flags
 * their words. Text on fill reaches a contrast of 4.5 to 1.
 */
import type { BlueprintConditionalFormat, Role } from "./model";

export interface RoleStyle {
  /** For cells that name no format of their own. */
  numberFormat?: string;
  font?: { bold?: boolean; italic?: boolean; color?: string; size?: number };
  /** "#RRGGBB" */
  fill?: string;
  horizontal?: "left" | "center" | "right";
  vertical?: "top" | "middle" | "bottom";
  wrap?: boolean;
  indent?: number;
  borders?: Partial<
    Record<
      "top" | "bottom" | "left" | "right",
      { style: "thin" | "medium" | "thick"; color: string }
    >
  >;
}

const INK = "#1B2A41";
const QUIET = "#5B6472";
const LINE = "#BFC7D1";

const thin = (color: string) => ({ style: "thin", color }) as const;
const boxed = (color: string) => ({
  top: thin(color),
  bottom: thin(color),
  left: thin(color),
  right: thin(color),
});

export const ROLE_STYLES: Record<Role, RoleStyle> = {
  title: { font: { bold: true, size: 16, color: INK } },
  subtitle: { font: { color: QUIET } },
  heading: {
    font: { bold: true, color: "#FFFFFF" },
    fill: "#24507A",
    vertical: "middle",
  },
  label: { font: { color: INK } },
  unit: { font: { color: QUIET } },
  period: {
    font: { bold: true, color: INK },
    fill: "#E3EAF2",
    horizontal: "right",
    borders: { bottom: thin(LINE) },
  },
  input: {
    font: { color: "#0B3D91" },
    fill: "#FFF6D6",
    borders: boxed("#C9A94A"),
  },
  default: { font: { color: INK }, fill: "#F3F5F8" },
  calc: { font: { color: INK } },
  total: {
    font: { bold: true, color: INK },
    borders: { top: thin(INK) },
  },
  check: { font: { bold: true, color: INK }, horizontal: "center" },
  flag: { font: { bold: true, color: "#9A3412" } },
  note: { font: { italic: true, color: QUIET }, vertical: "top", wrap: true },
  annotation: { font: { color: QUIET }, borders: { bottom: thin(LINE) } },
};

export const CONDITIONAL_STYLES: Record<
  BlueprintConditionalFormat["style"],
  Pick<RoleStyle, "font" | "fill">
> = {
  bad: { font: { color: "#8B1A1A", bold: true }, fill: "#FBDADA" },
  good: { font: { color: "#14532D" }, fill: "#DDF3E2" },
  warning: { font: { color: "#7A4B00" }, fill: "#FDEBC8" },
  muted: { font: { color: "#6B7280" } },
};
