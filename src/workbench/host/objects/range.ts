/** Range: one rectangle of cells. */
import { hostObject, read } from "../object";
import type { HostObject, Link, Method, ObjectType } from "../object";
import { conditionalFormats } from "./conditionalFormat";
import { dataValidation } from "./dataValidation";
import { rangeCells } from "./rangeCells";
import { rangeEditing } from "./rangeEditing";
import { rangeFormat } from "./rangeFormat";
import { rangeNavigation } from "./rangeNavigation";
import { rangeAddress } from "./rangeState";
import type { RangeState } from "./rangeState";
import { tablesOfRange } from "./tables";
import { worksheet } from "./worksheet";
import { wholeColumns, wholeRows } from "../../address";

const links: Record<string, Link<RangeState>> = {
  worksheet: ({ sheet }) => worksheet(sheet),
  format: (state) => rangeFormat([state]),
  dataValidation: (state) => dataValidation(state),
  conditionalFormats: (state) => conditionalFormats(state),
};

/** Excel counts the cells of larger ranges as -1. */
const mostCells = 2 ** 31 - 1;

const methods: Record<string, Method<RangeState>> = {
  ...rangeNavigation(range),
  ...rangeEditing,
  getTables: (state) => tablesOfRange(state),
};

const rangeType: ObjectType<RangeState> = {
  name: "Range",
  keeps: true,
  properties: {
    address: read(rangeAddress),
    addressLocal: read(rangeAddress),
    cellCount: read(({ area }) => {
      const count = area.rows * area.columns;
      return count > mostCells ? -1 : count;
    }),
    rowIndex: read(({ area }) => area.row),
    columnIndex: read(({ area }) => area.column),
    rowCount: read(({ area }) => area.rows),
    columnCount: read(({ area }) => area.columns),
    isEntireColumn: read(({ area }) => wholeColumns(area)),
    isEntireRow: read(({ area }) => wholeRows(area)),
    ...rangeCells,
  },
  links,
  methods,
};

export function range(state: RangeState): HostObject {
  return hostObject(rangeType, state);
}
