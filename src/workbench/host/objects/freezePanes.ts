/** Frozen rows and columns of a sheet. */
import { wholeArgument } from "../arguments";
import { HostObject, hostObject } from "../object";
import type { ObjectType } from "../object";
import type { Session } from "../session";
import { range } from "./range";
import { rangeAt } from "./rangeState";
import type { RangeState } from "./rangeState";

function freeze(
  sheet: string,
  rows: number,
  columns: number,
  session: Session,
): void {
  session.mayChange();
  const none = rows === 0 && columns === 0;
  session.engine.setSheet(sheet, {
    freeze: none ? undefined : { rows, columns },
  });
}

const freezeType: ObjectType<string> = {
  name: "WorksheetFreezePanes",
  methods: {
    freezeRows: (sheet, [count = 1], session) =>
      freeze(sheet, wholeArgument(count, "count", 1), 0, session),
    freezeColumns: (sheet, [count = 1], session) =>
      freeze(sheet, 0, wholeArgument(count, "count", 1), session),
    freezeAt: (sheet, [frozen], session) => {
      const { area } =
        frozen instanceof HostObject
          ? (frozen.state as RangeState)
          : rangeAt(frozen, sheet, session);
      freeze(sheet, area.row + area.rows, area.column + area.columns, session);
    },
    unfreeze: (sheet, _args, session) => freeze(sheet, 0, 0, session),
    getLocationOrNullObject: (sheet, _args, session) => {
      const { freeze: frozen, rowCount, columnCount } = session.sheet(sheet);
      if (!frozen) return null;
      const rows = frozen.rows === 0 ? rowCount : frozen.rows;
      const columns = frozen.columns === 0 ? columnCount : frozen.columns;
      return range({ sheet, area: { row: 0, column: 0, rows, columns } });
    },
  },
};

export function freezePanes(sheet: string): HostObject {
  return hostObject(freezeType, sheet);
}
