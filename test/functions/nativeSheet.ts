/** Cases laid out on a sheet: every case has its own block, its arguments one below the other, then its formula. */
import { nativeForm, type NativeArguments } from "../../src/formula/native";
import type { CatalogueParameter } from "../../src/functions/catalogue";
import type { NativeCase } from "./nativeCases/nativeCase";
import { address, type WrittenCell } from "./recalculated";

export interface Laid {
  each: NativeCase;
  /** As Excel hands them over. */
  args: unknown[];
  cells: WrittenCell[];
  /** Where a result of this size stands. */
  spots: (result: unknown[][]) => string[][];
}

type Along = "row" | "column";

/** `along` a row, lists lie in rows and blocks follow one another downwards; along a column everything is turned. */
export function laidOut(
  cases: NativeCase[],
  parameters: Record<string, CatalogueParameter[]>,
  along: Along,
): Laid[] {
  let line = 0;
  return cases.map((each) => {
    const block = laidBlock(each, parameters[each.function]!, along, line);
    line = block.next;
    return block;
  });
}

function laidBlock(
  each: NativeCase,
  parameters: CatalogueParameter[],
  along: Along,
  start: number,
): Laid & { next: number } {
  let line = start;
  const spot = (down: number, right: number) =>
    along === "row"
      ? { row: down, column: right }
      : { row: right, column: down };
  const at = (down: number, right: number): string => {
    const { row, column } = spot(down, right);
    return address(row, column);
  };
  const cells: WrittenCell[] = [];
  // Zeros stay blank: both must count alike, unless the case says otherwise.
  const isBlank = (value: unknown): boolean =>
    value === null || (value === 0 && each.typedZeros !== true);
  const put = (right: number, value: unknown): void => {
    if (!isBlank(value))
      cells.push({ ...spot(line, right), value: value as number | string });
  };
  const given: Record<string, NativeArguments[string]> = {};
  const args = each.args.map((argument, index) => {
    const { name, optional } = parameters[index]!;
    if (argument === null && optional) return null;
    if (typeof argument === "string") {
      given[name] = { text: `"${argument}"` };
      return argument;
    }
    if (isTyped(argument)) {
      given[name] = { text: String(argument.typed) };
      return argument.typed;
    }
    if (Array.isArray(argument) && Array.isArray(argument[0])) {
      // A table lies as it is written, whichever way the lists run.
      const rows = argument as unknown[][];
      const [height, width] = [rows.length, rows[0]!.length];
      const top = along === "row" ? line : 0;
      const left = along === "row" ? 0 : line;
      rows.forEach((row, r) =>
        row.forEach((value, c) => {
          if (!isBlank(value))
            cells.push({
              row: top + r,
              column: left + c,
              value: value as number | string,
            });
        }),
      );
      given[name] = {
        text: `${address(top, left)}:${address(top + height - 1, left + width - 1)}`,
        rows: height,
        columns: width,
      };
      line += along === "row" ? height : width;
      return rows;
    }
    const values: unknown[] = Array.isArray(argument) ? argument : [argument];
    values.forEach((value, right) => put(right, value));
    given[name] = {
      text:
        values.length > 1
          ? `${at(line, 0)}:${at(line, values.length - 1)}`
          : at(line, 0),
      ...(along === "row"
        ? { rows: 1, columns: values.length }
        : { rows: values.length, columns: 1 }),
    };
    line++;
    if (!Array.isArray(argument)) return argument;
    return along === "row" ? [values] : values.map((value) => [value]);
  });
  const form = nativeForm(each.function, given);
  if (form === undefined)
    throw new Error(
      `${each.function}(${JSON.stringify(each.args)}) has no plain formula`,
    );
  const top = along === "row" ? line : 0;
  const left = along === "row" ? 0 : line;
  cells.push({ row: top, column: left, ...form });
  return {
    each,
    args,
    cells,
    spots: (result) =>
      result.map((row, r) => row.map((_, c) => address(top + r, left + c))),
    next: line + (along === "row" ? form.rows : form.columns),
  };
}

const isTyped = (argument: unknown): argument is { typed: number } =>
  typeof argument === "object" && argument !== null && "typed" in argument;
