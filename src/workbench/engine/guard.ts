/**
 * What a protected sheet, a locked structure or a read-only workbook refuses the user. Univer's own protection knows no
 * unlocked cells, so the changes themselves are stopped. The engine's own calls pass: the host decides about those.
 */
import { CommandType, CustomCommandExecutionError } from "@univerjs/core";
import type { ICellData, ICommandInfo, Nullable } from "@univerjs/core";
import {
  InsertSheetMutation,
  RemoveSheetMutation,
  SetRangeValuesMutation,
  SetWorksheetActiveOperation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
} from "@univerjs/sheets";
import type { Opened } from "./opened";
import type { Services } from "./services";

const structural = new Set<string>([
  InsertSheetMutation.id,
  RemoveSheetMutation.id,
  SetWorksheetHideMutation.id,
  SetWorksheetNameMutation.id,
  SetWorksheetOrderMutation.id,
]);

/** Mutations of a sheet that change no content of it. */
const harmless =
  /row-auto-height|calculation|formula|active|selection|permission|protection/;

export const refusals = {
  readOnly:
    "This workbook is read-only. Save a copy under another name and change that.",
  structure:
    "The workbook's structure is protected, so sheets cannot be added, removed, renamed or moved. Unprotect the workbook first.",
  sheet:
    "This cell is locked and its sheet is protected. Unprotect the sheet first, or change one of the cells that are left open.",
} as const;

interface Change {
  subUnitId?: string;
  cellValue?: Record<number, Record<number, Nullable<ICellData>>>;
}

export function installGuard(
  services: Services,
  opened: Opened,
  refused: (sentence: string) => void,
): void {
  const refuse = (sentence: string): never => {
    refused(sentence);
    throw new CustomCommandExecutionError(sentence);
  };
  services.commands.beforeCommandExecuted((command, options) => {
    if (services.isQuiet || options?.["fromFormula"]) return;
    if (command.type !== CommandType.MUTATION) return;
    const { unitId, ...change } = (command.params ?? {}) as Change & {
      unitId?: string;
    };
    if (unitId !== services.unitId) return;
    if (!/^sheet\.mutation/.test(command.id) || harmless.test(command.id))
      return;
    const { kept } = opened;
    if (kept.flags.readOnly) refuse(refusals.readOnly);
    if (structural.has(command.id)) {
      if (kept.flags.structureLocked) refuse(refusals.structure);
      return;
    }
    const sheet = change.subUnitId;
    if (sheet === undefined || !kept.sheets.get(sheet)?.protection) return;
    // A protected sheet may be deleted, as in Excel; what Univer then clears away behind it has no cells left.
    if (!services.workbook.getSheetBySheetId(sheet)) return;
    if (!isAllowed(services, opened, command, change, sheet))
      refuse(refusals.sheet);
  });
}

function isAllowed(
  services: Services,
  opened: Opened,
  command: ICommandInfo,
  change: Change,
  sheet: string,
): boolean {
  if (command.id === SetWorksheetActiveOperation.id) return true;
  if (command.id !== SetRangeValuesMutation.id) return false;
  const cells = services.worksheet(sheet).getCellMatrix();
  const known = services.workbook.getStyles();
  for (const [row, columns] of Object.entries(change.cellValue ?? {})) {
    for (const column of Object.keys(columns)) {
      const worn = cells.getValue(Number(row), Number(column))?.s;
      const style = opened.styles.at(opened.styles.placeOf(worn, known));
      if (style.locked !== false) return false;
    }
  }
  return true;
}
