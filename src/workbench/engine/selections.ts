/** The active sheet and the selected cells, whoever changes them. */
import type { IRange } from "@univerjs/core";
import {
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SheetsSelectionsService,
} from "@univerjs/sheets";
import type { Selection } from "./engine";
import type { Layout } from "./layout";
import { toArea, toRange } from "./ranges";
import type { Services } from "./services";

const firstCell = { row: 0, column: 0, rows: 1, columns: 1 };

export class Selections {
  private told = "";

  constructor(
    private readonly services: Services,
    private readonly layout: Layout,
    private readonly changed: (selection: Selection) => void,
  ) {
    services.commands.onCommandExecuted(({ id }) => {
      if (
        id === SetSelectionsOperation.id ||
        id === SetWorksheetActiveOperation.id
      )
        this.refresh();
    });
  }

  start(sheet: string): void {
    this.told = JSON.stringify({ sheet, area: firstCell });
  }

  activeSheet(): string {
    return this.services.workbook.getActiveSheet().getSheetId();
  }

  activate(sheet: string): void {
    this.layout.activate(sheet);
  }

  current(): Selection {
    const sheet = this.activeSheet();
    const range = this.services
      .find(SheetsSelectionsService)
      .getWorkbookSelections(this.services.unitId)
      .getSelectionsOfWorksheet(sheet)
      .at(-1)?.range as IRange | undefined;
    return { sheet, area: range ? toArea(range) : { ...firstCell } };
  }

  select({ sheet, area }: Selection): void {
    if (sheet !== this.activeSheet()) this.layout.activate(sheet);
    const range = toRange(area);
    this.services.mutate(SetSelectionsOperation.id, {
      subUnitId: sheet,
      selections: [
        {
          range,
          primary: {
            ...range,
            endRow: range.startRow,
            endColumn: range.startColumn,
            actualRow: range.startRow,
            actualColumn: range.startColumn,
            isMerged: false,
            isMergedMainCell: false,
          },
          style: null,
        },
      ],
    });
  }

  /** Tells of a selection that nobody was told of yet. */
  refresh(): void {
    const now = this.current();
    const text = JSON.stringify(now);
    if (text === this.told) return;
    this.told = text;
    this.changed(now);
  }
}
