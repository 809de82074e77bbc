/**
 * A formula as a user reads it against the same formula as a file stores it. Only tokens are rewritten, so texts, sheet
 * names and spaces are never touched. The file writes young functions with a prefix (_xlfn.), custom functions as
 * _xldudf_NAMESPACE_ID, the names that LET and LAMBDA bind as _xlpm.name, `A1#` and `@x` as function calls, and the row
 * of a table's own formula as [#This Row].
 */
import { bindNames } from "./boundNames";
import {
  parseStructRef,
  stringifyStructRef,
  translateFormulaToA1,
  translateFormulaToR1C1,
} from "@borgar/fx/xlsx";
import {
  PREFIXED_FUNCTIONS,
  SPILLING_FUNCTIONS,
  WORKSHEET_FUNCTIONS,
} from "./functionTable";
import { closing, isOperator, isReference, pieces, type Piece } from "./tokens";

/** Custom functions by their name in a file, in capitals, and by their name in a formula, in capitals. */
export interface CustomFunctions {
  readonly byFileName: ReadonlyMap<string, string>;
  readonly byName: ReadonlyMap<string, string>;
}

const CUSTOM_PREFIX = "_xldudf_";

export function customFunctions(
  names: readonly string[] = [],
): CustomFunctions {
  const fileName = (name: string): string =>
    CUSTOM_PREFIX + name.replace(/\./g, "_");
  return {
    byFileName: new Map(
      names.map((name) => [fileName(name).toUpperCase(), name]),
    ),
    byName: new Map(names.map((name) => [name.toUpperCase(), fileName(name)])),
  };
}

const NO_FUNCTIONS = customFunctions();

/** The last index of the operand that begins at `start`, or -1 where none begins. */
function operandEnd(tokens: Piece[], start: number): number {
  const first = tokens[start];
  if (first === undefined) return -1;
  if (first.type === "func") return closing(tokens, start + 1);
  if (isOperator(first, "(")) return closing(tokens, start);
  return isReference(first) ? start : -1;
}

// ---------------------------------------------------------------- from a file

export function fromFile(formula: string, custom: CustomFunctions): string {
  if (!/_xl|#This Row/i.test(formula)) return formula;
  const tokens = pieces(formula);
  const out: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const call = token.type === "func" ? token.value.toUpperCase() : "";
    const operand = i + 2;
    if (call === "_XLFN.ANCHORARRAY" && isOperator(tokens[i + 1], "(")) {
      const only = tokens[operand];
      if (
        only !== undefined &&
        isReference(only) &&
        isOperator(tokens[operand + 1], ")")
      ) {
        out.push(`${nameFromFile(only, custom)}#`);
        i = operand + 1;
        continue;
      }
    }
    if (call === "_XLFN.SINGLE" && isOperator(tokens[i + 1], "(")) {
      const end = operandEnd(tokens, operand);
      if (end >= 0 && isOperator(tokens[end + 1], ")")) {
        const inner = tokens
          .slice(operand, end + 1)
          .map(({ value }) => value)
          .join("");
        out.push(`@${fromFile(inner, custom)}`);
        i = end + 1;
        continue;
      }
    }
    out.push(nameFromFile(token, custom));
  }
  return out.join("");
}

function nameFromFile(token: Piece, custom: CustomFunctions): string {
  const { type, value } = token;
  if (type === "func") {
    const known = custom.byFileName.get(value.toUpperCase());
    if (known !== undefined) return known;
    return value.replace(/^_xlfn\.(_xlws\.)?/i, "").replace(/^_xlpm\./i, "");
  }
  if (type === "structured" && /#This Row/i.test(value)) {
    const parsed = parseStructRef(value);
    if (parsed !== undefined)
      return stringifyStructRef(parsed, { thisRow: false });
  }
  if (!isReference(token)) return value;
  if (/^_xlop\./i.test(value)) return `[${value.slice(6)}]`;
  return value.replace(/^_xlpm\./i, "").replace(/^_xlfn\./i, "");
}

// ---------------------------------------------------------------- to a file

/**
 * A quick look that spares most formulas the tokens: no sign, bracket or call in it, a text's included, that could need
 * another spelling in a file.
 */
function isPlain(formula: string, custom: CustomFunctions): boolean {
  if (/[@#[]/.test(formula)) return false;
  for (const [, call] of formula.matchAll(
    /([\p{L}_\\][\p{L}\d_.\\]*)\s*\(/gu,
  )) {
    const upper = call!.toUpperCase();
    if (
      PREFIXED_FUNCTIONS.has(upper) ||
      WORKSHEET_FUNCTIONS.has(upper) ||
      custom.byName.has(upper)
    )
      return false;
  }
  return true;
}

export interface FormulaPlace {
  /** The table that the formula's cell lies in, for [@Column] without a table's name. */
  table?: string;
}

export function toFile(
  formula: string,
  custom: CustomFunctions,
  place: FormulaPlace = {},
): string {
  if (isPlain(formula, custom)) return formula;
  const tokens = bindNames(pieces(formula));
  return write(tokens, custom, place);
}

function write(
  tokens: Piece[],
  custom: CustomFunctions,
  place: FormulaPlace,
): string {
  const out: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (isOperator(token, "@")) {
      const end = operandEnd(tokens, i + 1);
      if (end >= 0) {
        const spilled = isOperator(tokens[end + 1], "#") ? end + 1 : end;
        out.push(
          `_xlfn.SINGLE(${write(tokens.slice(i + 1, spilled + 1), custom, place)})`,
        );
        i = spilled;
        continue;
      }
    }
    if (isReference(token) && isOperator(tokens[i + 1], "#")) {
      out.push(`_xlfn.ANCHORARRAY(${nameToFile(token, custom, place)})`);
      i++;
      continue;
    }
    out.push(nameToFile(token, custom, place));
  }
  return out.join("");
}

function nameToFile(
  token: Piece,
  custom: CustomFunctions,
  place: FormulaPlace,
): string {
  const { type, value } = token;
  if (type === "structured") return structuredToFile(value, place);
  if (type !== "func") return value;
  const upper = value.toUpperCase();
  const written = custom.byName.get(upper);
  if (written !== undefined) return written;
  if (WORKSHEET_FUNCTIONS.has(upper)) return `_xlfn._xlws.${value}`;
  return PREFIXED_FUNCTIONS.has(upper) ? `_xlfn.${value}` : value;
}

function structuredToFile(text: string, place: FormulaPlace): string {
  const parsed = parseStructRef(text);
  if (parsed === undefined) return text;
  const table = parsed.table || place.table;
  const thisRow = (parsed.sections ?? []).some(
    (section) => section.toLowerCase() === "this row",
  );
  if (table === undefined || (!thisRow && parsed.table)) return text;
  return stringifyStructRef({ ...parsed, table }, { thisRow: true });
}

// ---------------------------------------------------------------- other rewriting

/** The formula of a cell that shares the formula of `from`. */
export const translate = (formula: string, from: string, to: string): string =>
  translateFormulaToA1(translateFormulaToR1C1(formula, from), to, {
    wrapEdges: true,
  });

/** Whether Excel would let the formula spill: it names a function that returns arrays, or a spilled range. */
export const canSpill = (formula: string): boolean =>
  !isPlain(formula, NO_FUNCTIONS) &&
  pieces(formula).some((token, index, all) =>
    token.type === "func"
      ? SPILLING_FUNCTIONS.has(token.value.toUpperCase())
      : isReference(token) && isOperator(all[index + 1], "#"),
  );

/** Whether a formula calls one of the custom functions. */
export const callsCustom = (
  formula: string,
  custom: CustomFunctions,
): boolean =>
  custom.byName.size > 0 &&
  !isPlain(formula, custom) &&
  pieces(formula).some(
    ({ type, value }) =>
      type === "func" && custom.byName.has(value.toUpperCase()),
  );

/** The formula after sheets were renamed; `renamed` maps old names to new ones. */
export function renameSheets(
  formula: string,
  renamed: ReadonlyMap<string, string>,
): string {
  const lower = new Map(
    [...renamed].map(([from, to]) => [from.toLowerCase(), to]),
  );
  return pieces(formula)
    .map((token) => {
      if (!isReference(token)) return token.value;
      const split = /^(?:'((?:[^']|'')+)'|([^'!]+))!([\s\S]*)$/.exec(
        token.value,
      );
      if (split === null) return token.value;
      const sheets = (split[1]?.replace(/''/g, "'") ?? split[2]!).split(":");
      if (!sheets.some((sheet) => lower.has(sheet.toLowerCase())))
        return token.value;
      const fresh = sheets
        .map((sheet) => lower.get(sheet.toLowerCase()) ?? sheet)
        .join(":");
      return `${/^[A-Za-z_][A-Za-z0-9_.]*$/.test(fresh) ? fresh : `'${fresh.replace(/'/g, "''")}'`}!${split[3]}`;
    })
    .join("");
}
