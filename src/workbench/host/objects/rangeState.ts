/** A rectangle on one sheet, and finding one by its address or name. */
import type { Area } from "../../engine/engine";
import {
  bound,
  intersect,
  maxColumns,
  maxRows,
  parseAddress,
  sheetAddress,
} from "../../address";
import { gridArea } from "../arguments";
import { invalidArgument } from "../fault";
import type { Session } from "../session";

export interface RangeState {
  /** id */
  sheet: string;
  area: Area;
}

export const wholeSheet: Area = {
  row: 0,
  column: 0,
  rows: maxRows,
  columns: maxColumns,
};

/** "'My Plan'!B4:D9" with the sheet's present name. */
export const rangeAddress = (
  { sheet, area }: RangeState,
  session: Session,
): string => sheetAddress(session.sheet(sheet).name, area);

export const areaAt = (
  row: number,
  column: number,
  rows = 1,
  columns = 1,
): Area => gridArea({ row, column, rows, columns });

/** An address or a name, as `worksheet.getRange` takes them; nothing means the whole sheet. */
export function rangeAt(
  address: unknown,
  sheet: string,
  session: Session,
): RangeState {
  if (address === undefined || address === null || address === "")
    return { sheet, area: wholeSheet };
  if (typeof address !== "string")
    throw invalidArgument(
      `An address must be a text; got ${JSON.stringify(address)}.`,
    );
  const found = parseAddress(address);
  if (found) {
    const named = found.sheet && session.findSheet(found.sheet)?.id;
    if (found.sheet !== undefined && named !== sheet)
      throw invalidArgument(`${address} is not an address on this sheet.`);
    return { sheet, area: gridArea(found.area) };
  }
  const name = session.engine
    .names()
    .filter((entry) => entry.sheet === undefined || entry.sheet === sheet)
    .find((entry) => entry.name.toLowerCase() === address.toLowerCase());
  const target = name && referenceOf(name.refersTo, session);
  if (target) return target;
  throw invalidArgument(`"${address}" is neither an address nor a name here.`);
}

/** Where `'My Plan'!$B$4` points; undefined for anything that is not one range of an existing sheet. */
export function referenceOf(
  formula: string,
  session: Session,
): RangeState | undefined {
  const found = parseAddress(formula.replace(/^=/, ""));
  const sheet = found?.sheet && session.findSheet(found.sheet);
  return found && sheet ? { sheet: sheet.id, area: found.area } : undefined;
}

/** The smallest rectangle around every used cell; with `valuesOnly`, formats do not count. */
export function usedArea(
  { sheet, area }: RangeState,
  valuesOnly: boolean,
  session: Session,
): Area | undefined {
  const used = session.engine.usedArea(sheet);
  const inside = used && intersect(used, area);
  if (!inside || !valuesOnly) return inside;
  let result: Area | undefined;
  const cells = session.engine.read(sheet, inside);
  for (const [r, row] of cells.entries())
    for (const [c, { value, formula }] of row.entries()) {
      if (value === null && formula === undefined) continue;
      const cell = {
        row: inside.row + r,
        column: inside.column + c,
        rows: 1,
        columns: 1,
      };
      result = result ? bound(result, cell) : cell;
    }
  return result;
}
