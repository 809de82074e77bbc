/** The engine in the page: Univer with its grid, toolbar, formula bar and tabs inside a container. */
import { LocaleType, LogLevel, Univer, mergeLocales } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import {
  CalculationMode,
  IEditorBridgeService,
  ScrollToRangeOperation,
  UniverSheetsCorePreset,
} from "@univerjs/preset-sheets-core";
import coreWords from "@univerjs/preset-sheets-core/locales/en-US";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import formatWords from "@univerjs/preset-sheets-conditional-formatting/locales/en-US";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import validationWords from "@univerjs/preset-sheets-data-validation/locales/en-US";
import { UniverSheetsFilterPreset } from "@univerjs/preset-sheets-filter";
import filterWords from "@univerjs/preset-sheets-filter/locales/en-US";
import { UniverSheetsTablePreset } from "@univerjs/preset-sheets-table";
import tableWords from "@univerjs/preset-sheets-table/locales/en-US";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import "@univerjs/preset-sheets-filter/lib/index.css";
import "@univerjs/preset-sheets-table/lib/index.css";
import "./browser.css";
import { emptyBook } from "../../xlsx/book";
import { toRange } from "./ranges";
import { repairChangesElsewhere } from "./repairs/changesElsewhere";
import { installIteratorHelpers } from "./repairs/iteratorHelpers";
import { createUniverEngine } from "./univer";
import type { UniverEngine } from "./univer";

export { attachErrorSentences } from "./errorSentences";

export interface BrowserEngine extends UniverEngine {
  /** The element that holds the grid. */
  readonly container: HTMLElement;
}

export async function createBrowserEngine(
  container: HTMLElement,
): Promise<BrowserEngine> {
  installIteratorHelpers();
  repairChangesElsewhere();
  container.classList.add("workbench-grid");
  // Univer empties its element; what else stands in the container needs a place beside it.
  const mount = document.createElement("div");
  mount.className = "workbench-univer";
  container.append(mount);
  // A canvas does not wait for a font, nor draw again when it comes.
  await Promise.allSettled(
    ["11px Calibri", "bold 11px Calibri"].map((font) =>
      document.fonts.load(font),
    ),
  );
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: {
      [LocaleType.EN_US]: mergeLocales(
        coreWords,
        validationWords,
        formatWords,
        tableWords,
        filterWords,
      ),
    },
    logLevel: LogLevel.ERROR,
  });
  const presets = [
    UniverSheetsCorePreset({
      container: mount,
      ribbonType: "simple",
      // Results of the file are shown as they are; the engine calculates.
      formula: { initialFormulaComputing: CalculationMode.NO_CALCULATION },
      disableAutoFocus: true,
    }),
    UniverSheetsDataValidationPreset({ showSearchOnDropdown: false }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsTablePreset(),
    UniverSheetsFilterPreset(),
  ];
  for (const { plugins } of presets) {
    for (const plugin of plugins) {
      if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
      else univer.registerPlugin(plugin);
    }
  }
  const api = FUniver.newAPI(univer);
  const engine = createUniverEngine(
    univer,
    api,
    () => univer.__getInjector().get(IEditorBridgeService).isVisible().visible,
  );
  await engine.open(emptyBook());
  return {
    ...engine,
    container,
    select(selection) {
      engine.select(selection);
      // What an add-in selects should be seen.
      engine.services.commands.syncExecuteCommand(ScrollToRangeOperation.id, {
        range: toRange(selection.area),
      });
    },
  };
}
