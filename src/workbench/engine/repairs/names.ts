/**
 * Univer pastes a name's text into the formula without brackets (`Sum2` = `A1+2` makes `=Sum2*10` A1+20) and knows no
 * names of one sheet. Here a name becomes its bracketed text before Univer reads the formula.
 */
import { stringifyTokens, tokenize } from "@borgar/fx";

/** The text of a name as seen from a sheet, without "="; undefined where there is no such name. */
export type NameLookup = (
  name: string,
  ofSheet: string | undefined,
) => string | undefined;

/** Names of names go this deep; beyond, they can only be circular. */
const deepest = 20;

export function withNamesExpanded(
  formula: string,
  lookup: NameLookup,
  depth = 0,
): string {
  const tokens = tokenize(formula, { mergeRefs: true });
  const bound = boundVariables(tokens);
  let changed = false;
  tokens.forEach((token) => {
    const { type, value } = token;
    const called = type === "func" || type === "function";
    if (type !== "range_named" && !called) return;
    const { sheet, name } = splitName(value);
    if (sheet === undefined && bound.has(name.toLowerCase())) return;
    const text = lookup(name, sheet);
    // `Rate(…)` calls the function RATE even where a name `Rate` exists, unless the name is a function itself.
    if (text === undefined || (called && !/^LAMBDA\(/i.test(text))) return;
    const inner =
      depth < deepest ? withNamesExpanded(text, lookup, depth + 1) : "#NAME?";
    token.value = isWhole(inner) ? inner : `(${inner})`;
    changed = true;
  });
  return changed ? stringifyTokens(tokens) : formula;
}

function splitName(value: string): { sheet?: string; name: string } {
  const mark = value.lastIndexOf("!");
  if (mark < 0) return { name: value };
  const prefix = value.slice(0, mark);
  const sheet = prefix.startsWith("'")
    ? prefix.slice(1, -1).replaceAll("''", "'")
    : prefix;
  return { sheet, name: value.slice(mark + 1) };
}

/** Needs no brackets: one reference, number, text or LAMBDA. */
function isWhole(text: string): boolean {
  if (/^LAMBDA\(/i.test(text)) return true;
  const tokens = tokenize(text, { mergeRefs: true });
  return (
    tokens.length === 1 ||
    (tokens.length === 2 && tokens[1]?.value === "#" && isRange(tokens[0]))
  );
}

const isRange = (token: { type: string } | undefined): boolean =>
  token?.type.startsWith("range") ?? false;

/** The variables that LET and LAMBDA declare; they hide names of the workbook. */
function boundVariables(
  tokens: { type: string; value: string }[],
): Set<string> {
  const bound = new Set<string>();
  tokens.forEach((token, place) => {
    if (!/^(LET|LAMBDA)$/i.test(token.value)) return;
    let depth = 0;
    let starts = false;
    for (const { type, value } of tokens.slice(place + 1)) {
      if (value === "(") starts = ++depth === 1;
      else if (value === ")" && --depth === 0) break;
      else if (value === "," && depth === 1) starts = true;
      else if (type !== "whitespace") {
        if (starts && type === "range_named") bound.add(value.toLowerCase());
        starts = false;
      }
    }
  });
  return bound;
}
