/** Events of the engine, and what Univer's mutations mean as one. */
import type { ICellData, IRange, Nullable } from "@univerjs/core";
import {
  InsertColMutation,
  InsertRowMutation,
  MoveColsMutation,
  MoveRangeMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
  ReorderRangeMutation,
  SetRangeValuesMutation,
} from "@univerjs/sheets";
import { bound } from "../address";
import type { Area, EngineEvents } from "./engine";
import type { Services } from "./services";

export class Emitter<Events extends object> {
  private readonly handlers = new Map<
    keyof Events,
    Set<(detail: never) => void>
  >();

  on<E extends keyof Events>(
    event: E,
    handler: (detail: Events[E]) => void,
  ): () => void {
    const set = this.handlers.get(event) ?? new Set();
    this.handlers.set(event, set);
    set.add(handler);
    return () => void set.delete(handler);
  }

  emit<E extends keyof Events>(event: E, detail: Events[E]): void {
    for (const handler of this.handlers.get(event) ?? [])
      handler(detail as never);
  }

  clear(): void {
    this.handlers.clear();
  }
}

/** After these, cells stand elsewhere. */
const moving = new Set<string>([
  InsertRowMutation.id,
  InsertColMutation.id,
  RemoveRowMutation.id,
  RemoveColMutation.id,
  MoveRangeMutation.id,
  MoveRowsMutation.id,
  MoveColsMutation.id,
  ReorderRangeMutation.id,
]);

export interface ChangeListener {
  changed(detail: EngineEvents["change"]): void;
  /** A user has typed a formula here. */
  typed(sheet: string, row: number, column: number): void;
  moved(): void;
}

export function reportChanges(
  services: Services,
  { changed, typed, moved }: ChangeListener,
): void {
  services.commands.onCommandExecuted((command, options) => {
    const { unitId, subUnitId, cellValue } = (command.params ?? {}) as {
      unitId?: string;
      subUnitId?: string;
      cellValue?: Record<number, Record<number, Nullable<ICellData>>>;
      range?: IRange;
    };
    if (unitId !== services.unitId || subUnitId === undefined) return;
    if (moving.has(command.id)) {
      moved();
      changed({ sheets: [subUnitId] });
      return;
    }
    const isUsers =
      command.id === SetRangeValuesMutation.id &&
      !services.isQuiet &&
      !options?.["fromFormula"];
    if (!isUsers || !cellValue) return;
    let area: Area | undefined;
    for (const [row, cells] of Object.entries(cellValue)) {
      for (const [column, cell] of Object.entries(cells)) {
        const here = {
          row: Number(row),
          column: Number(column),
          rows: 1,
          columns: 1,
        };
        area = area ? bound(area, here) : here;
        if (cell?.f) typed(subUnitId, here.row, here.column);
      }
    }
    if (area)
      changed({ sheets: [subUnitId], areas: [{ sheet: subUnitId, area }] });
  });
}
