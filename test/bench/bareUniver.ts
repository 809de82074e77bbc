/** Univer as it comes, without the engine's repairs: what the bench compares the engine with. Bundled like the engine. */
import { ICommandService } from "@univerjs/core";
import { SetFormulaCalculationStartMutation } from "@univerjs/engine-formula";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import {
  FormulaCalculationSessionService,
  TriggerCalculationController,
} from "@univerjs/sheets-formula";
import { createBareUniver } from "../../src/workbench/engine/headless";
import { openedSheet, toSnapshot } from "../../src/workbench/engine/snapshot";
import { StyleBook } from "../../src/workbench/engine/styleBook";
import type { Book } from "../../src/xlsx/book";

export interface BareWorkbook {
  /** Types a number into a cell and waits for the results. */
  edit(
    sheet: string,
    row: number,
    column: number,
    value: number,
  ): Promise<void>;
  dispose(): void;
}

export async function openBare(book: Book): Promise<BareWorkbook> {
  const { univer, api } = createBareUniver();
  const styles = new StyleBook(book.styles);
  const sheets = book.sheets.map((sheet) => openedSheet(sheet, styles));
  const unitId = "bare";
  api.createWorkbook(toSnapshot(unitId, book, sheets, styles));
  const injector = univer.__getInjector();
  // Its trigger waits 100 ms after an edit; the bench starts the same calculation at once.
  injector.get(TriggerCalculationController).dispose();
  const commands = injector.get(ICommandService);
  const session = injector.get(FormulaCalculationSessionService);
  const calculate = async (params: object): Promise<void> => {
    const applied = session.waitForLatestApplied(600_000);
    commands.syncExecuteCommand(
      SetFormulaCalculationStartMutation.id,
      {
        dirtyRanges: [],
        dirtyNameMap: {},
        dirtyDefinedNameMap: {},
        dirtyUnitFeatureMap: {},
        dirtyUnitOtherFormulaMap: {},
        forceCalculation: false,
        ...params,
      },
      { onlyLocal: true },
    );
    await applied;
  };
  await calculate({ forceCalculation: true });
  return {
    edit(sheet, row, column, value) {
      commands.syncExecuteCommand(SetRangeValuesMutation.id, {
        unitId,
        subUnitId: sheet,
        cellValue: { [row]: { [column]: { v: value, t: 2 } } },
      });
      const range = {
        startRow: row,
        endRow: row,
        startColumn: column,
        endColumn: column,
      };
      return calculate({ dirtyRanges: [{ unitId, sheetId: sheet, range }] });
    },
    dispose: () => univer.dispose(),
  };
}
