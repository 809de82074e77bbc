/**
 * Two things Univer writes into cells along with a result: HYPERLINK leaves a rich-text document where a text belongs,
 * and functions such as TODAY or EDATE leave their number format in any cell without one, which would change the formats
 * of a team's workbook when it is recalculated. Excel does the latter only while the user types the formula.
 */
import { CellValueType } from "@univerjs/core";
import type {
  ICellData,
  IObjectMatrixPrimitiveType,
  Nullable,
} from "@univerjs/core";
import { SetFormulaCalculationResultMutation } from "@univerjs/engine-formula";
import type { Services } from "../services";

type Results = Record<
  string,
  Nullable<
    Record<string, Nullable<IObjectMatrixPrimitiveType<Nullable<ICellData>>>>
  >
>;

export function installResults(
  { commands }: Services,
  isTyped: (sheet: string, row: number, column: number) => boolean,
): void {
  commands.beforeCommandExecuted((command) => {
    if (command.id !== SetFormulaCalculationResultMutation.id) return;
    const { unitData } = command.params as { unitData: Results };
    for (const sheets of Object.values(unitData)) {
      for (const [sheet, rows] of Object.entries(sheets ?? {})) {
        for (const [row, cells] of Object.entries(rows ?? {})) {
          for (const [column, cell] of Object.entries(cells ?? {})) {
            if (cell) clean(cell, isTyped(sheet, Number(row), Number(column)));
          }
        }
      }
    }
  });
}

function clean(cell: ICellData, typed: boolean): void {
  if (!typed) delete cell.s;
  // Univer's results never carry what the book keeps with a cell.
  delete cell.custom;
  const text = cell.p?.body?.dataStream;
  if (text === undefined) return;
  cell.v = text.replace(/\r\n$/, "");
  cell.t = CellValueType.STRING;
  delete cell.p;
}
