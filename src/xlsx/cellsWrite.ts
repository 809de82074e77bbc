/**
 * Writes a sheet's cells into the original's rows: a cell that did not change keeps its element, a formula that did not
 * change keeps its text, so that whatever else the file says about it stays.
 */
import type { Book, BookCell, BookSheet } from "./book";
import { addressOf, parseAddress, parseArea, type Area } from "./address";
import { needsDynamicMark } from "./arrayFormulas";
import { callsCustom, toFile, type CustomFunctions } from "./formula";
import { looksLikeInput, valueContent } from "./cellValues";
import { rowAttributes } from "./rowsWrite";
import { same } from "./same";
import type { StringTable } from "./strings";
import type { StyleWriter } from "./styleWrite";
import {
  child,
  childrenNamed,
  element,
  numberAttribute,
  textOf,
  type XmlElement,
} from "./xml";

export interface CellWriter {
  book: Book;
  /** The original as it was read; empty for a new sheet. */
  before: { book: Book; sheet: BookSheet | undefined };
  styles: StyleWriter;
  strings: StringTable;
  custom: CustomFunctions;
  /** The value of `cm` that means "dynamic array". */
  dynamic(): number;
}

export function writeCells(
  sheetData: XmlElement,
  sheet: BookSheet,
  writer: CellWriter,
): XmlElement {
  const rowsBefore = originalRows(sheetData);
  const sameLook = looksCompared(writer);
  const unshare = new Set<string>();
  if (writer.before.sheet !== undefined)
    collectBrokenGroups(rowsBefore, sheet, writer, unshare);
  const tables = sheet.tables.map(({ name, ref }) => ({
    name,
    area: parseArea(ref),
  }));
  const numbers = new Set<number>([
    ...rowsBefore.keys(),
    ...Object.keys(sheet.cells).map(Number),
    ...Object.keys(sheet.rows).map(Number),
  ]);
  const rows: XmlElement[] = [];
  for (const row of [...numbers].sort((a, b) => a - b)) {
    const old = rowsBefore.get(row);
    const cells = sheet.cells[row] ?? {};
    const columns = new Set<number>([
      ...Object.keys(cells).map(Number),
      ...(old?.cells.keys() ?? []),
    ]);
    const written: XmlElement[] = [];
    for (const column of [...columns].sort((a, b) => a - b)) {
      const node = old?.cells.get(column);
      const cell = cells[column];
      const table = tables.find(
        ({ area }) => area !== undefined && within(area, row, column),
      )?.name;
      const fresh = writeCell(row, column, cell, node, {
        ...writer,
        sheet,
        table,
        unshare,
        sameLook,
      });
      if (fresh !== undefined) written.push(fresh);
    }
    const attributes = rowAttributes(row, sheet, old?.node, writer);
    const says = Object.keys(attributes).some(
      (key) => key !== "r" && key !== "spans",
    );
    if (
      written.length > 0 ||
      says ||
      (old !== undefined && old.cells.size === 0)
    )
      rows.push(element("row", attributes, written));
  }
  return element("sheetData", sheetData.attributes, rows);
}

/** Many cells share few styles, so each pair is compared once. */
function looksCompared({ book, before }: CellWriter): Place["sameLook"] {
  const known = new Map<string, boolean>();
  return (now, was) => {
    const key = `${now} ${was}`;
    let answer = known.get(key);
    if (answer === undefined) {
      answer = same(book.styles[now] ?? {}, before.book.styles[was] ?? {});
      known.set(key, answer);
    }
    return answer;
  };
}

const within = (
  { top, left, bottom, right }: Area,
  row: number,
  column: number,
): boolean => row >= top && row <= bottom && column >= left && column <= right;

type OriginalRows = Map<
  number,
  { node: XmlElement; cells: Map<number, XmlElement> }
>;

function originalRows(sheetData: XmlElement): OriginalRows {
  const rows: OriginalRows = new Map();
  let row = -1;
  for (const node of childrenNamed(sheetData, "row")) {
    row = (numberAttribute(node, "r") ?? row + 2) - 1;
    let column = -1;
    const cells = new Map<number, XmlElement>();
    for (const cell of childrenNamed(node, "c")) {
      column = parseAddress(cell.attributes.r ?? "")?.column ?? column + 1;
      cells.set(column, cell);
    }
    rows.set(row, { node, cells });
  }
  return rows;
}

/** A shared formula stays shared only when no cell of its group changed. */
function collectBrokenGroups(
  rows: OriginalRows,
  sheet: BookSheet,
  writer: CellWriter,
  unshare: Set<string>,
): void {
  for (const [row, { cells }] of rows)
    for (const [column, node] of cells) {
      const formula = child(node, "f");
      if (
        formula?.attributes.t !== "shared" ||
        formula.attributes.si === undefined
      )
        continue;
      const was = writer.before.sheet?.cells[row]?.[column]?.formula;
      const now = sheet.cells[row]?.[column]?.formula;
      if (was !== now || (now !== undefined && callsCustom(now, writer.custom)))
        unshare.add(formula.attributes.si);
    }
}

interface Place extends CellWriter {
  sheet: BookSheet;
  table: string | undefined;
  unshare: ReadonlySet<string>;
  /** Whether a style of the book looks like one of the original. */
  sameLook(now: number, before: number): boolean;
}

function writeCell(
  row: number,
  column: number,
  cell: BookCell | undefined,
  node: XmlElement | undefined,
  place: Place,
): XmlElement | undefined {
  const { before, book, styles } = place;
  const was = before.sheet?.cells[row]?.[column];
  if (node !== undefined && was === undefined && cell === undefined)
    return node;
  if (cell === undefined) return undefined;
  const oldXf = numberAttribute(node, "s") ?? 0;
  const lookNow = book.styles[cell.style ?? 0] ?? {};
  const keepsLook =
    node !== undefined && place.sameLook(cell.style ?? 0, was?.style ?? 0);
  const sameContent =
    node !== undefined &&
    was !== undefined &&
    same(withoutLook(was), withoutLook(cell));
  const formulaNode = child(node, "f");
  const broken =
    place.unshare.has(formulaNode?.attributes.si ?? "") &&
    formulaNode?.attributes.t === "shared";
  const rewrites =
    cell.formula !== undefined &&
    formulaNode !== undefined &&
    needsCustomName(formulaNode, cell.formula, place.custom);
  const text =
    typeof cell.value === "string" && cell.formula === undefined
      ? cell.value
      : undefined;
  const wasQuoted = node !== undefined && styles.quoted(oldXf);
  const quoted = sameContent
    ? wasQuoted
    : text !== undefined &&
      lookNow.numberFormat !== "@" &&
      looksLikeInput(text);
  const keepsXf = keepsLook && wasQuoted === quoted;
  const xf = keepsXf
    ? oldXf
    : styles.xfFor(lookNow, sourceXf(lookNow, before.book) ?? oldXf, quoted);
  if (sameContent && !broken && !rewrites) {
    const kept = element(
      "c",
      {
        ...node.attributes,
        r: addressOf(row, column),
        s: xf === 0 ? undefined : xf,
      },
      node.children,
    );
    if (kept.attributes.t === "s")
      place.strings.keep(Number(textOf(child(node, "v"))));
    return kept;
  }
  const keepsFormula =
    was?.formula === cell.formula &&
    same(was?.array, cell.array) &&
    !broken &&
    !rewrites;
  const attributes: Record<string, string | number | undefined> = {
    r: addressOf(row, column),
    s: xf === 0 ? undefined : xf,
  };
  const nodes: XmlElement[] = [];
  if (keepsFormula && formulaNode !== undefined) {
    nodes.push(formulaNode);
    attributes.cm = node?.attributes.cm;
  } else if (cell.formula !== undefined) {
    const array =
      cell.array ??
      (needsDynamicMark(cell.formula)
        ? { ref: addressOf(row, column), dynamic: true }
        : undefined);
    const written = toFile(cell.formula, place.custom, { table: place.table });
    nodes.push(
      element("f", array === undefined ? {} : { t: "array", ref: array.ref }, [
        written,
      ]),
    );
    if (array?.dynamic) attributes.cm = place.dynamic();
  }
  const value = valueContent(
    cell,
    node?.attributes.t === "inlineStr" ? undefined : place.strings,
    `${place.sheet.name}!${addressOf(row, column)}`,
  );
  attributes.t = value.type;
  return element("c", attributes, [...nodes, ...value.nodes]);
}

const withoutLook = ({ value, formula, array, rich }: BookCell): BookCell => ({
  value: value ?? undefined,
  formula,
  array,
  rich,
});

/** A file that spells a custom function as a user does shows #NAME? in Excel for ever. */
const needsCustomName = (
  node: XmlElement,
  formula: string,
  custom: CustomFunctions,
): boolean =>
  callsCustom(formula, custom) &&
  !/_xldudf_/i.test(textOf(node)) &&
  textOf(node) !== "";

const sourceXf = (
  style: { source?: unknown },
  original: Book,
): number | undefined => {
  const source = style.source;
  if (
    original.styles.length === 0 ||
    typeof source !== "object" ||
    source === null ||
    !("xf" in source)
  )
    return undefined;
  return typeof source.xf === "number" ? source.xf : undefined;
};
