/** A formula as tokens and, among them, its calls with their arguments, down to any depth; nothing typed is lost. */
import { parse, tokenize, type AstExpression, type Token } from "@borgar/fx";
import { NotPortable } from "./model";

export interface CallPart {
  /** As typed. */
  callee: string;
  arguments: Part[][];
}

export type Part = Token | CallPart;

export const isCall = (part: Part | undefined): part is CallPart =>
  part !== undefined && "callee" in part;

export const isOperator = (part: Part | undefined, sign: string): boolean =>
  part !== undefined &&
  !isCall(part) &&
  part.type === "operator" &&
  part.value === sign;

export const isSpace = (part: Part | undefined): boolean =>
  part !== undefined &&
  !isCall(part) &&
  (part.type === "whitespace" || part.type === "newline");

/** A cell, a range, a name or a table's part. */
export const isReference = (part: Part | undefined): part is Token =>
  part !== undefined &&
  !isCall(part) &&
  /^(range|range_beam|range_named|structured)$/.test(part.type);

/** Without the prefix that files give to functions younger than their format: "_xlfn.LET" is "LET". */
export const plainName = (name: string): string =>
  name.replace(/^_xlfn\.(_xlws\.)?/i, "").toUpperCase();

export const tokensOf = (formula: string): Token[] => tokenize(formula);

/** Throws NotPortable for text that is no formula. */
export function parsed(tokens: Token[]): AstExpression {
  try {
    return parse(
      tokens.map((token) =>
        token.type === "func"
          ? { ...token, value: plainName(token.value) }
          : token,
      ),
    ) as AstExpression;
  } catch (fault) {
    throw new NotPortable(
      `the formula cannot be read: ${(fault as Error).message}`,
    );
  }
}

/** The parts behind the "=". */
export function partsOf(formula: string): Part[] {
  const tokens = tokensOf(formula);
  parsed(tokens);
  const cursor = { tokens, at: tokens[0]?.type === "fx_prefix" ? 1 : 0 };
  return readUntil(cursor, false);
}

/** Whether a formula calls a function of ours, be it readable or not; quick on those that do not. */
export function callsOwn(formula: string): boolean {
  if (!/FUNNEL[._]/i.test(formula)) return false;
  const tokens = tokensOf(formula);
  return tokens.some(
    ({ type, value }, at) =>
      ownId(value) !== undefined &&
      (type === "func" || openingOf({ tokens, at }) !== undefined),
  );
}

interface Cursor {
  tokens: Token[];
  at: number;
}

/** Up to the end or, inside a call, up to the comma or bracket that ends an argument. */
function readUntil(cursor: Cursor, isArgument: boolean): Part[] {
  const parts: Part[] = [];
  let depth = 0;
  while (cursor.at < cursor.tokens.length) {
    const token = cursor.tokens[cursor.at]!;
    const opening = openingOf(cursor);
    if (opening !== undefined) {
      cursor.at = opening + 1;
      parts.push(readCall(cursor, token.value));
      continue;
    }
    if (isOperator(token, ",") && depth === 0 && isArgument) return parts;
    if (isOperator(token, "(") || isOperator(token, "{")) depth++;
    if (isOperator(token, ")") || isOperator(token, "}")) {
      if (depth === 0) return parts;
      depth--;
    }
    parts.push(token);
    cursor.at++;
  }
  return parts;
}

/** Where the bracket of a call that begins here stands; older files may hold a space before it. */
function openingOf({ tokens, at }: Cursor): number | undefined {
  const { type, value } = tokens[at]!;
  if (type === "func") return at + 1;
  if (type !== "range_named" || ownId(value) === undefined) return undefined;
  let next = at + 1;
  while (isSpace(tokens[next])) next++;
  return isOperator(tokens[next], "(") ? next : undefined;
}

function readCall(cursor: Cursor, callee: string): CallPart {
  const all: Part[][] = [];
  for (;;) {
    all.push(readUntil(cursor, true));
    const end = cursor.tokens[cursor.at++];
    if (isOperator(end, ",")) continue;
    return {
      callee,
      arguments: all.length === 1 && all[0]!.length === 0 ? [] : all,
    };
  }
}

/**
 * The id behind a function's name as Excel shows it (FUNNEL.REQUIRED_MQLS), as a file stores it
 * (_xldudf_FUNNEL_REQUIRED_MQLS) or as a program mixed them; undefined for any other function. In capitals, a dot as "_".
 */
export function ownId(name: string): string | undefined {
  const [, shown, stored] =
    /^(?:FUNNEL\.(\w+)|_xldudf_FUNNEL[._]([\w.]+))$/i.exec(name) ?? [];
  return (shown ?? stored)?.toUpperCase().replace(/\./g, "_");
}
