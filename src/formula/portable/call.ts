/** The plain formula of one FUNNEL call: its arguments as texts with their sizes. */
import type { Token } from "@borgar/fx";
import { nativeForm, NATIVE_IDS, type NativeForm } from "../native";
import type { NativeArgument } from "../native";
import { NotPortable, type PortableFunction, type Size } from "./model";
import { isOperator, isReference, isSpace } from "./parts";
import {
  cellCount,
  rangeOf,
  rangeText,
  sameSize,
  sizeOfRange,
  sizeText,
} from "./references";
import { refuseMisread } from "./misread";
import { asked, sizeOf, type Scope } from "./size";

/** Up to here the functions count every cell of a range; of a longer one they leave the blank end aside. */
export const LONGEST_LIST = 100;

/** An argument after the calls inside it were rewritten. */
export interface WrittenArgument {
  text: string;
  /** What stands for it when its size is asked. */
  tokens: Token[];
}

export interface WrittenCall extends NativeForm {
  /** Some range is calculated, which a plain formula does only when it is array-entered. */
  isCalculated: boolean;
}

export function writeCall(
  { id, parameters }: PortableFunction,
  written: readonly WrittenArgument[],
  scope: Scope,
): WrittenCall {
  if (!NATIVE_IDS.includes(id))
    throw new NotPortable(`FUNNEL.${id} has no plain formula`);
  if (written.length > parameters.length)
    throw new NotPortable(
      `FUNNEL.${id} takes ${parameters.length} arguments; got ${written.length}`,
    );
  const given: Record<string, NativeArgument> = {};
  const long: LongRange[] = [];
  let isCalculated = false;
  written.forEach(({ text: typed, tokens }, at) => {
    const text = typed.trim();
    if (text === "") return;
    const { name, dimensionality } = parameters[at]!;
    const size = sizeOf(tokens, scope);
    if (dimensionality !== "matrix") {
      // The function refuses more than one cell too, so an unknown size is one cell.
      if (size !== undefined && cellCount(size) > 1)
        throw new NotPortable(
          `${name} is one value; ${text} has ${sizeText(size)}`,
        );
      given[name] = { text };
      return;
    }
    if (size === undefined)
      throw new NotPortable(`the size of ${text} is not known`);
    given[name] = { text, ...size };
    if (cellCount(size) === 1) return;
    const reference = referenceOf(tokens);
    isCalculated ||= reference === undefined && !isWrittenOut(tokens);
    if ((size.rows > 1 ? size.rows : size.columns) > LONGEST_LIST)
      long.push(longRange(name, reference ?? text, size, scope));
  });
  for (const range of long) given[range.name] = withoutBlankEnd(range, long);
  const form = nativeForm(id, given);
  if (form === undefined)
    throw new NotPortable(
      `this call of FUNNEL.${id} has no plain formula, or one that is longer than a cell takes`,
    );
  refuseMisread(form.formula, written, scope);
  return { ...form, isCalculated };
}

interface LongRange {
  name: string;
  text: string;
  size: Size;
  filled: Size;
}

function longRange(
  name: string,
  text: string,
  size: Size,
  scope: Scope,
): LongRange {
  const kind = rangeOf(text)
    ? "range"
    : text.endsWith("#")
      ? "spill"
      : text.endsWith("]")
        ? "table"
        : "name";
  const found = asked(kind, text, scope);
  if (found === undefined)
    throw new NotPortable(`it is not known how far ${text} is filled`);
  const filled = found.filled ?? size;
  if (cellCount(filled) === 0) throw new NotPortable(`${text} is blank`);
  return { name, text, size, filled };
}

/** Ranges of one length are lists that belong together: they end where the longest of them ends. */
function withoutBlankEnd(
  { text, size, filled }: LongRange,
  long: readonly LongRange[],
): NativeArgument {
  const alike = long.filter((each) => sameSize(each.size, size));
  const longest = (side: "rows" | "columns"): number =>
    Math.max(...alike.map((each) => each.filled[side]));
  const kept: Size =
    size.rows > 1
      ? { rows: longest("rows"), columns: size.columns }
      : { rows: 1, columns: longest("columns") };
  if (sameSize(kept, size)) return { text, ...size };
  const range = rangeOf(text);
  if (range === undefined)
    throw new NotPortable(
      `${text} has ${sizeText(size)}, of which only ${sizeText(filled)} are filled`,
    );
  const top = range.top ?? 0;
  const left = range.left ?? 0;
  const cut = {
    ...range,
    top,
    left,
    bottom: top + kept.rows - 1,
    right: left + kept.columns - 1,
  };
  return { text: rangeText(cut), ...sizeOfRange(cut) };
}

const inside = (tokens: readonly Token[]): Token[] =>
  tokens.filter(
    (token) =>
      !isSpace(token) && !isOperator(token, "(") && !isOperator(token, ")"),
  );

/** The text of an argument that is one reference, be it in brackets: "A1:A5", "B5#". */
function referenceOf(tokens: readonly Token[]): string | undefined {
  const [only, mark, ...more] = inside(tokens);
  if (!isReference(only) || more.length > 0) return undefined;
  if (mark === undefined) return only.value;
  return isOperator(mark, "#") ? `${only.value}#` : undefined;
}

/** {1,2,3} */
function isWrittenOut(tokens: readonly Token[]): boolean {
  const parts = inside(tokens);
  return (
    isOperator(parts[0], "{") &&
    parts.findIndex((part) => isOperator(part, "}")) === parts.length - 1
  );
}
