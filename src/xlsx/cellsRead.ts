/** The cells of a sheet part. */
import { isErrorText } from "./book";
import type { BookCell, BookSheet, CellValue, ErrorText } from "./book";
import { addressOf, areaText, parseAddress, parseArea } from "./address";
import { fromFile, translate, type CustomFunctions } from "./formula";
import { readText, type FileText } from "./strings";
import { decodeText } from "./text";
import {
  attributeIsTrue,
  child,
  childrenNamed,
  numberAttribute,
  textOf,
  type XmlElement,
} from "./xml";

export interface CellContext {
  strings: readonly FileText[];
  custom: CustomFunctions;
  /** The book's style for an xf; undefined for the default. */
  style(xf: number): number | undefined;
  /** Values of the cell attribute `cm` that mean "dynamic array". */
  dynamic: ReadonlySet<number>;
}

export const errorText = (text: string): ErrorText =>
  isErrorText(text) ? text : "#VALUE!";

/** Some writers give a single cell as C9:C9. */
const canonicalRef = (ref: string): string => {
  const area = parseArea(ref);
  return area === undefined ? ref : areaText(area);
};

/** Serial of an ISO date, for the rare writers that store dates as text. */
const isoSerial = (text: string): number | undefined => {
  const time = Date.parse(
    /[zZ]|[+-]\d\d:\d\d$/.test(text)
      ? text
      : `${text.includes("T") ? text : `${text}T00:00:00`}Z`,
  );
  return Number.isNaN(time) ? undefined : time / 86_400_000 + 25_569;
};

function readValue(
  node: XmlElement,
  strings: readonly FileText[],
): { value?: CellValue; rich?: unknown } {
  const type = node.attributes.t ?? "n";
  if (type === "inlineStr") {
    const inline = child(node, "is");
    if (inline === undefined) return {};
    const { text, rich } = readText(inline);
    return rich === undefined ? { value: text } : { value: text, rich };
  }
  const v = child(node, "v");
  if (v === undefined) return {};
  const text = textOf(v);
  switch (type) {
    case "s": {
      const shared = strings[Number(text)];
      if (shared === undefined) return { value: "" };
      return shared.rich === undefined
        ? { value: shared.text }
        : { value: shared.text, rich: shared.rich };
    }
    case "str":
      return { value: decodeText(text) };
    case "b":
      return { value: attributeIsTrue(text.trim()) };
    case "e":
      return { value: { error: errorText(text) } };
    case "d":
      return { value: isoSerial(text) ?? text };
    default: {
      if (text.trim() === "") return {};
      const number = Number(text);
      return { value: Number.isFinite(number) ? number : text };
    }
  }
}

export function readCells(
  sheetData: XmlElement | undefined,
  context: CellContext,
): BookSheet["cells"] {
  const cells: BookSheet["cells"] = {};
  const shared = new Map<string, { formula: string; address: string }>();
  let row = -1;
  for (const rowNode of childrenNamed(sheetData, "row")) {
    row = (numberAttribute(rowNode, "r") ?? row + 2) - 1;
    let column = -1;
    for (const node of childrenNamed(rowNode, "c")) {
      column = parseAddress(node.attributes.r ?? "")?.column ?? column + 1;
      const cell = readCell(node, addressOf(row, column), shared, context);
      if (cell !== undefined) (cells[row] ??= {})[column] = cell;
    }
  }
  return cells;
}

function readCell(
  node: XmlElement,
  address: string,
  shared: Map<string, { formula: string; address: string }>,
  { strings, custom, style, dynamic }: CellContext,
): BookCell | undefined {
  const cell: BookCell = {};
  const formula = child(node, "f");
  if (formula !== undefined) {
    const { t, si, ref } = formula.attributes;
    const text = fromFile(textOf(formula).replace(/^=/, ""), custom);
    if (t === "shared" && si !== undefined) {
      const master = shared.get(si);
      if (text !== "") shared.set(si, { formula: text, address });
      if (text !== "") cell.formula = text;
      else if (master !== undefined)
        cell.formula = translate(master.formula, master.address, address);
    } else if (t !== "dataTable" && text !== "") {
      cell.formula = text;
      if (t === "array")
        cell.array = {
          ref: canonicalRef(ref ?? address),
          dynamic: dynamic.has(Number(node.attributes.cm ?? -1)),
        };
    }
  }
  Object.assign(cell, readValue(node, strings));
  const styled = style(numberAttribute(node, "s") ?? 0);
  if (styled !== undefined) cell.style = styled;
  // A styled empty cell matters, an unstyled one says nothing.
  return Object.keys(cell).length === 0 ? undefined : cell;
}
