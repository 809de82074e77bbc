/**
 * Deleting a sheet, Univer also rewrites the deleted sheet's own formulas that name their sheet. Those writes come after the
 * sheet is gone, fail, and break the deletion off: formulas of other sheets and their rules are left as they were.
 */
import { RemoveSheetCommand, SheetInterceptorService } from "@univerjs/sheets";
import type { Services } from "../services";

export function installDeletedSheets(services: Services): void {
  const interceptors = services.find(SheetInterceptorService);
  const stepsOf = interceptors.onCommandExecute.bind(interceptors);
  interceptors.onCommandExecute = (info) => {
    const steps = stepsOf(info);
    if (info.id !== RemoveSheetCommand.id) return steps;
    const { subUnitId } = info.params as { subUnitId: string };
    return {
      ...steps,
      redos: steps.redos.filter(
        ({ id, params }) =>
          !id.startsWith("sheet.mutation.") ||
          (params as { subUnitId?: string }).subUnitId !== subUnitId,
      ),
    };
  };
}
