/** How many rows and columns an expression gives, as far as its text tells; undefined where it does not. */
import {
  isArrayNode,
  isBinaryNode,
  isCallNode,
  isErrorNode,
  isLetNode,
  isLiteralNode,
  isReferenceNode,
  isUnaryNode,
  type AstExpression,
  type CallExpression,
  type Token,
} from "@borgar/fx";
import {
  NotPortable,
  type AskedReference,
  type LookUp,
  type Size,
} from "./model";
import { parsed, plainName } from "./parts";
import { cellCount, rangeOf, sameSize, sizeOfRange } from "./references";

/** Where an expression stands. */
export interface Scope {
  sheet: string;
  address: string;
  /** Names that LET and LAMBDA have bound around it, in capitals. */
  bound: ReadonlyMap<string, Size | undefined>;
  lookUp: LookUp;
}

const ONE: Size = { rows: 1, columns: 1 };

/** Functions that make one value of whatever they are given. */
const AGGREGATES = new Set(
  "SUM PRODUCT SUMPRODUCT MIN MAX AVERAGE MEDIAN COUNT COUNTA COUNTBLANK ROWS COLUMNS AND OR XOR NA TRUE FALSE PI TODAY NOW SINGLE STDEV STDEV.S STDEV.P VAR VAR.S VAR.P CONCAT TEXTJOIN NPV IRR".split(
    " ",
  ),
);
/** Functions that work cell by cell. */
const CELL_BY_CELL = new Set(
  "ABS INT ROUND ROUNDUP ROUNDDOWN TRUNC MOD POWER SQRT EXP LN LOG LOG10 SIGN CEILING FLOOR QUOTIENT IFERROR IFNA NOT ISNUMBER ISBLANK ISERROR ISNA ISTEXT YEAR MONTH DAY DATE VALUE TEXT LEFT RIGHT MID LEN TRIM UPPER LOWER".split(
    " ",
  ),
);

/** Throws NotPortable for several areas at once, which no function takes. */
export function sizeOf(tokens: Token[], scope: Scope): Size | undefined {
  let tree: AstExpression;
  try {
    tree = parsed(tokens);
  } catch {
    return undefined;
  }
  return size(tree, scope);
}

function size(
  node: AstExpression | null | undefined,
  scope: Scope,
): Size | undefined {
  if (node == null || isLiteralNode(node) || isErrorNode(node)) return ONE;
  if (isArrayNode(node))
    return { rows: node.elements.length, columns: node.elements[0]!.length };
  if (isReferenceNode(node)) {
    if (node.kind === "name") {
      const name = node.value.toUpperCase();
      return scope.bound.has(name)
        ? scope.bound.get(name)
        : asked("name", node.value, scope);
    }
    if (node.kind === "table") return asked("table", node.value, scope);
    const range = rangeOf(node.value);
    return range && sizeOfRange(range);
  }
  if (isUnaryNode(node)) {
    const [operand] = node.arguments;
    if (node.operator === "@") return ONE;
    if (node.operator !== "#") return size(operand, scope);
    return isReferenceNode(operand)
      ? asked("spill", `${operand.value}#`, scope)
      : undefined;
  }
  if (isBinaryNode(node)) {
    if (node.operator === ",")
      throw new NotPortable(
        "several ranges at once, such as (A1,B1), cannot be given",
      );
    if (node.operator === ":" || node.operator === " ") return undefined;
    return together(node.arguments, scope);
  }
  if (isLetNode(node)) {
    const bound = new Map(scope.bound);
    const inner = { ...scope, bound };
    for (const { id, init } of node.declarations)
      bound.set(id.name.toUpperCase(), size(init, inner));
    return size(node.body, inner);
  }
  return isCallNode(node) ? sizeOfCall(node, scope) : undefined;
}

function sizeOfCall(node: CallExpression, scope: Scope): Size | undefined {
  if (!("name" in node.callee)) return undefined;
  const name = plainName(node.callee.name);
  const given = node.arguments;
  if (AGGREGATES.has(name)) return ONE;
  if (CELL_BY_CELL.has(name)) return together(given, scope);
  if (name === "TRANSPOSE") {
    const turned = size(given[0], scope);
    return turned && { rows: turned.columns, columns: turned.rows };
  }
  if (name === "ANCHORARRAY" && isReferenceNode(given[0]))
    return asked("spill", `${given[0].value}#`, scope);
  if (name === "INDEX") {
    const whole = size(given[0], scope);
    const isLine = whole && (whole.rows === 1 || whole.columns === 1);
    return (isLine && given.length > 1) || given.length > 2
      ? given.slice(1).every(isPlace)
        ? ONE
        : undefined
      : undefined;
  }
  if (name === "IF" || name === "CHOOSE") {
    const all = given.map((each) => size(each, scope));
    if (all[0] === undefined) return undefined;
    if (cellCount(all[0]) > 1) return together(given, scope);
    const [first, ...others] = all.slice(1);
    // Without its third argument IF gives FALSE.
    return first &&
      (name === "CHOOSE" || others.length === 1) &&
      others.every((each) => each && sameSize(each, first))
      ? first
      : undefined;
  }
  return undefined;
}

/** A row or column number that picks one cell: 0 would take them all. */
const isPlace = (node: AstExpression | null): boolean =>
  node != null &&
  isLiteralNode(node) &&
  typeof node.value === "number" &&
  node.value >= 1;

/** Calculated cell by cell: single values and single lines stretch to the largest. */
function together(
  nodes: readonly (AstExpression | null)[],
  scope: Scope,
): Size | undefined {
  let { rows, columns } = ONE;
  for (const each of nodes) {
    const own = size(each, scope);
    if (own === undefined) return undefined;
    if (own.rows > 1 && rows > 1 && own.rows !== rows) return undefined;
    if (own.columns > 1 && columns > 1 && own.columns !== columns)
      return undefined;
    rows = Math.max(rows, own.rows);
    columns = Math.max(columns, own.columns);
  }
  return { rows, columns };
}

export const asked = (
  kind: AskedReference["kind"],
  text: string,
  { sheet, address, lookUp }: Scope,
): ReturnType<LookUp> => lookUp({ kind, text, sheet, address });
