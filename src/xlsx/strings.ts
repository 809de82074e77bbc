/** Texts of a file: plain ones and those with formatting runs. */
import { decodeText, encodeText, spaceAttribute } from "./text";
import {
  child,
  element,
  elements,
  parseXml,
  textOf,
  writeNode,
  type XmlElement,
} from "./xml";

export interface FileText {
  text: string;
  /** The runs as the file has them. */
  rich?: { xml: string };
}

/** `node` is an <si> or <is>. Phonetic guides are no part of the text. */
export function readText(node: XmlElement): FileText {
  const runs = elements(node).filter(({ name }) => name === "r");
  if (runs.length === 0) return { text: decodeText(textOf(child(node, "t"))) };
  return {
    text: runs.map((run) => decodeText(textOf(child(run, "t")))).join(""),
    rich: { xml: elements(node).map(writeNode).join("") },
  };
}

const isRich = (rich: unknown): rich is { xml: string } =>
  typeof rich === "object" &&
  rich !== null &&
  "xml" in rich &&
  typeof rich.xml === "string";

/** An <si> for this text; runs that no longer spell it are dropped. */
export function textElement(text: string, rich: unknown): XmlElement {
  if (isRich(rich)) {
    const kept = parseXml(`<si>${rich.xml}</si>`, "rich text");
    if (readText(kept).text === text) return kept;
  }
  return element("si", {}, [
    element("t", spaceAttribute(text), [encodeText(text)]),
  ]);
}

/** The shared strings of an output file: the original's in their places, those that no cell uses any more emptied. */
export class StringTable {
  private readonly items: XmlElement[];
  private readonly byText = new Map<string, number>();
  private readonly used = new Set<number>();
  private uses = 0;

  constructor(original: readonly XmlElement[]) {
    this.items = [...original];
    original.forEach((node, index) => this.byText.set(writeNode(node), index));
  }

  add(text: string, rich: unknown): number {
    const node = textElement(text, rich);
    const key = writeNode(node);
    const known = this.byText.get(key);
    if (known !== undefined) return this.keep(known);
    const index = this.items.push(node) - 1;
    this.byText.set(key, index);
    return this.keep(index);
  }

  /** A cell still uses the original's string. */
  keep(index: number): number {
    this.uses++;
    this.used.add(index);
    return index;
  }

  get size(): number {
    return this.items.length;
  }

  root(like: XmlElement | undefined): XmlElement {
    const xmlns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    // A text that was deleted from the sheets must not travel on in the file.
    const items = this.items.map((node, index) =>
      this.used.has(index) ? node : element("si", {}, [element("t")]),
    );
    return element(
      "sst",
      {
        ...(like?.attributes ?? { xmlns }),
        count: this.uses,
        uniqueCount: items.length,
      },
      items,
    );
  }
}
