/** Texts that an add-in keeps with a worksheet. */
import { textArgument } from "../arguments";
import { itemNotFound } from "../fault";
import { hostObject, read } from "../object";
import type { HostObject, ObjectType } from "../object";
import type { Session } from "../session";

interface PropertyState {
  sheet: string;
  key: string;
}

/** Excel finds them whatever the capitals. */
function all(sheet: string, session: Session): Record<string, string> {
  const known = session.sheet(sheet).properties;
  if (known) return known;
  const kept = session.engine.book().sheets.find(({ id }) => id === sheet);
  return kept?.properties ?? {};
}

const keyOf = (
  sheet: string,
  key: string,
  session: Session,
): string | undefined =>
  Object.keys(all(sheet, session)).find(
    (other) => other.toLowerCase() === key.toLowerCase(),
  );

function store(
  sheet: string,
  properties: Record<string, string>,
  session: Session,
): void {
  const some = Object.keys(properties).length > 0;
  session.engine.setSheet(sheet, { properties: some ? properties : undefined });
}

const propertyType: ObjectType<PropertyState> = {
  name: "WorksheetCustomProperty",
  id: ({ key }) => key,
  properties: {
    key: read(({ sheet, key }, session) => keyOf(sheet, key, session) ?? key),
    value: {
      get: ({ sheet, key }, session) =>
        all(sheet, session)[keyOf(sheet, key, session) ?? key],
      set: ({ sheet, key }, value, session) => {
        session.mayChange();
        store(
          sheet,
          { ...all(sheet, session), [key]: textArgument(value, "value") },
          session,
        );
      },
    },
  },
  methods: {
    delete: ({ sheet, key }, _args, session) => {
      session.mayChange();
      const { [keyOf(sheet, key, session) ?? key]: _gone, ...rest } = all(
        sheet,
        session,
      );
      store(sheet, rest, session);
    },
  },
};

const property = (sheet: string, key: string): HostObject =>
  hostObject(propertyType, { sheet, key });

const collectionType: ObjectType<string> = {
  name: "WorksheetCustomPropertyCollection",
  items: (sheet, session) =>
    Object.keys(all(sheet, session)).map((key) => property(sheet, key)),
  item: (sheet, given, session) => {
    const key = keyOf(sheet, textArgument(given, "key"), session);
    if (key !== undefined) return property(sheet, key);
    throw itemNotFound(`The sheet has no property "${String(given)}".`);
  },
  methods: {
    add: (sheet, [given, value], session) => {
      session.mayChange();
      const text = textArgument(given, "key");
      const key = keyOf(sheet, text, session) ?? text;
      store(
        sheet,
        { ...all(sheet, session), [key]: textArgument(value, "value") },
        session,
      );
      return property(sheet, key);
    },
    getCount: (sheet, _args, session) =>
      Object.keys(all(sheet, session)).length,
    getItemOrNullObject: (sheet, [given], session) => {
      const key = keyOf(sheet, textArgument(given, "key"), session);
      return key === undefined ? null : property(sheet, key);
    },
  },
};

export function customProperties(sheet: string): HostObject {
  return hostObject(collectionType, sheet);
}
