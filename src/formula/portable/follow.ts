/** An original formula with its references as they are called and stand today. */
import { parseA1Ref, stringifyA1Ref } from "@borgar/fx";
import type { Lines } from "./lines";
import type { Mark } from "./marks";
import { tokensOf } from "./parts";
import { rangeOf, rangeText, type Range } from "./references";

/** Where each range of a written formula is now; "" for one whose cells were deleted. */
export type Ranges = ReadonlyMap<string, Range | "">;

export const rangeKey = (sheet: string, range: Range): string =>
  [sheet, range.top, range.left, range.bottom, range.right].join(" ");

/** From the formula that was written to the one that stands there now, mark by mark. */
export function rangesBetween(
  then: readonly Mark[],
  now: readonly Mark[],
): Map<string, Range | ""> {
  const ranges = new Map<string, Range | "">();
  then.forEach(({ range, sheet }, at) => {
    if (range !== undefined)
      ranges.set(rangeKey(sheet!, range), now[at]!.range ?? "");
  });
  return ranges;
}

/** Undefined where it is not known how a reference has moved. */
export function followed(
  original: string,
  sheet: string,
  rename: (name: string) => string,
  ranges: Ranges,
  lines: Lines,
): string | undefined {
  const texts: string[] = [];
  for (const { type, value } of tokensOf(original)) {
    const text = /^range/.test(type)
      ? reference(value, sheet, rename, ranges, lines)
      : value;
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return texts.join("");
}

function reference(
  text: string,
  sheet: string,
  rename: (name: string) => string,
  ranges: Ranges,
  lines: Lines,
): string | undefined {
  const renamed = withSheet(text, rename);
  const range = rangeOf(renamed);
  if (range === undefined || range.context.length > 1) return renamed;
  const on = (range.context[0] ?? sheet).toUpperCase();
  const direct = ranges.get(rangeKey(on, range));
  if (direct === "") return "#REF!";
  const moved = direct ?? byLines(range, on, lines);
  if (moved === undefined) return undefined;
  const { top, left, bottom, right } = moved;
  return rangeKey(on, moved) === rangeKey(on, range)
    ? renamed
    : rangeText({ ...range, top, left, bottom, right });
}

function byLines(range: Range, on: string, lines: Lines): Range | undefined {
  const moved = { ...range };
  for (const side of ["top", "left", "bottom", "right"] as const) {
    const line = range[side];
    if (line === undefined) continue;
    const axis = side === "top" || side === "bottom" ? "row" : "column";
    const now = lines.find(on, axis, line);
    if (now === undefined || now < 0) return undefined;
    moved[side] = now;
  }
  return moved;
}

/** The same reference, its sheets by their names of today; as typed where those have not changed. */
function withSheet(text: string, rename: (name: string) => string): string {
  const found = parseA1Ref(text);
  const context = found?.context ?? [];
  const own = context.at(-1);
  if (!found || own === undefined || context.length > 1) return text;
  // "Jan:Mar" names the first and the last of several sheets.
  const renamed = own.split(":").map(rename).join(":");
  if (renamed === own) return text;
  const prefixed = stringifyA1Ref({
    context: [renamed],
    ...("name" in found ? { name: found.name } : { range: found.range }),
  } as Parameters<typeof stringifyA1Ref>[0]);
  return prefixed;
}
