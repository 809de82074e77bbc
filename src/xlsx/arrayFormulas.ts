/**
 * Which formulas need a file's mark for dynamic arrays. Excel reads a formula without it as one from before 2019: an
 * operator or a scalar function then takes one cell of a range, and `SUM((A1:A3>1)*1)` gives another number.
 */
import {
  isBinaryNode,
  isCallNode,
  isReferenceNode,
  isUnaryNode,
  parse,
  tokenize,
  type AstExpression,
} from "@borgar/fx/xlsx";
import { canSpill } from "./formula";

/** Arguments of these were always computed as arrays. */
const ARRAY_FUNCTIONS = new Set([
  "SUMPRODUCT",
  "MMULT",
  "MINVERSE",
  "MDETERM",
  "LOOKUP",
]);

/** Functions that take one value where they are given a range. */
const SCALAR_FUNCTIONS = new Set(
  (
    "ABS CEILING CODE DATE DATEVALUE DAY EDATE EOMONTH EXP FIND FLOOR HOUR IF IFERROR IFNA INT ISBLANK ISERROR ISNA " +
    "ISNUMBER ISTEXT LEFT LEN LN LOG LOG10 LOWER MID MINUTE MOD MONTH NOT PROPER REPLACE RIGHT ROUND ROUNDDOWN ROUNDUP " +
    "SEARCH SECOND SIGN SQRT SUBSTITUTE TEXT TRIM UPPER VALUE WEEKDAY YEAR"
  ).split(" "),
);

export function needsDynamicMark(formula: string): boolean {
  if (canSpill(formula)) return true;
  if (!/[:[]/.test(formula)) return false;
  let tree: AstExpression | undefined;
  try {
    tree = parse(tokenize(formula, { mergeRefs: true }), {
      permitArrayCalls: true,
      permitArrayRanges: true,
    }) as AstExpression;
  } catch {
    // A formula that does not parse is no formula in Excel either; it is stored as it was typed.
    return false;
  }
  return isManyCells(tree) || computesArrays(tree);
}

/** A range of more than one cell, or what an operator makes of one. */
function isManyCells(node: AstExpression): boolean {
  if (!isReferenceNode(node)) return false;
  const { kind, value } = node as { kind: string; value: string };
  if (kind === "beam") return true;
  if (kind === "table") return !/\[@|#This Row|#Headers|#Totals/i.test(value);
  return (
    kind === "range" && value.slice(value.lastIndexOf("!") + 1).includes(":")
  );
}

const REFERENCE_OPERATORS = new Set([":", ",", " ", "@", "#"]);

function computesArrays(node: AstExpression): boolean {
  if (isCallNode(node)) {
    const { callee } = node;
    const name = "name" in callee ? String(callee.name).toUpperCase() : "";
    if (ARRAY_FUNCTIONS.has(name)) return false;
    const list = node.arguments.filter(
      (one): one is AstExpression => one !== null && one !== undefined,
    );
    return (
      (SCALAR_FUNCTIONS.has(name) && list.some(isManyCells)) ||
      list.some(computesArrays)
    );
  }
  if (!isBinaryNode(node) && !isUnaryNode(node)) return false;
  const operands = node.arguments as AstExpression[];
  if (REFERENCE_OPERATORS.has(node.operator))
    return node.operator !== "@" && operands.some(computesArrays);
  return operands.some(isManyCells) || operands.some(computesArrays);
}
