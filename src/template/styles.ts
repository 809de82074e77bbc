/**
 * How each role looks: one quiet hand for every writer. Blue on light yellow is the reader's to fill in, black follows
 * from it; totals are bold under a thin line; colour otherwise means something.
 */
import type { BlueprintConditionalFormat, Role } from "./model";

export interface RoleStyle {
  /** "#RRGGBB" of a solid fill */
  fill?: string;
  font: {
    name: string;
    size: number;
    bold?: boolean;
    italic?: boolean;
    color: string;
  };
  horizontal?: "left" | "center" | "right";
  vertical?: "top" | "middle" | "bottom";
  wrap?: boolean;
  /** Points; for text that is taller than a standard row. */
  rowHeight?: number;
  /** Steps from the edge the text starts at. */
  indent?: number;
  borders?: Partial<
    Record<
      "top" | "bottom" | "left" | "right",
      { style: "thin" | "hair"; color: string }
    >
  >;
  /** Bites only once the user protects the sheet. */
  locked: boolean;
}

const FONT = { name: "Calibri", size: 11 };
const INK = "#1A1A1A";
const QUIET = "#6B6B6B";
const INPUT_INK = "#1F3FBF";
const INPUT_FILL = "#FFF9DB";
const LINE = "#C8C8C8";

const plain = (
  color: string,
  more: { bold?: boolean; italic?: boolean; size?: number } = {},
): RoleStyle["font"] => ({
  ...FONT,
  color,
  ...more,
});

const hair = { style: "hair", color: LINE } as const;

export const ROLE_STYLES: Record<Role, RoleStyle> = {
  title: {
    font: plain("#14324F", { size: 18, bold: true }),
    rowHeight: 27,
    vertical: "middle",
    locked: true,
  },
  subtitle: { font: plain(QUIET), vertical: "middle", locked: true },
  heading: {
    font: plain("#14324F", { size: 12, bold: true }),
    rowHeight: 18,
    fill: "#E8EEF4",
    vertical: "middle",
    locked: true,
  },
  label: { font: plain(INK), locked: true },
  prompt: { font: plain(INK), vertical: "top", locked: true },
  unit: { font: plain(QUIET, { size: 9 }), locked: true },
  column: {
    font: plain("#14324F", { bold: true, size: 10 }),
    horizontal: "left",
    borders: { bottom: { style: "thin", color: LINE } },
    locked: true,
  },
  period: {
    font: plain("#14324F", { bold: true, size: 10 }),
    horizontal: "right",
    borders: { bottom: { style: "thin", color: LINE } },
    locked: true,
  },
  input: {
    font: plain(INPUT_INK),
    fill: INPUT_FILL,
    borders: { top: hair, bottom: hair, left: hair, right: hair },
    locked: false,
  },
  default: {
    font: plain(INK),
    fill: INPUT_FILL,
    borders: { top: hair, bottom: hair, left: hair, right: hair },
    locked: false,
  },
  prose: {
    font: plain(INPUT_INK),
    fill: INPUT_FILL,
    borders: { top: hair, bottom: hair, left: hair, right: hair },
    vertical: "top",
    wrap: true,
    locked: false,
  },
  calc: { font: plain(INK), locked: true },
  total: {
    font: plain(INK, { bold: true }),
    borders: { top: { style: "thin", color: "#7F7F7F" } },
    locked: true,
  },
  check: {
    font: plain(INK, { bold: true }),
    horizontal: "right",
    locked: true,
  },
  flag: {
    font: plain(QUIET, { size: 9 }),
    horizontal: "right",
    locked: true,
  },
  note: { font: plain(QUIET), locked: true },
  annotation: {
    font: plain(QUIET, { italic: true, size: 10 }),
    horizontal: "left",
    indent: 1,
    locked: false,
  },
};

export interface ConditionalStyle {
  fill?: string;
  color: string;
  bold?: boolean;
}

/** What a rule lays over the role's own look; readable in grey print too, where the text says the same. */
export const CONDITIONAL_STYLES: Record<
  BlueprintConditionalFormat["style"],
  ConditionalStyle
> = {
  good: { fill: "#DFF2E1", color: "#1E6B2E" },
  bad: { fill: "#FBE0DD", color: "#A1261B", bold: true },
  muted: { color: "#9A9A9A" },
  warning: { fill: "#FFF0D6", color: "#8A5A00" },
};
