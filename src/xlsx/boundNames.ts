/** The names that LET and LAMBDA bind: a file marks them with a prefix. */
import { closing, isOperator, type Piece } from "./tokens";

/** Marks the names that LET and LAMBDA bind, and their uses inside the call, as a file does. */
export function bindNames(tokens: Piece[]): Piece[] {
  if (!tokens.some(isBinder)) return tokens;
  const scopes: { name: string; from: number; to: number }[] = [];
  const optional = new Set<number>();
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (!isBinder(token) || !isOperator(tokens[i + 1], "(")) continue;
    const to = closing(tokens, i + 1);
    const starts = argumentStarts(tokens, i + 1, to);
    const lambda = /LAMBDA$/i.test(token.value);
    starts.slice(0, -1).forEach((start, index) => {
      const candidate = tokens[start];
      if (candidate === undefined || (!lambda && index % 2 === 1)) return;
      if (lambda && candidate.type === "structured") optional.add(start);
      else if (candidate.type !== "range_named") return;
      scopes.push({ name: bare(candidate.value), from: start, to });
    });
  }
  return tokens.map((token, index) => {
    if (optional.has(index))
      return {
        type: "range_named",
        value: `_xlop.${token.value.slice(1, -1)}`,
      };
    if (token.type !== "range_named" && token.type !== "func") return token;
    const name = token.value.toLowerCase();
    const bound = scopes.some(
      (scope) =>
        scope.name === name && index >= scope.from && index <= scope.to,
    );
    return bound
      ? { type: "range_named", value: `_xlpm.${token.value}` }
      : token;
  });
}

const isBinder = ({ type, value }: Piece): boolean =>
  type === "func" && /^(_xlfn\.)?(LET|LAMBDA)$/i.test(value);

const bare = (name: string): string =>
  name.replace(/^\[|\]$/g, "").toLowerCase();

/** Index of the first token of each argument that is more than white space. */
function argumentStarts(
  tokens: Piece[],
  open: number,
  close: number,
): number[] {
  const starts: number[] = [];
  let depth = 0;
  let expecting = true;
  for (let i = open + 1; i < close; i++) {
    const token = tokens[i]!;
    if (expecting && token.type !== "whitespace") {
      starts.push(i);
      expecting = false;
    }
    if (isOperator(token, "(") || isOperator(token, "{")) depth++;
    if (isOperator(token, ")") || isOperator(token, "}")) depth--;
    if (depth === 0 && isOperator(token, ",")) expecting = true;
  }
  return starts;
}
