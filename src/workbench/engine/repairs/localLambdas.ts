/**
 * Univer does not call a LAMBDA that LET has named: `LET(sq,LAMBDA(x,x*x),sq(5))` is #NAME? there. The call is written
 * as a call of the LAMBDA itself, which Univer understands.
 */
import { stringifyTokens, tokenize } from "@borgar/fx";

export function withLocalLambdasCalled(formula: string): string {
  if (!/\bLET\s*\(/i.test(formula) || !/\bLAMBDA\s*\(/i.test(formula))
    return formula;
  const tokens = tokenize(formula, { mergeRefs: true });
  const lambdas = new Map<string, string>();
  tokens.forEach((token, place) => {
    const [comma, lambda] = [tokens[place + 1], tokens[place + 2]];
    if (token.type !== "range_named" || comma?.value !== ",") return;
    if (!/^LAMBDA$/i.test(lambda?.value ?? "")) return;
    const body = tokens.slice(place + 2, endOfCall(tokens, place + 3));
    const text = stringifyTokens(body);
    // A LAMBDA that calls itself has no end here; Univer answers it with #NAME?.
    if (!text.toLowerCase().includes(`${token.value.toLowerCase()}(`))
      lambdas.set(token.value.toLowerCase(), text);
  });
  if (lambdas.size === 0) return formula;
  for (const token of tokens) {
    if (!token.type.startsWith("func")) continue;
    token.value = lambdas.get(token.value.toLowerCase()) ?? token.value;
  }
  return stringifyTokens(tokens);
}

/** The place behind the bracket that closes the one at `open`. */
function endOfCall(tokens: { value: string }[], open: number): number {
  let depth = 0;
  for (let place = open; place < tokens.length; place++) {
    if (tokens[place]?.value === "(") depth++;
    if (tokens[place]?.value === ")" && --depth === 0) return place + 1;
  }
  return tokens.length;
}
