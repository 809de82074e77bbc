/** Workbook: the root of every path. */
import { accessDenied, HostFault, invalidOperation } from "../fault";
import { hostObject, read } from "../object";
import { booleanArgument, textArgument } from "../arguments";
import type { HostObject, ObjectType } from "../object";
import { application } from "./application";
import { customXmlParts } from "./customXml";
import { namesOf } from "./name";
import { range } from "./range";
import { rangeAreas } from "./rangeAreas";
import { referenceOf } from "./rangeState";
import { tablesOfWorkbook } from "./tables";
import { worksheets } from "./worksheets";
import type { Session } from "../session";

/** The password belongs to the workbook, not to a sheet. */
const passwordKey = "";

function lock(locked: boolean, session: Session): void {
  if (!session.engine.lockStructure)
    throw new HostFault(
      "ApiNotFound",
      "This spreadsheet cannot protect a workbook's structure.",
    );
  session.engine.lockStructure(locked);
}

const protectionType: ObjectType<null> = {
  name: "WorkbookProtection",
  properties: {
    protected: read((_state, session) => session.flags().structureLocked),
  },
  methods: {
    protect: (_state, [password], session) => {
      session.mayChange();
      if (session.flags().structureLocked)
        throw invalidOperation("The workbook is protected already.");
      lock(true, session);
      if (typeof password === "string" && password !== "")
        session.passwords.set(passwordKey, password);
    },
    unprotect: (_state, [password], session) => {
      session.mayChange();
      const needed = session.passwords.get(passwordKey);
      if (needed !== undefined && needed !== password)
        throw accessDenied("The password is wrong.");
      session.passwords.delete(passwordKey);
      lock(false, session);
    },
  },
};

const runtimeType: ObjectType<null> = {
  name: "Runtime",
  properties: {
    enableEvents: {
      get: (_state, session) => session.eventsEnabled,
      set: (_state, value, session) => {
        session.eventsEnabled = booleanArgument(value, "enableEvents");
      },
    },
  },
};

const selected = (session: Session) => {
  const { sheet, area } = session.engine.selection();
  return { sheet, area };
};

const workbookType: ObjectType<null> = {
  name: "Workbook",
  properties: {
    readOnly: read((_state, session) => session.flags().readOnly),
    use1904DateSystem: read((_state, session) => session.flags().date1904),
  },
  links: {
    worksheets: () => worksheets(),
    names: () => namesOf(),
    tables: () => tablesOfWorkbook(),
    application: () => application(),
    protection: () => hostObject(protectionType, null),
    customXmlParts: () => customXmlParts(),
    _Runtime: () => hostObject(runtimeType, null),
  },
  methods: {
    getSelectedRange: (_state, _args, session) => range(selected(session)),
    getSelectedRanges: (_state, _args, session) =>
      rangeAreas([selected(session)]),
    getActiveCell: (_state, _args, session) => {
      const { sheet, area } = session.engine.selection();
      return range({ sheet, area: { ...area, rows: 1, columns: 1 } });
    },
    _removeReference: (_state, [id], session) => session.release(String(id)),
    _getRangeForEventByReferenceId: (_state, [address], session) =>
      eventRange(address, session),
    _getRangeOrNullObjectForEventByReferenceId: (_state, [address], session) =>
      eventRange(address, session),
  },
};

/** The host's events name their range by its full address. */
function eventRange(address: unknown, session: Session): HostObject | null {
  const found = referenceOf(textArgument(address, "reference"), session);
  return found ? range(found) : null;
}

export const workbook = (): HostObject => hostObject(workbookType, null);
