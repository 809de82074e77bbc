/** What Excel takes as one formula. */
import { NotPortable } from "./model";
import { isOperator, parsed, tokensOf } from "./parts";

export const MOST_CHARACTERS = 8_192;
export const DEEPEST = 64;
const MOST_ARGUMENTS = 255;

export function refuseLong(text: string): void {
  if (text.length > MOST_CHARACTERS)
    throw new NotPortable(
      `the plain formula would have ${told(text.length)} characters; Excel takes ${told(MOST_CHARACTERS)}`,
    );
}

const told = (count: number): string =>
  String(count).replace(/\B(?=(\d{3})+$)/g, ",");

/** Throws NotPortable for a formula that Excel would not let in. */
export function refuseBeyondLimits(formula: string): void {
  refuseLong(formula);
  const tokens = tokensOf(formula);
  parsed(tokens);
  /** Arguments counted so far, for each open bracket. */
  const open: number[] = [];
  for (const token of tokens) {
    if (isOperator(token, "(")) open.push(1);
    else if (isOperator(token, ")")) open.pop();
    // A comma inside {…} parts no arguments.
    else if (isOperator(token, "{")) open.push(Number.NEGATIVE_INFINITY);
    else if (isOperator(token, "}")) open.pop();
    else if (isOperator(token, ",") && open.length > 0)
      open[open.length - 1]! += 1;
    if (open.length > DEEPEST)
      throw new NotPortable(
        `the plain formula would be nested more than ${DEEPEST} deep, which Excel does not take`,
      );
    if ((open.at(-1) ?? 0) > MOST_ARGUMENTS)
      throw new NotPortable(
        `the plain formula would need more than ${MOST_ARGUMENTS} arguments in one call, which Excel does not take`,
      );
  }
}
