/** Rewriting the references inside formula texts: moved cells, renamed and deleted sheets. */
import {
  stringifyTokens,
  tokenize,
  translateFormulaToA1,
  translateFormulaToR1C1,
} from "@borgar/fx";
import { cellName, quotedSheet } from "./address";

/** The formula as it reads after copying it from one cell to another: relative parts move along. */
export function movedFormula(
  formula: string,
  from: { row: number; column: number },
  to: { row: number; column: number },
): string {
  if (from.row === to.row && from.column === to.column) return formula;
  const relative = translateFormulaToR1C1(
    formula,
    cellName(from.row, from.column),
  );
  return translateFormulaToA1(relative, cellName(to.row, to.column), {
    wrapEdges: false,
  });
}

const sheetOf = (
  reference: string,
): { sheet: string; rest: string } | undefined => {
  const mark = reference.lastIndexOf("!");
  if (mark < 0) return undefined;
  const prefix = reference.slice(0, mark);
  const sheet = prefix.startsWith("'")
    ? prefix.slice(1, -1).replaceAll("''", "'")
    : prefix;
  return { sheet, rest: reference.slice(mark + 1) };
};

function withSheets(
  formula: string,
  change: (sheet: string, rest: string) => string | undefined,
): string {
  if (!formula.includes("!")) return formula;
  const tokens = tokenize(formula, { mergeRefs: true });
  for (const token of tokens) {
    const parts = sheetOf(token.value);
    if (!parts || !/^(range|structured)/.test(token.type)) continue;
    token.value = change(parts.sheet, parts.rest) ?? token.value;
  }
  return stringifyTokens(tokens);
}

const same = (a: string, b: string): boolean =>
  a.toLowerCase() === b.toLowerCase();

export const withSheetRenamed = (
  formula: string,
  from: string,
  to: string,
): string =>
  withSheets(formula, (sheet, rest) =>
    same(sheet, from) ? `${quotedSheet(to)}!${rest}` : undefined,
  );

export const withSheetDeleted = (formula: string, name: string): string =>
  withSheets(formula, (sheet) => (same(sheet, name) ? "#REF!" : undefined));
