/** What a changed cell says in a file: its value, and what keeps a text a text. */
import { isCellError, type BookCell, type CellValue } from "./book";
import { FileRefusal } from "./refusal";
import { textElement, type StringTable } from "./strings";
import { encodeText, MAXIMUM_TEXT, spaceAttribute } from "./text";
import { element, type XmlElement } from "./xml";

/** Errors that a file stores under an older name. */
const STORED_ERRORS: Readonly<Record<string, string>> = {
  "#SPILL!": "#VALUE!",
  "#CALC!": "#VALUE!",
  "#BUSY!": "#VALUE!",
};

/** Without a table of strings the text stands in the cell itself. */
export function valueContent(
  cell: BookCell,
  strings: StringTable | undefined,
  where: string,
): { type?: string; nodes: XmlElement[] } {
  const value: CellValue | undefined = cell.value;
  const v = (text: string, attributes = {}): XmlElement[] => [
    element("v", attributes, [text]),
  ];
  if (value === undefined || value === null) return { nodes: [] };
  if (typeof value === "number") {
    if (!Number.isFinite(value))
      throw new FileRefusal(
        "Unsaveable",
        `The cell ${where} holds ${value}, which a workbook cannot store; a number must be finite.`,
      );
    return { nodes: v(Object.is(value, -0) ? "0" : String(value)) };
  }
  if (typeof value === "boolean")
    return { type: "b", nodes: v(value ? "1" : "0") };
  if (isCellError(value))
    return { type: "e", nodes: v(STORED_ERRORS[value.error] ?? value.error) };
  if (value.length > MAXIMUM_TEXT)
    throw new FileRefusal(
      "Unsaveable",
      `The text in ${where} has ${value.length} characters; a cell holds at most ${MAXIMUM_TEXT}. Shorten it or spread it over several cells.`,
    );
  if (cell.formula !== undefined)
    return { type: "str", nodes: v(encodeText(value), spaceAttribute(value)) };
  if (strings === undefined) {
    const inline = textElement(value, cell.rich);
    return {
      type: "inlineStr",
      nodes: [element("is", inline.attributes, inline.children)],
    };
  }
  return { type: "s", nodes: v(String(strings.add(value, cell.rich))) };
}

/** A text that Excel would take for a number, a formula or a truth value if someone typed it again. */
export const looksLikeInput = (text: string): boolean =>
  /^[=+\-@']./.test(text) ||
  /^\s*[\d.,]+%?\s*$/.test(text) ||
  /^(true|false)$/i.test(text);
