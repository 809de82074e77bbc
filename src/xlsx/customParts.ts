/** What add-ins keep in a workbook: custom XML parts (the plan's identity is one) and texts on a sheet. */
import { strToU8 } from "fflate";
import type { BookSheet, BookXmlPart } from "./book";
import {
  contentTypes,
  freePath,
  partText,
  partXml,
  relate,
  relationships,
  setContentTypes,
  setPartXml,
  setRelationships,
  type Parts,
} from "./package";
import { same } from "./same";
import { SHEET_ORDER } from "./sheetOrder";
import {
  child,
  childrenNamed,
  element,
  parseXml,
  relationshipId,
  setChild,
  type XmlElement,
} from "./xml";

const DATASTORE =
  "http://schemas.openxmlformats.org/officeDocument/2006/customXml";

interface FoundPart extends BookXmlPart {
  path: string;
}

/** The id is the one that Office.js shows: the GUID of the part's properties. */
export function findCustomXml(parts: Parts, workbookPart: string): FoundPart[] {
  return relationships(parts, workbookPart)
    .filter(
      ({ kind, external, target }) =>
        kind === "customXml" && !external && parts.has(target),
    )
    .map(({ target }) => {
      const props = relationships(parts, target).find(
        ({ kind }) => kind === "customXmlProps",
      );
      const item =
        props === undefined ? undefined : partXml(parts, props.target);
      const id =
        item === undefined
          ? undefined
          : Object.entries(item.attributes).find(([key]) =>
              key.endsWith("itemID"),
            )?.[1];
      return {
        path: target,
        id: id ?? target,
        xml: withoutDeclaration(partText(parts, target) ?? ""),
      };
    });
}

const withoutDeclaration = (xml: string): string =>
  xml.replace(/^\s*<\?xml[^>]*\?>\s*/, "");

export const readCustomXml = (
  parts: Parts,
  workbookPart: string,
): BookXmlPart[] =>
  findCustomXml(parts, workbookPart).map(({ id, xml }) => ({ id, xml }));

export function writeCustomXml(
  parts: Parts,
  workbookPart: string,
  wanted: readonly BookXmlPart[],
): void {
  const before = findCustomXml(parts, workbookPart);
  for (const part of wanted) {
    const known = before.find(({ id }) => id === part.id);
    if (known === undefined) add(parts, workbookPart, part);
    else if (known.xml !== part.xml) parts.set(known.path, strToU8(part.xml));
  }
  const gone = new Set(
    before
      .filter(({ id }) => !wanted.some((part) => part.id === id))
      .map(({ path }) => path),
  );
  if (gone.size > 0)
    setRelationships(
      parts,
      workbookPart,
      relationships(parts, workbookPart).filter(
        ({ target, external }) => external || !gone.has(target),
      ),
    );
}

function add(
  parts: Parts,
  workbookPart: string,
  { id, xml }: BookXmlPart,
): void {
  const path = freePath(parts, "customXml/item", ".xml");
  const propsPath = path.replace("/item", "/itemProps");
  parts.set(
    path,
    strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n${withoutDeclaration(xml)}`,
    ),
  );
  const namespace = rootNamespace(xml);
  setPartXml(
    parts,
    propsPath,
    element("ds:datastoreItem", { "ds:itemID": id, "xmlns:ds": DATASTORE }, [
      element(
        "ds:schemaRefs",
        {},
        namespace === undefined
          ? []
          : [element("ds:schemaRef", { "ds:uri": namespace })],
      ),
    ]),
  );
  const types = contentTypes(parts);
  types.defaults.set("xml", types.defaults.get("xml") ?? "application/xml");
  types.overrides.set(
    propsPath,
    "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
  );
  setContentTypes(parts, types);
  relate(parts, path, "customXmlProps", propsPath);
  relate(parts, workbookPart, "customXml", path);
}

function rootNamespace(xml: string): string | undefined {
  const root = parseXml(xml, "custom XML");
  const colon = root.name.indexOf(":");
  return root.attributes[
    colon < 0 ? "xmlns" : `xmlns:${root.name.slice(0, colon)}`
  ];
}

// ---------------------------------------------------------------- texts on a sheet

const utf16 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    bytes[2 * i] = text.charCodeAt(i) & 0xff;
    bytes[2 * i + 1] = text.charCodeAt(i) >> 8;
  }
  return bytes;
};

export function readSheetProperties(
  parts: Parts,
  sheetPart: string,
  root: XmlElement,
): BookSheet["properties"] {
  const nodes = childrenNamed(child(root, "customProperties"), "customPr");
  if (nodes.length === 0) return undefined;
  const targets = new Map(
    relationships(parts, sheetPart).map(({ id, target }) => [id, target]),
  );
  const properties: Record<string, string> = {};
  for (const node of nodes) {
    const bytes = parts.get(targets.get(relationshipId(node) ?? "") ?? "");
    if (bytes !== undefined)
      properties[node.attributes.name ?? ""] = new TextDecoder(
        "utf-16le",
      ).decode(bytes);
  }
  return properties;
}

/** A book without properties says nothing about them. */
export function writeSheetProperties(
  parts: Parts,
  sheetPart: string,
  root: XmlElement,
  wanted: BookSheet["properties"],
): void {
  if (
    wanted === undefined ||
    same(readSheetProperties(parts, sheetPart, root) ?? {}, wanted)
  )
    return;
  const others = relationships(parts, sheetPart).filter(
    ({ kind }) => kind !== "customProperty",
  );
  setRelationships(parts, sheetPart, others);
  const nodes = Object.entries(wanted).map(([name, value]) => {
    const path = freePath(parts, "xl/customProperty", ".bin");
    parts.set(path, utf16(value));
    const types = contentTypes(parts);
    types.overrides.set(
      path,
      "application/vnd.openxmlformats-officedocument.spreadsheetml.customProperty",
    );
    setContentTypes(parts, types);
    return element("customPr", {
      name,
      "r:id": relate(parts, sheetPart, "customProperty", path),
    });
  });
  root.attributes["xmlns:r"] ??=
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  setChild(
    root,
    SHEET_ORDER,
    "customProperties",
    nodes.length === 0 ? undefined : element("customProperties", {}, nodes),
  );
}
