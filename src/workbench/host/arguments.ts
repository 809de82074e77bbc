/** Checks what an add-in passed before anything is done with it. */
import type { Area } from "../engine/engine";
import { maxColumns, maxRows } from "../address";
import { invalidArgument } from "./fault";

export function textArgument(value: unknown, what: string): string {
  if (typeof value === "string") return value;
  throw invalidArgument(
    `${what} must be a text; got ${JSON.stringify(value)}.`,
  );
}

export function booleanArgument(value: unknown, what: string): boolean {
  if (typeof value === "boolean") return value;
  throw invalidArgument(
    `${what} must be true or false; got ${JSON.stringify(value)}.`,
  );
}

export function numberArgument(
  value: unknown,
  what: string,
  from = -Infinity,
  to = Infinity,
): number {
  if (typeof value === "number" && value >= from && value <= to) return value;
  throw invalidArgument(
    `${what} must be a number from ${from} to ${to}; got ${JSON.stringify(value)}.`,
  );
}

export function wholeArgument(
  value: unknown,
  what: string,
  from = -Infinity,
  to = Infinity,
): number {
  const number = numberArgument(value, what, from, to);
  if (Number.isInteger(number)) return number;
  throw invalidArgument(`${what} must be a whole number; got ${number}.`);
}

export function choiceArgument<T extends string>(
  value: unknown,
  what: string,
  choices: readonly T[],
): T {
  const found = choices.find(
    (choice) => choice.toLowerCase() === String(value).toLowerCase(),
  );
  if (found !== undefined) return found;
  throw invalidArgument(
    `${what} must be one of ${choices.join(", ")}; got ${JSON.stringify(value)}.`,
  );
}

/** "#RRGGBB" in capitals; Excel takes the names of HTML colours too. */
export function colorArgument(value: unknown, what: string): string {
  const text = textArgument(value, what).trim();
  const named = colorNames[text.toLowerCase()];
  if (named) return named;
  const hex = /^#?([0-9a-f]{6})$/i.exec(text)?.[1];
  if (hex) return `#${hex.toUpperCase()}`;
  throw invalidArgument(
    `${what} must be a colour like #FFA500 or orange; got "${text}".`,
  );
}

const colorNames: Record<string, string> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  purple: "#800080",
  gray: "#808080",
  grey: "#808080",
};

/** A range must lie within Excel's grid. */
export function gridArea(area: Area): Area {
  const fits =
    area.row >= 0 &&
    area.column >= 0 &&
    area.rows >= 1 &&
    area.columns >= 1 &&
    area.row + area.rows <= maxRows &&
    area.column + area.columns <= maxColumns;
  if (fits) return area;
  throw invalidArgument("The range would reach beyond the sheet.");
}

/**
 * One value for every cell, or rows of values in exactly the range's shape. A single value is repeated; an array never
 * is.
 */
export function gridArgument(value: unknown, area: Area): unknown[][] {
  if (!Array.isArray(value)) {
    return Array.from({ length: area.rows }, () =>
      Array.from({ length: area.columns }, () => value),
    );
  }
  const rows = value as unknown[];
  const right =
    rows.length === area.rows &&
    rows.every((row) => Array.isArray(row) && row.length === area.columns);
  if (right) return rows as unknown[][];
  const width = Array.isArray(rows[0]) ? rows[0].length : 1;
  throw shapeFault(rows.length, width, area);
}

export const shapeFault = (rows: number, columns: number, area: Area) =>
  invalidArgument(
    `The input array has ${rows} rows of ${columns}; the range has ${area.rows} rows of ${area.columns}.`,
  );
