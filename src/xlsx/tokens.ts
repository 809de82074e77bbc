/** A formula's tokens. */
import { tokenize } from "@borgar/fx/xlsx";

export interface Piece {
  type: string;
  value: string;
}

export const pieces = (formula: string): Piece[] =>
  tokenize(formula, { mergeRefs: true }).map(({ type, value }) => ({
    type,
    value,
  }));

export const isReference = ({ type }: Piece): boolean =>
  type === "range" ||
  type === "range_beam" ||
  type === "range_ternary" ||
  type === "range_named" ||
  type === "structured";

export const isOperator = (piece: Piece | undefined, value: string): boolean =>
  piece?.type === "operator" && piece.value === value;

/** The index of the parenthesis that closes the one at `open`, or the last index of an unfinished formula. */
export function closing(tokens: Piece[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (isOperator(tokens[i], "(")) depth++;
    if (isOperator(tokens[i], ")") && --depth === 0) return i;
  }
  return tokens.length - 1;
}
