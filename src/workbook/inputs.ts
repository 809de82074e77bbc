/** What an input cell's contents say about the plan. */
import type { InputValue } from "../template/model";
import { fold, place } from "./address";
import { verbatim } from "./blocks";
import type { Written } from "./identity";

export interface CellNow {
  /** Constant, or formula with "=". */
  formula: unknown;
  value: unknown;
}

/**
 * The input as it stands: "unchanged" when the cell holds what the template wrote; a link when it holds a plain
 * reference to a cell outside the plan; else its present value. A link that Excel has broken (`#REF!`) stays a link, so
 * that it is refused by name rather than becoming a number that nobody entered.
 */
export function readInput(
  cell: CellNow,
  written: Written,
  ownSheets: ReadonlySet<string>,
): InputValue | "unchanged" {
  const { formula, value } = cell;
  if (typeof formula === "string" && formula.startsWith("=")) {
    if (
      typeof written === "string" &&
      canonical(formula) === canonical(written)
    )
      return "unchanged";
    const target = place(formula);
    const leadsOutside =
      target &&
      target.rows * target.columns === 1 &&
      !ownSheets.has(fold(target.sheet));
    if (leadsOutside || formula.includes("#REF!"))
      return { link: formula.slice(1) };
  } else if (
    value === written ||
    (typeof written === "string" && written === verbatim(String(value)))
  ) {
    return "unchanged";
  }
  if (typeof value === "number") return { value };
  return {
    value:
      typeof value === "boolean"
        ? String(value).toUpperCase()
        : String(value ?? ""),
  };
}

/** Excel changes case and spaces of what it is given, and drops quotes it does not need. */
const canonical = (formula: string): string =>
  fold(formula.replace(/[\s']/g, ""));
