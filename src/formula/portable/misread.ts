/** Arguments that a plain formula would read otherwise than the function does, or that Excel would not let in. */
import {
  isCallNode,
  isReferenceNode,
  isUnaryNode,
  type AstExpression,
} from "@borgar/fx";
import type { WrittenArgument } from "./call";
import { NotPortable } from "./model";
import { parsed, plainName, tokensOf } from "./parts";
import type { Scope } from "./size";

/** Which arguments must be references, counted from 0: a calculated array there is no formula. */
const REFERENCES_ONLY: Record<string, (at: number) => boolean> = {
  SUMIF: (at) => at !== 1,
  AVERAGEIF: (at) => at !== 1,
  COUNTIF: (at) => at === 0,
  COUNTBLANK: () => true,
  SUMIFS: (at) => at === 0 || at % 2 === 1,
  AVERAGEIFS: (at) => at === 0 || at % 2 === 1,
  COUNTIFS: (at) => at % 2 === 0,
  RANK: (at) => at === 1,
  OFFSET: (at) => at === 0,
};

export function refuseMisread(
  formula: string,
  written: readonly WrittenArgument[],
  scope: Scope,
): void {
  const functionsOf = (tokens: WrittenArgument["tokens"]): string[] =>
    tokens
      .filter(({ type }) => type === "func")
      .map(({ value }) => plainName(value));
  const tokens = tokensOf(formula);
  const typed = new Set(written.flatMap((each) => functionsOf(each.tokens)));
  const taken = functionsOf(tokens).find(
    (name) => scope.bound.has(name) && !typed.has(name),
  );
  if (taken !== undefined)
    throw new NotPortable(
      `the formula calls a value of its own ${taken}, a function that the plain formula needs`,
    );
  visit(parsed(tokens), scope);
}

function visit(node: unknown, scope: Scope): void {
  if (Array.isArray(node)) {
    for (const child of node) visit(child, scope);
    return;
  }
  if (typeof node !== "object" || node === null) return;
  const found = node as AstExpression;
  if (isCallNode(found) && "name" in found.callee) {
    const mustRefer = REFERENCES_ONLY[plainName(found.callee.name)];
    found.arguments.forEach((each, at) => {
      if (mustRefer?.(at) && !isPlainReference(each, scope))
        throw new NotPortable(
          "the plain formula needs a range where a calculated value is given",
        );
    });
  }
  for (const [key, child] of Object.entries(found))
    if (key !== "loc") visit(child, scope);
}

const isPlainReference = (
  node: AstExpression | null,
  { bound }: Scope,
): boolean =>
  node != null &&
  ((isReferenceNode(node) && !bound.has(node.value.toUpperCase())) ||
    (isUnaryNode(node) && node.operator === "#"));
