/** Tells the client what happened in the workbook: the engine's events, in the shape that Excel gives them. */
import { areaName, sheetAddress } from "../address";
import type { Selection } from "../engine/engine";
import { eventCategory, EventType, workbookTarget } from "../office/protocol";
import type { EventMessage } from "../office/protocol";
import type { Method } from "./object";
import type { Session } from "./session";

/** Events of a worksheet: the name within the client's register calls, and the number of the message. */
export const worksheetEvents: Record<string, number> = {
  DataChanged: EventType.worksheetChanged,
  Activated: EventType.worksheetActivated,
  Deactivated: EventType.worksheetDeactivated,
  SelectionChanged: EventType.worksheetSelectionChanged,
  Calculated: EventType.worksheetCalculated,
};

export const collectionEvents: Record<string, number> = {
  ...worksheetEvents,
  Added: EventType.worksheetAdded,
  Deleted: EventType.worksheetDeleted,
};

const keyOf = (type: number, target: string): string => `${type} ${target}`;

/** `_RegisterDataChangedEvent` and its opposite, and so on for each event. */
export function eventMethods<S>(
  events: Record<string, number>,
  target: (state: S) => string,
): Record<string, Method<S>> {
  const methods: Record<string, Method<S>> = {};
  for (const [name, type] of Object.entries(events)) {
    methods[`_Register${name}Event`] = (state, _args, session) => {
      session.watched.add(keyOf(type, target(state)));
    };
    methods[`_Unregister${name}Event`] = (state, _args, session) => {
      session.watched.delete(keyOf(type, target(state)));
    };
  }
  return methods;
}

export interface Events {
  listen(handler: (messages: EventMessage[]) => void): () => void;
  stop(): void;
}

export function watchEvents(session: Session): Events {
  const { engine } = session;
  const handlers = new Set<(messages: EventMessage[]) => void>();
  let sheets = new Set(engine.sheets().map(({ id }) => id));
  let active = engine.activeSheet();

  /** To those who registered on the sheet itself and on the collection. */
  const raise = (type: number, sheet: string, detail: object): void => {
    if (!session.eventsEnabled || handlers.size === 0) return;
    const message = JSON.stringify({ worksheetId: sheet, ...detail });
    const messages = [sheet, workbookTarget]
      .filter((targetId) => session.watched.has(keyOf(type, targetId)))
      .map((targetId) => ({
        messageCategory: eventCategory,
        messageType: type,
        targetId,
        message,
      }));
    if (messages.length > 0) for (const handler of handlers) handler(messages);
  };
  const source = { source: "Local" };

  const compareSheets = (): void => {
    const now = new Set(engine.sheets().map(({ id }) => id));
    for (const id of now)
      if (!sheets.has(id)) raise(EventType.worksheetAdded, id, source);
    for (const id of sheets)
      if (!now.has(id)) raise(EventType.worksheetDeleted, id, source);
    sheets = now;
  };
  const compareActive = (): void => {
    const now = engine.activeSheet();
    if (now === active) return;
    raise(EventType.worksheetDeactivated, active, {});
    raise(EventType.worksheetActivated, now, {});
    active = now;
  };

  const changed = ({
    sheets: ids,
    areas = [],
  }: {
    sheets: string[];
    areas?: Selection[];
  }): void => {
    compareSheets();
    compareActive();
    for (const id of ids) {
      const sheet = engine.sheets().find((one) => one.id === id);
      if (!sheet) continue;
      const known = areas
        .filter((area) => area.sheet === id)
        .map(({ area }) => area);
      // An engine that does not say where: everything in use may have changed.
      const used = engine.usedArea(id) ?? {
        row: 0,
        column: 0,
        rows: 1,
        columns: 1,
      };
      for (const area of known.length > 0 ? known : [used])
        raise(EventType.worksheetChanged, id, {
          ...source,
          changeType: "RangeEdited",
          address: areaName(area),
          referenceId: sheetAddress(sheet.name, area),
          triggerSource: session.busy ? "ThisLocalAddin" : "Unknown",
          shiftDirection: "None",
        });
    }
  };

  const stops = [
    engine.on("change", changed),
    engine.on("selection", ({ sheet, area }) => {
      compareActive();
      raise(EventType.worksheetSelectionChanged, sheet, {
        address: areaName(area),
      });
      const message = {
        messageCategory: 0,
        messageType: EventType.documentSelectionChanged,
        targetId: "",
        message: "{}",
      };
      if (session.eventsEnabled)
        for (const handler of handlers) handler([message]);
    }),
    engine.on("calculated", () => {
      for (const { id } of engine.sheets())
        raise(EventType.worksheetCalculated, id, { address: "" });
    }),
  ];

  return {
    listen(handler) {
      handlers.add(handler);
      return () => {
        handlers.delete(handler);
        // A page that is gone has registered for nothing.
        if (handlers.size === 0) session.watched.clear();
      };
    },
    stop: () => stops.forEach((stop) => stop()),
  };
}
