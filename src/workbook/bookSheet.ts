/** One sheet of a blueprint as the sheet of a workbook file. Every member of a `SheetBlueprint` has its line in `bookSheet`. */
import type {
  BlueprintCell,
  BlueprintConditionalFormat,
  BlueprintValidation,
  SheetBlueprint,
} from "../template/model";
import { CONDITIONAL_STYLES, ROLE_STYLES } from "../template";
import {
  emptySheet,
  type BookCell,
  type BookConditionalFormat,
  type BookSheet,
  type BookValidation,
  type CellStyle,
} from "../xlsx/book";
import { pixels } from "./blocks";
import { markOf, SHEET_MARK } from "./identity";
import { listEntries, PROTECTION, validationWords } from "./sheetRules";

/** Index of a look in the book's list of styles; equal looks share one. */
export type StyleIndex = (style: CellStyle) => number;

export function bookSheet(
  blueprint: SheetBlueprint,
  planId: string,
  style: StyleIndex,
): BookSheet {
  const { freeze } = blueprint;
  return {
    ...emptySheet(blueprint.id, blueprint.title),
    tabColor: blueprint.tabColor,
    showGridlines: false,
    cells: cellsOf(blueprint, style),
    columns: columnsOf(blueprint),
    rows: rowsOf(blueprint),
    merges: [...blueprint.merges],
    ...(freeze.rows + freeze.columns > 0 && { freeze }),
    validations: blueprint.validations.map(validationOf),
    conditionalFormats: blueprint.conditionalFormats.map(conditionalFormatOf),
    page: {
      orientation: blueprint.landscape ? "landscape" : "portrait",
      fitToWidth: 1,
      // As many pages down as the rows need.
      fitToHeight: 0,
      ...(blueprint.titleRows && { titleRows: blueprint.titleRows }),
    },
    protection: { options: PROTECTION },
    properties: { [SHEET_MARK]: markOf(planId, blueprint.id) },
  };
}

function cellsOf(
  { cells }: SheetBlueprint,
  style: StyleIndex,
): BookSheet["cells"] {
  const rows: BookSheet["cells"] = {};
  for (const cell of cells) {
    const content: BookCell =
      cell.formula !== undefined
        ? { formula: cell.formula.replace(/^=/, "") }
        : cell.value !== undefined && cell.value !== ""
          ? { value: cell.value }
          : {};
    (rows[cell.row] ??= {})[cell.column] = {
      ...content,
      style: style(styleOf(cell)),
    };
  }
  return rows;
}

/** A cell that only looks like an input, such as the one in the colour key, stays locked. */
function styleOf({ role, format, input }: BlueprintCell): CellStyle {
  const { locked: _locked, rowHeight: _rowHeight, ...look } = ROLE_STYLES[role];
  return {
    ...look,
    ...(format !== undefined && { numberFormat: format }),
    ...(input !== undefined && { locked: false }),
  };
}

/** A file counts a column's width in digits of the default font, each 7 pixels wide, its margin included. */
const columnsOf = ({ widths }: SheetBlueprint): BookSheet["columns"] =>
  Object.fromEntries(
    widths.map((characters, column) => [
      column,
      { width: Math.trunc((pixels(characters) / 7) * 256) / 256 },
    ]),
  );

/** A role's own height counts for more than that of the text. */
function rowsOf({ cells, heights }: SheetBlueprint): BookSheet["rows"] {
  const rows: BookSheet["rows"] = {};
  for (const { row, points } of heights) rows[row] = { height: points };
  for (const { row, role } of cells) {
    const height = ROLE_STYLES[role].rowHeight;
    if (height !== undefined) rows[row] = { height };
  }
  return rows;
}

function validationOf(validation: BlueprintValidation): BookValidation {
  const { ref, type, list, operator = "between", allowBlank } = validation;
  const { title, prompt, alert } = validationWords(validation);
  const rule =
    type !== "list"
      ? { operator, formulas: (validation.formulas ?? []).map(fileFormula) }
      : Array.isArray(list)
        ? { formulas: [], list: listEntries(list) }
        : { formulas: [fileFormula(list ?? "")] };
  return {
    ref,
    type,
    ...rule,
    allowBlank,
    prompt: { title, message: prompt },
    error: { style: "stop", title, message: alert },
  };
}

const fileFormula = (formula: number | string): string =>
  String(formula).replace(/^=/, "");

function conditionalFormatOf({
  ref,
  formula,
  style,
}: BlueprintConditionalFormat): BookConditionalFormat {
  const { color, bold, fill } = CONDITIONAL_STYLES[style];
  return {
    ref,
    type: "expression",
    formulas: [fileFormula(formula)],
    style: {
      font: { color, ...(bold !== undefined && { bold }) },
      ...(fill !== undefined && { fill }),
    },
  };
}
