/** The workbook that Excel has open, through Office.js (ExcelApi 1.12 and later). */
import { toFault } from "./faults";
import {
  resolveLinks,
  selectCell,
  selectedCell,
  watchChanges,
} from "./officeCells";
import { insertPlan } from "./officeInsert";
import { look } from "./officeLook";
import { asInserted, findPlans } from "./officePlans";
import { readPlan, readState } from "./officeRead";
import { removePlan } from "./officeRemove";
import type { WorkbookPort } from "./port";

export interface OfficeWorkbookOptions {
  /** Before each attempt to take a failed insertion back, in milliseconds. */
  undoPauses?: number[];
}

export function createOfficeWorkbook({
  undoPauses = [0, 300, 2000],
}: OfficeWorkbookOptions = {}): WorkbookPort {
  return {
    selectedCell: () => run(selectedCell),
    resolve: (links) => run((context) => resolveLinks(context, links)),
    survey: async (blueprint) => {
      try {
        const { sheets, names, faults } = await run((context) =>
          look(context, blueprint),
        );
        return { sheets, names, faults };
      } catch (error) {
        // A workbook that cannot even be looked at (a cell in edit, say) is a reason to refuse like any other.
        return {
          sheets: blueprint.sheets.map((sheet) => sheet.title),
          names: blueprint.names.map((name) => name.name),
          faults: [toFault(error)],
        };
      }
    },
    insert: (blueprint, options = {}) =>
      insertPlan(blueprint, options, undoPauses),
    plans: () =>
      run(async (context) => (await findPlans(context)).plans.map(asInserted)),
    readPlan: (planId) => run((context) => readPlan(context, planId)),
    readState: (planId) => run((context) => readState(context, planId)),
    remove: (planId) => run((context) => removePlan(context, planId)),
    select: (address) => run((context) => selectCell(context, address)),
    onChanged: (callback) => run((context) => watchChanges(context, callback)),
  };
}

async function run<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  try {
    return await Excel.run(batch);
  } catch (error) {
    throw toFault(error);
  }
}
