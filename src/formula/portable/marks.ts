/**
 * A formula as what it says, for comparison: hosts and files spell capitals, spaces, quotes, numbers and prefixes in
 * their own ways, and move references with their cells.
 */
import { parseA1Ref, parseStructRef, stringifyStructRef } from "@borgar/fx";
import { ownId, plainName, tokensOf } from "./parts";
import { MOST_COLUMNS, MOST_ROWS, rangeOf, type Range } from "./references";

export interface Mark {
  /** What it says; the same for all plain ranges. */
  text: string;
  /** The workbook and sheet of a range, in capitals, and where on it. */
  sheet?: string;
  range?: Range;
  /** A range whose cells were deleted. */
  isLost?: boolean;
}

const RANGE = "range";

/** `sheet` is that of the formula's own cell; `rename` gives a sheet's name of today. */
export function marksOf(
  formula: string,
  sheet: string,
  rename: (name: string) => string = (name) => name,
): Mark[] {
  const tokens = tokensOf(formula);
  const marks: Mark[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const { type, value } = tokens[at]!;
    const upper = value.toUpperCase();
    if (type === "fx_prefix" || type === "whitespace" || type === "newline")
      continue;
    // Excel writes @ where older versions took one cell of a range without saying so; the sheet of a lost range stays.
    if (value === "@" || value === "!" || type.startsWith("context")) continue;
    if (upper === "#REF!") {
      marks.push({ text: RANGE, isLost: true });
      if (tokens[at + 1]?.type.startsWith("range")) at++;
    } else if (type === "range" || type === "range_beam")
      marks.push(rangeMark(value, sheet, rename));
    else if (type === "func") {
      const own = ownId(value);
      const name = own === undefined ? plainName(value) : `FUNNEL.${own}`;
      marks.push({ text: name });
      if (name === "TRUE" || name === "FALSE") at += 2;
    } else if (type === "number") marks.push({ text: String(Number(value)) });
    else if (type === "range_named")
      marks.push({ text: nameText(value, rename) });
    else if (type === "structured") {
      const parsed = parseStructRef(value);
      const text = parsed ? stringifyStructRef(parsed) : value;
      marks.push({ text: text.toUpperCase() });
    } else marks.push({ text: type === "string" ? value : upper });
  }
  return marks;
}

function rangeMark(
  value: string,
  sheet: string,
  rename: (name: string) => string,
): Mark {
  const range = rangeOf(value);
  if (range === undefined) return { text: value.toUpperCase() };
  const { top, bottom, left, right } = range;
  const isColumn = top === 0 && bottom === MOST_ROWS - 1;
  const isRow = left === 0 && right === MOST_COLUMNS - 1;
  const own = range.context.at(-1);
  return {
    text: RANGE,
    sheet: [
      ...range.context.slice(0, -1),
      own === undefined ? sheet : rename(own),
    ]
      .join("]")
      .toUpperCase(),
    range: {
      ...range,
      ...(isColumn && { top: undefined, bottom: undefined }),
      ...(isRow && { left: undefined, right: undefined }),
    },
  };
}

/** A name, which may stand behind a sheet's. */
function nameText(value: string, rename: (name: string) => string): string {
  const bare = value.replace(/^_xlpm\./i, "");
  const found = parseA1Ref(bare);
  if (!found || !("name" in found) || found.context?.length !== 1)
    return bare.toUpperCase();
  return `${rename(found.context[0]!)}!${found.name}`.toUpperCase();
}

export const shapeOf = (marks: readonly Mark[]): string =>
  JSON.stringify(marks.map(({ text }) => text));

/** The same formula, letter by letter apart from spelling. */
export const sameMarks = (one: readonly Mark[], other: readonly Mark[]) =>
  one.length === other.length &&
  one.every((mark, at) => {
    const twin = other[at]!;
    return (
      mark.text === twin.text &&
      mark.sheet === twin.sheet &&
      mark.isLost === twin.isLost &&
      (mark.range === undefined || sameRange(mark.range, twin.range!))
    );
  });

export const sameRange = (one: Range, other: Range): boolean =>
  one.top === other.top &&
  one.left === other.left &&
  one.bottom === other.bottom &&
  one.right === other.right &&
  one.fixed.every((isFixed, at) => isFixed === other.fixed[at]);
