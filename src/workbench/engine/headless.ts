/** The engine in Node, without a grid: for tests and benches. */
import { LocaleType, LogLevel, Univer, mergeLocales } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverDataValidationPlugin } from "@univerjs/data-validation";
import { UniverDocsPlugin } from "@univerjs/docs";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsDataValidationPlugin } from "@univerjs/sheets-data-validation";
import { UniverSheetsFilterPlugin } from "@univerjs/sheets-filter";
import {
  CalculationMode,
  UniverSheetsFormulaPlugin,
} from "@univerjs/sheets-formula";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import { UniverSheetsSortPlugin } from "@univerjs/sheets-sort";
import { UniverSheetsTablePlugin } from "@univerjs/sheets-table";
import sheetsWords from "@univerjs/sheets/locale/en-US";
import validationWords from "@univerjs/sheets-data-validation/locale/en-US";
import filterWords from "@univerjs/sheets-filter/locale/en-US";
import formulaWords from "@univerjs/sheets-formula/locale/en-US";
import tableWords from "@univerjs/sheets-table/locale/en-US";
import "@univerjs/sheets/facade";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets-formula/facade";
import { emptyBook } from "../../xlsx/book";
import { installIteratorHelpers } from "./repairs/iteratorHelpers";
import { createUniverEngine } from "./univer";
import type { UniverEngine } from "./univer";

/** Univer without a screen, in the order its plugins need. */
export function createBareUniver(): { univer: Univer; api: FUniver } {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: {
      [LocaleType.EN_US]: mergeLocales(
        sheetsWords,
        formulaWords,
        validationWords,
        tableWords,
        filterWords,
      ),
    },
    logLevel: LogLevel.SILENT,
  });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin, {
    initialFormulaComputing: CalculationMode.NO_CALCULATION,
  });
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  univer.registerPlugin(UniverDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(UniverSheetsTablePlugin);
  univer.registerPlugin(UniverSheetsFilterPlugin);
  univer.registerPlugin(UniverSheetsSortPlugin);
  return { univer, api: FUniver.newAPI(univer) };
}

export async function createHeadlessEngine(): Promise<UniverEngine> {
  installIteratorHelpers();
  const { univer, api } = createBareUniver();
  const engine = createUniverEngine(univer, api, () => false);
  await engine.open(emptyBook());
  return engine;
}
