/** What a formula uses, read through the parser of @borgar/fx: functions with argument counts, names, ranges, constants. */
import {
  isCallNode,
  isLiteralNode,
  isReferenceNode,
  type AstExpression,
  parse,
  tokenize,
} from "@borgar/fx";

export interface FormulaReading {
  functions: { name: string; argumentCount: number }[];
  /** Defined names, as written. */
  names: string[];
  /** Cell and range references, as written. */
  ranges: string[];
  numbers: number[];
  texts: string[];
}

export class FormulaProblem extends Error {}

/** Throws FormulaProblem for text that is no formula. */
export function readFormula(formula: string): FormulaReading {
  const reading: FormulaReading = {
    functions: [],
    names: [],
    ranges: [],
    numbers: [],
    texts: [],
  };
  let tree: AstExpression;
  try {
    tree = parse(tokenize(formula)) as unknown as AstExpression;
  } catch (fault) {
    throw new FormulaProblem(
      `${formula} is not a formula: ${(fault as Error).message}`,
    );
  }
  visit(tree, reading);
  return reading;
}

function visit(node: unknown, reading: FormulaReading): void {
  if (Array.isArray(node)) {
    for (const child of node) visit(child, reading);
    return;
  }
  if (typeof node !== "object" || node === null) return;
  const found = node as AstExpression;
  if (isCallNode(found)) {
    reading.functions.push({
      name: found.callee.name.toUpperCase(),
      argumentCount: found.arguments.length,
    });
    visit(found.arguments, reading);
    return;
  }
  if (isReferenceNode(found)) {
    (found.kind === "name" ? reading.names : reading.ranges).push(found.value);
    return;
  }
  if (isLiteralNode(found)) {
    if (typeof found.value === "number") reading.numbers.push(found.value);
    if (typeof found.value === "string") reading.texts.push(found.value);
    return;
  }
  for (const [key, child] of Object.entries(found))
    if (key !== "loc") visit(child, reading);
}
