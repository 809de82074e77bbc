/** Reads computed sheets the way a person does: by heading and label. */
import type { Blueprint, SheetId } from "../../src/template/model";
import { address } from "../../src/template/address";
import type { Computed, Evaluated } from "./evaluate";

/** Cells of a row by column: 2 is the total, 3 before the plan, 4 the first period. */
export type Row = Computed[];

/** The rows under a heading, by label, up to the next heading. */
export function block(
  blueprint: Blueprint,
  computed: Evaluated,
  sheet: SheetId,
  heading: string,
): Map<string, Row> {
  const spec = blueprint.sheets.find(({ id }) => id === sheet)!;
  const rows = new Map<string, Row>();
  let inside = false;
  for (let row = 0; row < spec.rowCount; row++) {
    const cells = spec.cells.filter((cell) => cell.row === row);
    const first = cells.find(({ column }) => column === 0);
    if (!first) continue;
    const label = String(computed.value(sheet, address(row, 0)) ?? "");
    if (first.role === "heading") {
      inside = label === heading;
      continue;
    }
    if (!inside || first.role === "note" || label === "") continue;
    if (rows.has(label))
      throw new Error(`${heading} has two rows called ${label}.`);
    rows.set(
      label,
      Array.from({ length: spec.columnCount }, (_, column) =>
        computed.value(sheet, address(row, column)),
      ),
    );
  }
  if (rows.size === 0)
    throw new Error(`No block of ${sheet} is called ${heading}.`);
  return rows;
}

/** Checks with their results, "total" last. */
export const checkResults = (
  blueprint: Blueprint,
  computed: Evaluated,
): Record<string, Computed> =>
  Object.fromEntries(
    blueprint.checks.map(({ id, sheet, address: at }) => [
      id,
      computed.value(sheet, at),
    ]),
  );
