/** Faults of a laid-out plan, in words; a sound blueprint has none. Writers may trust what passes here. */
import {
  FormulaProblem,
  type FormulaReading,
  readFormula,
} from "../formula/read";
import { TEMPLATE_FUNCTIONS } from "../formula/functions2016";
import { address } from "./address";
import { inputsOf, calendar } from "./inputs";
import type { Blueprint, BlueprintCell, SheetBlueprint } from "./model";
import { SHEET_NAME_LIMIT } from "./names";

/** Constants a formula may hold; every other number is a named cell on Assumptions. */
const CONSTANTS = new Set([0, 1, 12, 100]);
/** Excel's limits. */
const FORMULA_LIMIT = 8192;
const TEXT_LIMIT = 255;
const NAME_LIMIT = 255;
const VALID_NAME = /^[A-Za-z_][A-Za-z0-9_.]*$/;
/** A1 or R1C1 addresses, which Excel would not take as names. */
const ADDRESS_LIKE = /^(?:[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*)$/;

export function verify(blueprint: Blueprint): string[] {
  return [
    ...sheetFaults(blueprint),
    ...nameFaults(blueprint),
    ...inputFaults(blueprint),
    ...blueprint.sheets.flatMap((sheet) => sheetCellFaults(blueprint, sheet)),
    ...readingFaults(blueprint),
  ];
}

function doubles(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return texts.filter((text) => {
    const key = text.toLowerCase();
    return seen.has(key) || !seen.add(key);
  });
}

function sheetFaults({ sheets }: Blueprint): string[] {
  const titles = sheets.map(({ title }) => title);
  return [
    ...doubles(titles).map((title) => `Two sheets are called ${title}.`),
    ...titles
      .filter(
        (title) => title.length > SHEET_NAME_LIMIT || /[\\/?*[\]:]/.test(title),
      )
      .map((title) => `Excel refuses the sheet name ${title}.`),
  ];
}

function nameFaults({ names, sheets }: Blueprint): string[] {
  const faults = doubles(names.map(({ name }) => name)).map(
    (name) => `The name ${name} is given twice.`,
  );
  const cells = new Map(
    sheets.map((sheet) => [sheet.id, cellsByAddress(sheet)]),
  );
  for (const { name, sheet, ref, comment } of names) {
    if (
      !VALID_NAME.test(name) ||
      ADDRESS_LIKE.test(name) ||
      name.length > NAME_LIMIT
    ) {
      faults.push(`Excel refuses the name ${name}.`);
    }
    if (comment.length === 0 || comment.length > TEXT_LIMIT)
      faults.push(`The name ${name} has no usable comment.`);
    const parts = ref.replace(/\$/g, "").split(":");
    const found = parts.map((part) => cells.get(sheet)?.get(part));
    if (found.some((cell) => !cell))
      faults.push(
        `The name ${name} leads to ${sheet} ${ref}, where no cell is.`,
      );
    const row = found[0]?.row;
    if (row !== undefined && !cells.get(sheet)!.get(address(row, 0))?.hasText) {
      faults.push(`No label stands beside the cell named ${name}.`);
    }
  }
  return faults;
}

function cellsByAddress(
  sheet: SheetBlueprint,
): Map<string, { row: number; hasText: boolean }> {
  return new Map(
    sheet.cells.map((cell) => [
      address(cell.row, cell.column),
      {
        row: cell.row,
        hasText:
          cell.formula !== undefined ||
          (typeof cell.value === "string" && cell.value !== ""),
      },
    ]),
  );
}

/** Every input definition has exactly one cell, every required one holds something. */
function inputFaults({ plan, sheets, inputs }: Blueprint): string[] {
  const faults = doubles(inputs.map(({ id }) => id)).map(
    (id) => `The input ${id} has two cells.`,
  );
  const placed = new Map(
    sheets.flatMap((sheet) =>
      sheet.cells.flatMap((cell) =>
        cell.input ? [[cell.input, cell] as const] : [],
      ),
    ),
  );
  const after = sheets.length
    ? afterOf(
        inputs.map(({ id }) => id),
        plan.periodCount,
      )
    : undefined;
  const definitions = inputsOf(plan, calendar(plan, after));
  const known = new Set(definitions.map(({ id }) => id));
  for (const { id, optional } of definitions) {
    const cell = placed.get(id);
    if (!cell) faults.push(`The input ${id} has no cell.`);
    else if (!optional && isBlank(cell))
      faults.push(`The input ${id} is blank.`);
  }
  for (const id of placed.keys())
    if (!known.has(id)) faults.push(`The cell of ${id} belongs to no input.`);
  return faults;
}

const isBlank = ({ value, formula }: BlueprintCell): boolean =>
  formula === undefined && (value ?? "") === "";

/** How many periods the layout kept after the plan, read from the cells themselves. */
const afterOf = (ids: string[], periodCount: number): number =>
  ids.filter((id) => /^period_start\/\d+$/.test(id)).length - periodCount;

function sheetCellFaults(
  blueprint: Blueprint,
  sheet: SheetBlueprint,
): string[] {
  const faults: string[] = [];
  const taken = new Set<string>();
  const known = {
    names: new Set(blueprint.names.map(({ name }) => name.toLowerCase())),
    titles: new Set(blueprint.sheets.map(({ title }) => title)),
  };
  for (const cell of sheet.cells) {
    const at = address(cell.row, cell.column);
    const where = `${sheet.title} ${at}`;
    if (taken.has(at)) faults.push(`${where} is filled twice.`);
    taken.add(at);
    if (cell.row >= sheet.rowCount || cell.column >= sheet.columnCount)
      faults.push(`${where} lies outside its sheet.`);
    const isInput =
      cell.role === "input" ||
      cell.role === "default" ||
      cell.role === "prose" ||
      cell.role === "annotation";
    if (isInput && !cell.input && sheet.id !== "guide")
      faults.push(`${where} looks like an input and has no id.`);
    if (cell.formula === undefined) continue;
    if (cell.value !== undefined)
      faults.push(`${where} has both a value and a formula.`);
    // A link is the user's own reference: its sheets and names are not ours to judge.
    if (cell.role === "input" || cell.role === "prose") continue;
    faults.push(
      ...formulaFaults(cell.formula, known).map(
        (fault) => `${where}: ${fault}`,
      ),
    );
  }
  for (const { formula, ref } of sheet.conditionalFormats) {
    faults.push(
      ...formulaFaults(formula, known).map(
        (fault) => `${sheet.title} rule on ${ref}: ${fault}`,
      ),
    );
  }
  return faults;
}

interface Known {
  names: Set<string>;
  titles: Set<string>;
}

function formulaFaults(formula: string, known: Known): string[] {
  let reading: FormulaReading;
  try {
    reading = readFormula(formula);
  } catch (fault) {
    if (fault instanceof FormulaProblem) return [fault.message];
    throw fault;
  }
  const faults: string[] = [];
  if (!formula.startsWith("="))
    faults.push(`${formula} does not begin with "=".`);
  if (formula.length > FORMULA_LIMIT)
    faults.push(`the formula has ${formula.length} characters.`);
  for (const { name, argumentCount } of reading.functions) {
    const counts = TEMPLATE_FUNCTIONS[name];
    if (!counts)
      faults.push(`the function ${name} is not among the template's.`);
    else if (argumentCount < counts[0] || argumentCount > counts[1]) {
      faults.push(
        `${name} takes ${counts.join(" to ")} arguments and gets ${argumentCount}.`,
      );
    }
  }
  for (const name of reading.names)
    if (!known.names.has(name.toLowerCase()))
      faults.push(`nothing is called ${name}.`);
  for (const number of reading.numbers)
    if (!CONSTANTS.has(number))
      faults.push(`the constant ${number} needs a named cell.`);
  for (const text of reading.texts)
    if (text.length > TEXT_LIMIT)
      faults.push(`the text "${text}" is too long.`);
  for (const range of reading.ranges) {
    const sheet = /^(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(range);
    const title = (sheet?.[1] ?? sheet?.[2])?.replace(/''/g, "'");
    if (title !== undefined && !known.titles.has(title))
      faults.push(`no sheet of the plan is called ${title}.`);
  }
  return faults;
}

function readingFaults({ headlines, checks, sheets }: Blueprint): string[] {
  const cells = new Map(
    sheets.map((sheet) => [sheet.id, cellsByAddress(sheet)]),
  );
  return [...headlines, ...checks]
    .filter(({ sheet, address: at }) => !cells.get(sheet)?.has(at))
    .map(
      ({ id, sheet, address: at }) =>
        `The reading ${id} leads to ${sheet} ${at}, where no cell is.`,
    );
}
