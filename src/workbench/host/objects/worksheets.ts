/** WorksheetCollection. */
import { itemNotFound } from "../fault";
import { collectionEvents, eventMethods } from "../events";
import { hostObject } from "../object";
import type { HostObject, Method, ObjectType } from "../object";
import type { Session } from "../session";
import { workbookTarget } from "../../office/protocol";
import { nextSheetName, sheetName } from "./sheetName";
import { sheetKey, worksheet } from "./worksheet";

const listed = (visibleOnly: unknown, session: Session) =>
  session.engine
    .sheets()
    .filter(
      ({ visibility }) => visibleOnly !== true || visibility === "visible",
    );

const end =
  (place: 0 | -1): Method<null> =>
  (_state, [visibleOnly], session) => {
    const found = listed(visibleOnly, session).at(place);
    if (found) return worksheet(found.id);
    throw itemNotFound("The workbook has no such sheet.");
  };

const worksheetsType: ObjectType<null> = {
  name: "WorksheetCollection",
  items: (_state, session) =>
    session.engine.sheets().map(({ id }) => worksheet(id)),
  item: (_state, key, session) => {
    const found = session.findSheet(sheetKey(key));
    if (found) return worksheet(found.id);
    throw itemNotFound(`There is no sheet "${String(key)}".`);
  },
  methods: {
    add: (_state, [name], session) => {
      session.mayRestructure();
      const given = name === undefined || name === null || name === "";
      const id = session.engine.addSheet(
        given ? nextSheetName(session) : sheetName(name, session),
      );
      session.changed();
      return worksheet(id);
    },
    getActiveWorksheet: (_state, _args, session) =>
      worksheet(session.engine.activeSheet()),
    getCount: (_state, [visibleOnly], session) =>
      listed(visibleOnly, session).length,
    getFirst: end(0),
    getLast: end(-1),
    getItemOrNullObject: (_state, [key], session) => {
      const found = session.findSheet(sheetKey(key));
      return found ? worksheet(found.id) : null;
    },
    ...eventMethods(collectionEvents, () => workbookTarget),
  },
};

export const worksheets = (): HostObject => hostObject(worksheetsType, null);
