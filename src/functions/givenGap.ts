/**
 * Reads plan and actual of a gap: one row or one column of drivers, or a table with a row for each segment. A blank actual
 * is taken as planned. Some versions of Excel hand a blank over as 0, so a 0 behind another 0 counts as blank too: where
 * nothing arrived, the next rate is 0/0 and says nothing about anyone.
 */
import { refuse } from "../funnel/checks";
import { maybe, number, text } from "./given";
import { cellsTogether, rows, texts } from "./givenRanges";

export interface GivenGap {
  plan: number[][];
  actual: (number | null)[][];
  orientation: "row" | "column";
}

export function gap(plan: unknown, actual: unknown): GivenGap {
  return isTable(plan) || isTable(actual)
    ? segments(plan, actual)
    : line(plan, actual);
}

/** The same with an owner for each driver. */
export function ownedGap(
  plan: unknown,
  actual: unknown,
  owners: unknown,
): GivenGap & { owners: string[] } {
  if (isTable(plan) || isTable(actual))
    return {
      ...segments(plan, actual),
      owners: texts("owners", "owner", owners).values.map(unlessZero),
    };
  const [, , names] = cellsTogether(
    ["plan", "driver", plan],
    ["actual", "driver", actual],
    ["owners", "owner", owners],
  );
  return {
    ...line(plan, actual),
    owners: names!.cells.map((each, at) =>
      unlessZero(text(`owner ${at + 1}`, each)),
    ),
  };
}

function line(plan: unknown, actual: unknown): GivenGap {
  const [planned, reached] = cellsTogether(
    ["plan", "driver", plan],
    ["actual", "driver", actual],
  );
  return {
    plan: [planned!.cells.map((each, at) => number(`plan ${at + 1}`, each))],
    actual: [evidence(reached!.cells, (at) => `actual ${at + 1}`)],
    orientation: planned!.orientation,
  };
}

function segments(plan: unknown, actual: unknown): GivenGap {
  const [planned, reached] = [rows("plan", plan), rows("actual", actual)];
  const width = planned[0]!.length;
  if (heightOf(plan) !== heightOf(actual) || reached[0]!.length !== width)
    refuse(
      `plan and actual must be of one size; got ${heightOf(plan)} x ${width} and ${heightOf(actual)} x ${reached[0]!.length} cells - select the same drivers and segments of both`,
    );
  const blank = new Array<null>(width).fill(null);
  // Of long ranges the reader leaves blank rows at the end away.
  const length = Math.max(planned.length, reached.length);
  const each = Array.from({ length }, (_, segment) => segment);
  return {
    plan: each.map((segment) =>
      (planned[segment] ?? blank).map((cell, at) =>
        number(`plan ${segment + 1}, ${at + 1}`, cell),
      ),
    ),
    actual: each.map((segment) =>
      evidence(
        reached[segment] ?? blank,
        (at) => `actual ${segment + 1}, ${at + 1}`,
      ),
    ),
    orientation: "row",
  };
}

function evidence(
  cells: unknown[],
  nameOf: (at: number) => string,
): (number | null)[] {
  let isNothingLeft = false;
  return cells.map((cell, at) => {
    const value = maybe(nameOf(at), cell) ?? null;
    if (value !== 0) return value;
    if (isNothingLeft) return null;
    isNothingLeft = true;
    return 0;
  });
}

/** A blank owner may arrive as 0. */
const unlessZero = (name: string): string => (name === "0" ? "" : name);

const heightOf = (given: unknown): number =>
  Array.isArray(given) ? given.length : 1;

function isTable(given: unknown): boolean {
  if (!Array.isArray(given) || given.length < 2) return false;
  const [first] = given as unknown[];
  return Array.isArray(first) && first.length > 1;
}
