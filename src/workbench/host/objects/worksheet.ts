/** Worksheet. Its state is the sheet's id, so a rename does not lose it. */
import {
  choiceArgument,
  colorArgument,
  booleanArgument,
  textArgument,
  wholeArgument,
} from "../arguments";
import { invalidOperation, itemNotFound } from "../fault";
import { hostObject, read } from "../object";
import type { HostObject, Method, ObjectType } from "../object";
import type { Session } from "../session";
import { customProperties } from "./customProperties";
import { eventMethods, worksheetEvents } from "../events";
import { freezePanes } from "./freezePanes";
import { namesOf } from "./name";
import { pageLayout } from "./pageLayout";
import { range } from "./range";
import { rangesAt } from "./rangeAreas";
import { areaAt, rangeAt, usedArea, wholeSheet } from "./rangeState";
import { sheetName } from "./sheetName";
import { tablesOfSheet } from "./tables";
import { worksheetProtection } from "./worksheetProtection";

export const visibilities = {
  Visible: "visible",
  Hidden: "hidden",
  VeryHidden: "veryHidden",
} as const;
type Visibility = keyof typeof visibilities;
const visibilityNames = Object.keys(visibilities) as Visibility[];

const position = (sheet: string, session: Session): number =>
  session.engine.sheets().findIndex(({ id }) => id === sheet);

/** Excel keeps at least one sheet in sight. */
function mustNotBeLast(sheet: string, session: Session): void {
  const others = session.engine
    .sheets()
    .filter(({ id, visibility }) => id !== sheet && visibility === "visible");
  if (others.length === 0)
    throw invalidOperation("A workbook needs at least one visible sheet.");
}

const neighbour =
  (step: 1 | -1, orNull: boolean): Method<string> =>
  (sheet, [visibleOnly], session) => {
    const sheets = session.engine.sheets();
    for (let at = position(sheet, session) + step; sheets[at]; at += step) {
      const found = sheets[at];
      if (found && (visibleOnly !== true || found.visibility === "visible"))
        return worksheet(found.id);
    }
    if (orNull) return null;
    throw itemNotFound("There is no sheet beyond this one.");
  };

const worksheetType: ObjectType<string> = {
  name: "Worksheet",
  id: (sheet) => sheet,
  properties: {
    id: read((sheet, session) => session.sheet(sheet).id),
    name: {
      get: (sheet, session) => session.sheet(sheet).name,
      set: (sheet, value, session) => {
        session.mayRestructure();
        session.engine.renameSheet(sheet, sheetName(value, session, sheet));
        session.changed();
      },
    },
    position: {
      get: position,
      set: (sheet, value, session) => {
        session.mayRestructure();
        const last = session.engine.sheets().length - 1;
        session.engine.moveSheet(
          sheet,
          wholeArgument(value, "position", 0, last),
        );
      },
    },
    visibility: {
      get: (sheet, session) => {
        const { visibility } = session.sheet(sheet);
        return visibilityNames.find(
          (name) => visibilities[name] === visibility,
        );
      },
      set: (sheet, value, session) => {
        session.mayRestructure();
        const choice = choiceArgument(value, "visibility", visibilityNames);
        if (choice !== "Visible") mustNotBeLast(sheet, session);
        session.engine.setSheet(sheet, { visibility: visibilities[choice] });
      },
    },
    tabColor: {
      get: (sheet, session) => session.sheet(sheet).tabColor ?? "",
      set: (sheet, value, session) => {
        session.mayRestructure();
        session.engine.setSheet(sheet, {
          tabColor: value === "" ? undefined : colorArgument(value, "tabColor"),
        });
      },
    },
    showGridlines: read((sheet, session) => session.sheet(sheet).showGridlines),
    // The client reads `ShowGridlines` and writes `Gridlines`.
    gridlines: {
      set: (sheet, value, session) => {
        session.mayChange();
        const showGridlines = booleanArgument(value, "showGridlines");
        session.engine.setSheet(sheet, { showGridlines });
      },
    },
  },
  links: {
    names: (sheet) => namesOf(sheet),
    tables: (sheet) => tablesOfSheet(sheet),
    protection: (sheet) => worksheetProtection(sheet),
    freezePanes: (sheet) => freezePanes(sheet),
    customProperties: (sheet) => customProperties(sheet),
    pageLayout: (sheet) => pageLayout(sheet),
  },
  methods: {
    activate: (sheet, _args, session) => {
      if (session.sheet(sheet).visibility !== "visible")
        throw invalidOperation("A hidden sheet cannot be activated.");
      session.engine.activateSheet(sheet);
    },
    calculate: (_sheet, [all], session) =>
      session.calculate(all === true ? "full" : "changed"),
    delete: (sheet, _args, session) => {
      session.mayRestructure();
      if (session.sheet(sheet).visibility === "veryHidden")
        throw invalidOperation("A very hidden sheet cannot be deleted.");
      mustNotBeLast(sheet, session);
      session.engine.deleteSheet(sheet);
      session.changed();
    },
    getRange: (sheet, [address], session) =>
      range(rangeAt(address, sheet, session)),
    getRanges: (sheet, [address], session) => rangesAt(address, sheet, session),
    getCell: (sheet, [row, column]) =>
      range({
        sheet,
        area: areaAt(
          wholeArgument(row, "row"),
          wholeArgument(column, "column"),
        ),
      }),
    getRangeByIndexes: (sheet, [row, column, rows, columns]) =>
      range({
        sheet,
        area: areaAt(
          wholeArgument(row, "startRow"),
          wholeArgument(column, "startColumn"),
          wholeArgument(rows, "rowCount"),
          wholeArgument(columns, "columnCount"),
        ),
      }),
    getUsedRange: (sheet, [valuesOnly], session) => {
      const area = usedArea(
        { sheet, area: wholeSheet },
        valuesOnly === true,
        session,
      );
      return range({ sheet, area: area ?? areaAt(0, 0) });
    },
    getUsedRangeOrNullObject: (sheet, [valuesOnly], session) => {
      const area = usedArea(
        { sheet, area: wholeSheet },
        valuesOnly === true,
        session,
      );
      return area ? range({ sheet, area }) : null;
    },
    getNext: neighbour(1, false),
    getNextOrNullObject: neighbour(1, true),
    getPrevious: neighbour(-1, false),
    getPreviousOrNullObject: neighbour(-1, true),
    ...eventMethods(worksheetEvents, (sheet) => sheet),
  },
};

export function worksheet(sheet: string): HostObject {
  return hostObject(worksheetType, sheet);
}

export const sheetKey = (key: unknown): string =>
  textArgument(key, "The sheet's name");
