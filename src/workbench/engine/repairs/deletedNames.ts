/** Deleting a name rewrites its formulas to #REF! in Univer. In Excel they keep their text and show #NAME?. */
import { RemoveDefinedNameCommand } from "@univerjs/sheets";
import { UpdateFormulaController } from "@univerjs/sheets-formula";
import type { Services } from "../services";

interface FormulaUpdates {
  _getUpdateFormula(command: { id: string }): {
    undos: unknown[];
    redos: unknown[];
  };
}

export function installDeletedNames(services: Services): void {
  const updates = services.find(
    UpdateFormulaController,
  ) as unknown as FormulaUpdates;
  const update = updates._getUpdateFormula.bind(updates);
  updates._getUpdateFormula = (command) =>
    command.id === RemoveDefinedNameCommand.id
      ? { undos: [], redos: [] }
      : update(command);
}
