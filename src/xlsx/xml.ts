/** XML parts as plain trees, so that what we do not understand is written back as it came. */
import { SaxesParser } from "saxes";
import { FileRefusal } from "./refusal";

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
}

/** Text, an element, or markup (comment, processing instruction) that is written back as it is. */
export type XmlNode = string | XmlElement | { markup: string };

export const isElement = (node: XmlNode): node is XmlElement =>
  typeof node === "object" && "name" in node;

export const element = (
  name: string,
  attributes: Record<string, string | number | boolean | undefined> = {},
  children: (XmlNode | undefined)[] = [],
): XmlElement => {
  const kept: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    kept[key] =
      typeof value === "boolean" ? (value ? "1" : "0") : String(value);
  }
  return {
    name,
    attributes: kept,
    children: children.filter((child): child is XmlNode => child !== undefined),
  };
};

const SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

export function parseXml(text: string, part: string): XmlElement {
  const parser = new SaxesParser({ xmlns: false });
  const stack: XmlElement[] = [];
  let root: XmlElement | undefined;
  const add = (node: XmlNode): void => {
    stack.at(-1)?.children.push(node);
  };
  const addText = (more: string): void => {
    const children = stack.at(-1)?.children;
    if (children === undefined) return;
    const last = children.length - 1;
    if (typeof children[last] === "string") children[last] += more;
    else children.push(more);
  };
  parser.on("error", (error) => {
    throw new FileRefusal(
      "BrokenXml",
      `The file is damaged: its part "${part}" is not well-formed XML (${error.message}). Open it in Excel, let Excel repair it, and save it again.`,
    );
  });
  parser.on("opentag", (tag) => {
    const opened: XmlElement = {
      name: tag.name,
      attributes: { ...tag.attributes },
      children: [],
    };
    if (stack.length === 0) root = opened;
    add(opened);
    stack.push(opened);
  });
  parser.on("closetag", () => {
    stack.pop();
  });
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("comment", (comment) => add({ markup: `<!--${comment}-->` }));
  parser.on("processinginstruction", ({ target, body }) =>
    add({ markup: `<?${target} ${body}?>` }),
  );
  parser.write(text).close();
  if (root === undefined)
    throw new FileRefusal(
      "BrokenXml",
      `The file is damaged: its part "${part}" is empty.`,
    );
  return withoutPrefix(root);
}

/** Some writers give the main namespace a prefix (<x:worksheet>); everything here expects none. */
function withoutPrefix(root: XmlElement): XmlElement {
  const prefix = root.name.includes(":")
    ? root.name.slice(0, root.name.indexOf(":"))
    : "";
  if (prefix === "" || root.attributes.xmlns !== undefined) return root;
  if (root.attributes[`xmlns:${prefix}`] !== SPREADSHEET) return root;
  const strip = (node: XmlElement): void => {
    if (node.name.startsWith(`${prefix}:`))
      node.name = node.name.slice(prefix.length + 1);
    for (const child of node.children) if (isElement(child)) strip(child);
  };
  strip(root);
  root.attributes.xmlns = SPREADSHEET;
  return root;
}

const escapeText = (text: string): string =>
  /[&<>\r]/.test(text)
    ? text
        .replace(/&/g, "&amp;")
        .replace(/</g, "&lt;")
        .replace(/>/g, "&gt;")
        .replace(/\r/g, "&#13;")
    : text;

const escapeAttribute = (text: string): string =>
  /[&<>"\r\n\t]/.test(text)
    ? escapeText(text)
        .replace(/"/g, "&quot;")
        .replace(/\n/g, "&#10;")
        .replace(/\t/g, "&#9;")
    : text;

export function writeNode(node: XmlNode): string {
  if (typeof node === "string") return escapeText(node);
  if (!isElement(node)) return node.markup;
  let out = `<${node.name}`;
  for (const key in node.attributes)
    out += ` ${key}="${escapeAttribute(node.attributes[key]!)}"`;
  if (node.children.length === 0) return `${out}/>`;
  out += ">";
  for (const child of node.children) out += writeNode(child);
  return `${out}</${node.name}>`;
}

export const writeXml = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${writeNode(root)}`;

/** The local part of a qualified name. */
export const localName = (name: string): string =>
  name.slice(name.indexOf(":") + 1);

export const elements = (parent: XmlElement | undefined): XmlElement[] =>
  parent?.children.filter(isElement) ?? [];

export const child = (
  parent: XmlElement | undefined,
  name: string,
): XmlElement | undefined =>
  parent?.children.find(
    (node): node is XmlElement => isElement(node) && node.name === name,
  );

export const childrenNamed = (
  parent: XmlElement | undefined,
  name: string,
): XmlElement[] => elements(parent).filter((node) => node.name === name);

export const textOf = (node: XmlElement | undefined): string => {
  let out = "";
  for (const part of node?.children ?? [])
    if (typeof part === "string") out += part;
  return out;
};

/** Every element below and including `root`, in document order. */
export function* walk(root: XmlElement): Generator<XmlElement> {
  yield root;
  for (const node of root.children) if (isElement(node)) yield* walk(node);
}

export const attributeIsTrue = (value: string | undefined): boolean =>
  value === "1" || value === "true" || value === "on";

export const numberAttribute = (
  node: XmlElement | undefined,
  name: string,
): number | undefined => {
  const text = node?.attributes[name];
  if (text === undefined || text === "") return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
};

/** The relationship id, whatever prefix the writer gave the relationships namespace. */
export const relationshipId = (node: XmlElement): string | undefined => {
  for (const key in node.attributes)
    if (key !== "id" && localName(key) === "id") return node.attributes[key];
  return undefined;
};

/**
 * Puts `replacement` where `name` stands or, when absent, before the first element that the schema's order puts after it.
 * An undefined replacement takes the element away.
 */
export function setChild(
  parent: XmlElement,
  order: readonly string[],
  name: string,
  replacement: XmlElement | XmlElement[] | undefined,
): void {
  const fresh =
    replacement === undefined
      ? []
      : Array.isArray(replacement)
        ? replacement
        : [replacement];
  const at = parent.children.findIndex(
    (node) => isElement(node) && node.name === name,
  );
  const rest = parent.children.filter(
    (node) => !(isElement(node) && node.name === name),
  );
  let position = at;
  if (at < 0) {
    const later = new Set(order.slice(order.indexOf(name) + 1));
    position = rest.findIndex(
      (node) => isElement(node) && later.has(node.name),
    );
    if (position < 0) position = rest.length;
  }
  rest.splice(position, 0, ...fresh);
  parent.children = rest;
}
