/** Custom XML parts: data that the workbook carries for add-ins. */
import { SaxesParser } from "saxes";
import { textArgument } from "../arguments";
import { invalidArgument, invalidOperation, itemNotFound } from "../fault";
import { hostObject, read } from "../object";
import type { HostObject, ObjectType } from "../object";
import type { Session } from "../session";

function xmlOf(id: string, session: Session): string {
  const found = session.engine.customXml().find((part) => part.id === id);
  if (found) return found.xml;
  throw itemNotFound(`There is no custom XML part "${id}".`);
}

/** The namespace of the root element; refuses what is not well-formed XML. */
function namespaceOf(xml: string): string {
  let namespace: string | undefined;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", (tag) => (namespace ??= tag.uri));
  let problem: string | undefined;
  parser.on("error", (error) => (problem ??= error.message));
  parser.write(xml).close();
  if (problem === undefined && namespace !== undefined) return namespace;
  throw invalidArgument(
    `This is not well-formed XML: ${problem ?? "it has no element"}`,
  );
}

/** Parts of files may hold anything; those without readable XML are in no namespace. */
function knownNamespace(xml: string): string {
  try {
    return namespaceOf(xml);
  } catch {
    return "";
  }
}

const partType: ObjectType<string> = {
  name: "CustomXmlPart",
  id: (id) => id,
  properties: {
    id: read((id, session) => (xmlOf(id, session), id)),
    namespaceUri: read((id, session) => knownNamespace(xmlOf(id, session))),
  },
  methods: {
    getXml: xmlMethod,
    setXml: (id, [value], session) => {
      session.mayChange();
      xmlOf(id, session);
      const xml = textArgument(value, "xml");
      namespaceOf(xml);
      session.engine.setCustomXml(id, xml);
    },
    delete: (id, _args, session) => {
      session.mayChange();
      xmlOf(id, session);
      session.engine.setCustomXml(id, null);
    },
  },
};

function xmlMethod(id: string, _args: unknown[], session: Session): string {
  return xmlOf(id, session);
}

/** null: every part of the workbook */
type Scope = string | null;

const idsOf = (namespace: Scope, session: Session): string[] =>
  session.engine
    .customXml()
    .filter(
      ({ xml }) => namespace === null || knownNamespace(xml) === namespace,
    )
    .map(({ id }) => id);

const part = (id: string): HostObject => hostObject(partType, id);

function freshId(session: Session): string {
  const taken = new Set(
    session.engine.customXml().map(({ id }) => id.toLowerCase()),
  );
  for (let number = 1; ; number++) {
    const id = `{00000000-0000-4000-8000-${number.toString(16).toUpperCase().padStart(12, "0")}}`;
    if (!taken.has(id.toLowerCase())) return id;
  }
}

const collectionType: ObjectType<Scope> = {
  name: "CustomXmlPartCollection",
  items: (scope, session) => idsOf(scope, session).map(part),
  item: (scope, key, session) => {
    const id = idsOf(scope, session).find((one) => one === key);
    if (id !== undefined) return part(id);
    throw itemNotFound(`There is no custom XML part "${String(key)}".`);
  },
  methods: {
    add: (_scope, [value], session) => {
      session.mayChange();
      const xml = textArgument(value, "xml");
      namespaceOf(xml);
      const id = freshId(session);
      session.engine.setCustomXml(id, xml);
      return part(id);
    },
    getByNamespace: (_scope, [namespace]) =>
      hostObject(collectionType, textArgument(namespace, "namespaceUri")),
    getCount: (scope, _args, session) => idsOf(scope, session).length,
    getItemOrNullObject: (scope, [key], session) => {
      const id = idsOf(scope, session).find((one) => one === key);
      return id === undefined ? null : part(id);
    },
    getOnlyItem: (scope, _args, session) => {
      const [id, ...more] = idsOf(scope, session);
      if (id !== undefined && more.length === 0) return part(id);
      throw invalidOperation(`There is not exactly one custom XML part here.`);
    },
    getOnlyItemOrNullObject: (scope, _args, session) => {
      const [id, ...more] = idsOf(scope, session);
      return id !== undefined && more.length === 0 ? part(id) : null;
    },
  },
};

export const customXmlParts = (): HostObject =>
  hostObject(collectionType, null);
