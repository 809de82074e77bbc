/**
 * Kinds of reference that Univer cannot read, written in a way it can: `A1#`, `Jan:Mar!B2`, `(A1,A3)` and `A1:A3 A2:B2`.
 */
import { stringifyTokens, tokenize } from "@borgar/fx";
import {
  intersect,
  parseAddress,
  quotedSheet,
  sheetAddress,
} from "../../address";

interface Piece {
  type: string;
  value: string;
}

const isRange = (token: Piece | undefined): boolean =>
  token !== undefined && /^range(_beam|_ternary)?$/.test(token.type);
const read = (formula: string): Piece[] =>
  tokenize(formula, { mergeRefs: true });
const write = (tokens: Piece[]): string => stringifyTokens(tokens as never);

/** `A1#` is an unfinished operator in Univer; ANCHORARRAY is the function Excel's files write it as. */
export function withSpillsCalled(formula: string): string {
  if (!formula.includes("#")) return formula;
  const tokens = read(formula);
  tokens.forEach((token, place) => {
    const before = tokens[place - 1];
    if (token.value !== "#" || !before || !isRange(before)) return;
    before.value = `ANCHORARRAY(${before.value})`;
    token.value = "";
  });
  return write(tokens);
}

/** `SUM(Jan:Mar!B2)` adds B2 of every sheet from Jan to Mar, in the order of the tabs. */
export function withSheetSpansListed(
  formula: string,
  sheetNames: string[],
): string {
  if (!/:[^!]*!/.test(formula)) return formula;
  const tokens = read(formula);
  for (const token of tokens) {
    const span =
      isRange(token) &&
      /^(?:'((?:[^']|'')+):((?:[^']|'')+)'|([^'!:]+):([^'!:]+))!(.+)$/.exec(
        token.value,
      );
    if (!span) continue;
    const [from, to] = [span[1] ?? span[3], span[2] ?? span[4]].map((name) =>
      sheetNames.findIndex(
        (sheet) =>
          sheet.toLowerCase() === name?.replaceAll("''", "'").toLowerCase(),
      ),
    ) as [number, number];
    token.value =
      from < 0 || to < 0
        ? "#REF!"
        : sheetNames
            .slice(Math.min(from, to), Math.max(from, to) + 1)
            .map((name) => `${quotedSheet(name)}!${span[5]}`)
            .join(",");
  }
  return write(tokens);
}

/** A sheet that is not there: Univer would read the cells of the formula's own sheet instead. */
export function withMissingSheetsMarked(
  formula: string,
  sheetNames: string[],
): string {
  if (!formula.includes("!")) return formula;
  const tokens = read(formula);
  const known = new Set(sheetNames.map((name) => name.toLowerCase()));
  let isChanged = false;
  for (const token of tokens) {
    const sheet = isRange(token) ? parseAddress(token.value)?.sheet : undefined;
    if (sheet === undefined || known.has(sheet.toLowerCase())) continue;
    token.value = "#REF!";
    isChanged = true;
  }
  return isChanged ? write(tokens) : formula;
}

/** `SUM((A1,A3))`: a union as a whole argument means the same without its brackets. */
export function withUnionsOpened(formula: string): string {
  if (!/[(,]\s*\(/.test(formula)) return formula;
  const tokens = read(formula);
  const solid = tokens.filter(({ type }) => type !== "whitespace");
  solid.forEach((token, place) => {
    const before = solid[place - 1];
    if (token.value !== "(" || !before || !/^[(,]$/.test(before.value)) return;
    let depth = 0;
    let commas = 0;
    for (let end = place; end < solid.length; end++) {
      const here = solid[end] as Piece;
      if (here.value === "(") depth++;
      else if (here.value === "," && depth === 1) commas++;
      else if (here.value === ")" && --depth === 0) {
        if (commas > 0 && /^[),]$/.test(solid[end + 1]?.value ?? ""))
          token.value = here.value = "";
        return;
      } else if (depth === 1 && !isRange(here)) return;
    }
  });
  return write(tokens);
}

/** `A1:A3 A2:B2` is the cells that both ranges share. */
export function withIntersectionsResolved(formula: string): string {
  if (!/[A-Za-z0-9]\s+[$A-Za-z']/.test(formula)) return formula;
  const tokens = read(formula);
  tokens.forEach((token, place) => {
    const [left, right] = [tokens[place - 1], tokens[place + 1]];
    if (token.type !== "whitespace" || !isRange(left) || !isRange(right))
      return;
    const a = parseAddress((left as Piece).value);
    const b = parseAddress((right as Piece).value);
    if (!a || !b || (b.sheet !== undefined && a.sheet !== b.sheet)) return;
    const shared = intersect(a.area, b.area);
    const text = shared ? sheetAddress(a.sheet ?? "", shared, true) : "#NULL!";
    (right as Piece).value =
      a.sheet === undefined ? text.replace(/^''!|^!/, "") : text;
    (left as Piece).value = token.value = "";
  });
  return write(tokens);
}
