/** Fills one empty sheet from its blueprint: a dozen block operations per sheet, whatever its size. */
import type {
  BlueprintConditionalFormat,
  BlueprintValidation,
  SheetBlueprint,
} from "../template/model";
import { CONDITIONAL_STYLES, ROLE_STYLES, type RoleStyle } from "../template";
import { local } from "./address";
import {
  addressLists,
  columnWidths,
  contents,
  numberFormats,
  rectangles,
} from "./blocks";
import { listEntries, PROTECTION, validationWords } from "./sheetRules";

export function fillSheet(
  sheet: Excel.Worksheet,
  blueprint: SheetBlueprint,
): void {
  const { rowCount, columnCount } = blueprint;
  sheet.tabColor = blueprint.tabColor;
  sheet.showGridlines = false;
  for (const [columns, width] of columnWidths(blueprint.widths))
    sheet.getRange(columns).format.columnWidth = width;

  for (const { row, points } of blueprint.heights)
    sheet.getRangeByIndexes(row, 0, 1, 1).format.rowHeight = points;

  const block = sheet.getRangeByIndexes(0, 0, rowCount, columnCount);
  // Formats first: a text format keeps text as text, and Excel is many times faster this way round.
  block.numberFormat = numberFormats(blueprint);
  formatRoles(sheet, blueprint);
  block.formulas = contents(blueprint);
  for (const merge of blueprint.merges) sheet.getRange(merge).merge();

  for (const validation of blueprint.validations) validate(sheet, validation);
  // Excel ranks a new rule above the others: the first of the blueprint comes last and wins.
  for (const rule of [...blueprint.conditionalFormats].reverse())
    formatConditionally(sheet, rule);
  freeze(sheet, blueprint.freeze);
}

export function protect(sheet: Excel.Worksheet): void {
  sheet.protection.protect(PROTECTION);
}

/** One call per property and role, over all cells of that role at once. */
function formatRoles(sheet: Excel.Worksheet, blueprint: SheetBlueprint): void {
  const over = (areas: string[], act: (areas: Excel.RangeAreas) => void) => {
    for (const list of addressLists(areas)) act(sheet.getRanges(list));
  };
  for (const role of new Set(blueprint.cells.map((cell) => cell.role))) {
    const style = ROLE_STYLES[role];
    const areas = rectangles(blueprint, (cell) => cell.role === role);
    over(areas, ({ format }) => applyStyle(format, style));
    // An edge is that of a whole area: between the cells of an area run inside lines, which only larger areas have.
    const { top, bottom, left, right } = style.borders ?? {};
    const tall = areas.filter((address) => local(address).rows > 1);
    const wide = areas.filter((address) => local(address).columns > 1);
    for (const [edge, side, where] of [
      ["EdgeTop", top, areas],
      ["EdgeBottom", bottom, areas],
      ["InsideHorizontal", top ?? bottom, tall],
      ["EdgeLeft", left, areas],
      ["EdgeRight", right, areas],
      ["InsideVertical", left ?? right, wide],
    ] as const) {
      if (side) over(where, ({ format }) => drawLine(format, edge, side));
    }
  }
  // A cell that only looks like an input, such as the one in the colour key, stays locked.
  const open = rectangles(blueprint, (cell) => cell.input !== undefined);
  over(open, ({ format }) => {
    format.protection.locked = false;
  });
}

const HORIZONTAL = { left: "Left", center: "Center", right: "Right" } as const;
const VERTICAL = { top: "Top", middle: "Center", bottom: "Bottom" } as const;
const WEIGHTS = { hair: "Hairline", thin: "Thin" } as const;

function applyStyle(
  format: Excel.RangeFormat,
  { font, fill, horizontal, vertical, wrap, indent, rowHeight }: RoleStyle,
): void {
  format.font.name = font.name;
  format.font.size = font.size;
  format.font.color = font.color;
  if (font.bold !== undefined) format.font.bold = font.bold;
  if (font.italic !== undefined) format.font.italic = font.italic;
  if (fill !== undefined) format.fill.color = fill;
  if (horizontal !== undefined)
    format.horizontalAlignment = HORIZONTAL[horizontal];
  if (vertical !== undefined) format.verticalAlignment = VERTICAL[vertical];
  if (wrap !== undefined) format.wrapText = wrap;
  if (indent !== undefined) format.indentLevel = indent;
  if (rowHeight !== undefined) format.rowHeight = rowHeight;
}

type Side = NonNullable<NonNullable<RoleStyle["borders"]>["top"]>;

function drawLine(
  format: Excel.RangeFormat,
  edge:
    | "EdgeTop"
    | "EdgeBottom"
    | "EdgeLeft"
    | "EdgeRight"
    | "InsideHorizontal"
    | "InsideVertical",
  { style, color }: Side,
): void {
  const border = format.borders.getItem(edge);
  border.style = "Continuous";
  border.weight = WEIGHTS[style];
  border.color = color;
}

function validate(
  sheet: Excel.Worksheet,
  validation: BlueprintValidation,
): void {
  const target = area(sheet, validation.ref).dataValidation;
  target.rule = ruleOf(validation);
  target.ignoreBlanks = validation.allowBlank;
  const { title, prompt, alert } = validationWords(validation);
  target.prompt = { showPrompt: true, title, message: prompt };
  target.errorAlert = {
    showAlert: true,
    style: "Stop",
    title,
    message: alert,
  };
}

function ruleOf({
  type,
  list,
  operator = "between",
  formulas = [],
}: BlueprintValidation): Excel.DataValidationRule {
  if (type === "list") {
    const source = Array.isArray(list)
      ? listEntries(list).join(",")
      : (list ?? "");
    return { list: { inCellDropDown: true, source } };
  }
  const [formula1 = "", formula2] = formulas;
  const bounds = {
    operator: OPERATORS[operator],
    formula1,
    ...(formula2 !== undefined && { formula2 }),
  };
  if (type === "whole") return { wholeNumber: bounds };
  if (type === "decimal") return { decimal: bounds };
  return {
    date: {
      operator: OPERATORS[operator],
      formula1: dateText(formula1),
      ...(formula2 !== undefined && { formula2: dateText(formula2) }),
    },
  };
}

/** A date rule takes no serial number, but a formula that gives one. */
const dateText = (bound: number | string): string =>
  typeof bound === "number" ? `=${bound}` : bound;

const OPERATORS = {
  between: "Between",
  greaterThan: "GreaterThan",
  greaterThanOrEqual: "GreaterThanOrEqualTo",
  lessThanOrEqual: "LessThanOrEqualTo",
} as const;

function formatConditionally(
  sheet: Excel.Worksheet,
  { ref, formula, style }: BlueprintConditionalFormat,
): void {
  const { custom } = area(sheet, ref).conditionalFormats.add("Custom");
  custom.rule.formula = formula;
  const { color, bold, fill } = CONDITIONAL_STYLES[style];
  custom.format.font.color = color;
  if (bold !== undefined) custom.format.font.bold = bold;
  if (fill !== undefined) custom.format.fill.color = fill;
}

function freeze(
  sheet: Excel.Worksheet,
  { rows, columns }: SheetBlueprint["freeze"],
): void {
  if (rows > 0 && columns > 0)
    sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}

export function layOutPages(
  sheet: Excel.Worksheet,
  { landscape, titleRows }: SheetBlueprint,
): void {
  sheet.pageLayout.orientation = landscape ? "Landscape" : "Portrait";
  sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
  if (titleRows)
    sheet.pageLayout.setPrintTitleRows(`$${titleRows.replace(":", ":$")}`);
}

/** A reference of one block, or of several parted by spaces. */
const area = (
  sheet: Excel.Worksheet,
  ref: string,
): Excel.Range | Excel.RangeAreas =>
  ref.includes(" ")
    ? sheet.getRanges(ref.split(/ +/).join(","))
    : sheet.getRange(ref);
