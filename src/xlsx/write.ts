/**
 * Writes a book into a package: the original's, so that everything we do not understand stays where it was, or an
 * empty one. Only what differs from the original is touched.
 */
import type { Book, BookSheet } from "./book";
import { areaText } from "./address";
import {
  blankParts,
  BLANK_SHEET,
  MACRO_WORKBOOK_TYPE,
  SHEET_TYPE,
  STRINGS_TYPE,
  STYLES_TYPE,
  WORKBOOK_TYPE,
} from "./blank";
import { writeCells } from "./cellsWrite";
import { writeConditionalFormats } from "./conditional";
import { writeCustomXml, writeSheetProperties } from "./customParts";
import { dynamicMark } from "./dynamicArrays";
import {
  writeColumns,
  writeDefaultWidth,
  writeMerges,
  writeTabColor,
  writeView,
} from "./grid";
import { writeHyperlinks } from "./hyperlinks";
import { load, type Loaded, type LoadedSheet } from "./load";
import { WORKBOOK_ORDER, writeNames } from "./names";
import {
  contentTypes,
  freePath,
  OFFICE_RELATIONSHIP,
  pack,
  partXml,
  relate,
  relationships,
  setContentTypes,
  setPartXml,
  setRelationships,
  unpack,
  type Parts,
} from "./package";
import { writePage } from "./page";
import { writeProtection } from "./protection";
import {
  dropUnreachable,
  reachableParts,
  refreshCalculationChain,
  refreshTitles,
  renameInParts,
  renameInTree,
} from "./rest";
import { FileRefusal } from "./refusal";
import { same } from "./same";
import { SHEET_ORDER } from "./sheetOrder";
import { StringTable } from "./strings";
import { plainStyle, StyleWriter } from "./styleWrite";
import { writeTables } from "./tables";
import { writeValidations } from "./validation";
import {
  child,
  childrenNamed,
  element,
  numberAttribute,
  parseXml,
  setChild,
  type XmlElement,
} from "./xml";

export interface WriteOptions {
  /** Custom functions by their full names; an opened file brings those it was read with. */
  functionNames?: readonly string[];
}

interface Output {
  loaded: Loaded;
  parts: Parts;
  book: Book;
  styles: StyleWriter;
  strings: StringTable;
  nextTableId: () => number;
}

/** A sheet of the book and its part; `before` is the same sheet as the original had it. */
interface PlacedSheet {
  sheet: BookSheet;
  part: string;
  node: XmlElement;
  before: BookSheet | undefined;
}

export function writeParts(
  book: Book,
  original: Uint8Array | undefined,
  functionNames: readonly string[],
): Parts {
  check(book);
  const parts = original === undefined ? blankParts() : unpack(original);
  const loaded = load(parts, functionNames);
  const reachable = reachableParts(parts);
  const output: Output = {
    loaded,
    parts,
    book,
    styles: new StyleWriter(loaded.styles),
    strings: new StringTable(loaded.strings),
    nextTableId: tableIds(parts),
  };
  if (original === undefined) adoptDefaultStyle(output);
  const placed = placeSheets(output);
  const renamed = new Map(
    placed.flatMap(({ before, sheet }) =>
      before !== undefined && before.name !== sheet.name
        ? [[before.name, sheet.name] as const]
        : [],
    ),
  );
  for (const one of placed) writeSheet(one, output, renamed);
  writeWorkbook(placed, output, renamed);
  writeCustomXml(parts, loaded.workbookPart, book.customXml);
  writeStrings(output);
  setPartXml(parts, stylesPart(output), output.styles.finish());
  if (renamed.size > 0)
    renameInParts(parts, renamed, new Set(placed.map(({ part }) => part)));
  refreshCalculationChain(parts, loaded, placed);
  refreshTitles(parts, loaded);
  dropUnreachable(parts, reachable);
  return parts;
}

export const writePackage = (
  book: Book,
  original: Uint8Array | undefined,
  functionNames: readonly string[],
): Uint8Array => pack(writeParts(book, original, functionNames));

function check(book: Book): void {
  if (book.sheets.length === 0)
    throw new FileRefusal(
      "Unsaveable",
      "The workbook has no sheet; a file needs at least one.",
    );
  if (!book.sheets.some(({ visibility }) => visibility === "visible"))
    throw new FileRefusal(
      "Unsaveable",
      "Every sheet of the workbook is hidden; Excel needs at least one that is visible.",
    );
  const seen = new Set<string>();
  for (const { name } of book.sheets) {
    if (name.length === 0 || name.length > 31 || /[\\/?*[\]:]/.test(name))
      throw new FileRefusal(
        "Unsaveable",
        `"${name}" cannot be a sheet's name in a file: 1 to 31 characters, none of \\ / ? * [ ] :. Rename the sheet.`,
      );
    if (seen.has(name.toLowerCase()))
      throw new FileRefusal(
        "Unsaveable",
        `Two sheets are called "${name}". Rename one of them.`,
      );
    seen.add(name.toLowerCase());
  }
}

/** A new file's default cell looks like the book's style 0. */
function adoptDefaultStyle({ loaded, book, styles }: Output): void {
  const wanted = plainStyle(book.styles[0] ?? {}, loaded.styles);
  if (same(wanted, {})) return;
  const xf = loaded.styles.xfs[styles.xfFor(wanted)]!;
  loaded.styles.xfs.splice(0, loaded.styles.xfs.length, xf);
  // The first font is the workbook's, and column widths are counted in it.
  const font = numberAttribute(xf, "fontId") ?? 0;
  if (font > 0) {
    loaded.styles.fonts.splice(
      0,
      loaded.styles.fonts.length,
      loaded.styles.fonts[font]!,
    );
    xf.attributes.fontId = "0";
  }
  loaded.styles.usualFont = false;
}

function placeSheets({ loaded, parts, book }: Output): PlacedSheet[] {
  const open = loaded.sheets.filter(({ isWorksheet }) => isWorksheet);
  const take = (
    test: (one: LoadedSheet) => boolean,
  ): LoadedSheet | undefined => {
    const at = open.findIndex(test);
    return at < 0 ? undefined : open.splice(at, 1)[0];
  };
  const byId = book.sheets.map(({ id }) => take((one) => one.id === id));
  let sheetId = Math.max(
    0,
    ...loaded.sheets.map(({ node }) => numberAttribute(node, "sheetId") ?? 0),
  );
  return book.sheets.map((sheet, index) => {
    const known =
      byId[index] ??
      take(({ name }) => name.toLowerCase() === sheet.name.toLowerCase());
    if (known !== undefined)
      return {
        sheet,
        part: known.part,
        node: known.node,
        before: loaded.book.sheets.find(({ id }) => id === known.id),
      };
    const part = freePath(parts, "xl/worksheets/sheet", ".xml");
    setPartXml(parts, part, parseXml(BLANK_SHEET, part));
    addContentType(parts, part, SHEET_TYPE);
    const id = relate(parts, loaded.workbookPart, "worksheet", part);
    return {
      sheet,
      part,
      node: element("sheet", {
        name: sheet.name,
        sheetId: ++sheetId,
        "r:id": id,
      }),
      before: undefined,
    };
  });
}

function addContentType(parts: Parts, path: string, type: string): void {
  const types = contentTypes(parts);
  types.overrides.set(path, type);
  setContentTypes(parts, types);
}

function tableIds(parts: Parts): () => number {
  let last = 0;
  for (const path of parts.keys())
    if (/^xl\/tables\/[^/]+\.xml$/.test(path))
      last = Math.max(last, numberAttribute(partXml(parts, path), "id") ?? 0);
  return () => ++last;
}

function writeSheet(
  { sheet, part, before }: PlacedSheet,
  output: Output,
  renamed: ReadonlyMap<string, string>,
): void {
  const { loaded, parts, book, styles, strings } = output;
  const { custom } = loaded;
  const root = partXml(parts, part)!;
  const original = loaded.book;
  const look = (from: Book, index: number | undefined): object =>
    from.styles[index ?? 0] ?? {};
  const changedColumn = (column: number): boolean => {
    const [now, was] = [sheet.columns[column], before?.columns[column]];
    if (
      now?.width !== was?.width ||
      (now?.hidden ?? false) !== (was?.hidden ?? false)
    )
      return true;
    return !same(look(book, now?.style), look(original, was?.style));
  };
  writeColumns(root, sheet, changedColumn, (column) => {
    const style = sheet.columns[column]?.style;
    return style === undefined
      ? undefined
      : styles.xfFor(book.styles[style] ?? {}) || undefined;
  });
  const data = child(root, "sheetData") ?? element("sheetData");
  const cells = writeCells(data, sheet, {
    book,
    before: { book: original, sheet: before },
    styles,
    strings,
    custom,
    dynamic: () => dynamicMark(parts, loaded.workbookPart),
  });
  setChild(root, SHEET_ORDER, "sheetData", cells);
  if (before === undefined || !same(before.cells, sheet.cells))
    setDimension(root, sheet);
  writeDefaultWidth(root, sheet.defaultColumnWidth);
  writeView(
    root,
    sheet,
    book.activeSheet === sheet.id ||
      (book.activeSheet === undefined && book.sheets[0] === sheet),
  );
  writeTabColor(root, sheet, loaded.styles.palette);
  writeMerges(root, sheet.merges);
  writeProtection(root, sheet.protection);
  writePage(root, sheet.page);
  writeValidations(root, sheet.validations, custom);
  writeConditionalFormats(
    root,
    sheet.conditionalFormats,
    loaded.styles,
    styles,
    custom,
  );
  writeHyperlinks(parts, part, root, sheet);
  writeSheetProperties(parts, part, root, sheet.properties);
  writeTables(parts, part, root, sheet, output.nextTableId);
  if (renamed.size > 0) renameInExtensions(root, renamed);
  setPartXml(parts, part, root);
}

function renameInExtensions(
  root: XmlElement,
  renamed: ReadonlyMap<string, string>,
): void {
  const list = child(root, "extLst");
  if (list !== undefined) renameInTree(list, renamed);
}

function setDimension(root: XmlElement, sheet: BookSheet): void {
  const rows = Object.keys(sheet.cells)
    .map(Number)
    .filter((row) => Object.keys(sheet.cells[row]!).length > 0);
  let [left, right] = [Infinity, -Infinity];
  for (const row of rows)
    for (const column of Object.keys(sheet.cells[row]!)) {
      left = Math.min(left, Number(column));
      right = Math.max(right, Number(column));
    }
  let [top, bottom] = [Infinity, -Infinity];
  for (const row of rows)
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
  const ref = rows.length === 0 ? "A1" : areaText({ top, left, bottom, right });
  setChild(root, SHEET_ORDER, "dimension", element("dimension", { ref }));
}

function writeWorkbook(
  placed: readonly PlacedSheet[],
  output: Output,
  renamed: ReadonlyMap<string, string>,
): void {
  const { loaded, parts, book } = output;
  const { workbook, workbookPart } = loaded;
  const nodes = placed.map(({ sheet, node }) => {
    const attributes: Record<string, string> = {
      ...node.attributes,
      name: sheet.name,
    };
    delete attributes.state;
    if (sheet.visibility !== "visible") attributes.state = sheet.visibility;
    return element("sheet", attributes, node.children);
  });
  const ids = placed.map(({ sheet }) => sheet.id);
  // Sheets that the book does not show stay behind the sheet that they followed.
  loaded.sheets.forEach((sheet, index) => {
    if (sheet.isWorksheet) return;
    const earlier = loaded.sheets
      .slice(0, index)
      .map(({ node }) => node.attributes.sheetId);
    const at = nodes.reduce(
      (found, node, position) =>
        earlier.includes(node.attributes.sheetId) ? position + 1 : found,
      0,
    );
    nodes.splice(at, 0, sheet.node);
    ids.splice(at, 0, sheet.id);
  });
  workbook.attributes["xmlns:r"] ??= OFFICE_RELATIONSHIP.slice(0, -1);
  setChild(workbook, WORKBOOK_ORDER, "sheets", element("sheets", {}, nodes));
  const view = childrenNamed(child(workbook, "bookViews"), "workbookView")[0];
  const active = Math.max(0, ids.indexOf(book.activeSheet ?? ids[0]!));
  if (view !== undefined) {
    if (active === 0) delete view.attributes.activeTab;
    else view.attributes.activeTab = String(active);
    if (Number(view.attributes.firstSheet ?? 0) > active)
      delete view.attributes.firstSheet;
  }
  // The file's ids of sheets that the engine knows under its own.
  const before = loaded.sheets.map(
    ({ id, part }) => placed.find((one) => one.part === part)?.sheet.id ?? id,
  );
  writeNames(
    workbook,
    book,
    { now: new Map(ids.map((id, index) => [id, index])), before, renamed },
    loaded.custom,
  );
  writeLock(workbook, book);
  if (book.date1904 !== loaded.book.date1904) {
    if (child(workbook, "workbookPr") === undefined)
      setChild(workbook, WORKBOOK_ORDER, "workbookPr", element("workbookPr"));
    const properties = child(workbook, "workbookPr")!.attributes;
    if (book.date1904) properties.date1904 = "1";
    else delete properties.date1904;
  }
  setPartXml(parts, workbookPart, workbook);
  dropSheets(output, placed);
  // A template would open as a copy; what is saved here is a workbook.
  const types = contentTypes(parts);
  types.overrides.set(
    workbookPart,
    loaded.macros ? MACRO_WORKBOOK_TYPE : WORKBOOK_TYPE,
  );
  setContentTypes(parts, types);
}

function writeLock(workbook: XmlElement, book: Book): void {
  const known = child(workbook, "workbookProtection");
  const locked =
    known?.attributes.lockStructure === "1" ||
    known?.attributes.lockStructure === "true";
  if (locked === (book.structureLocked ?? false)) return;
  setChild(
    workbook,
    WORKBOOK_ORDER,
    "workbookProtection",
    book.structureLocked
      ? element("workbookProtection", {
          ...known?.attributes,
          lockStructure: 1,
        })
      : undefined,
  );
}

/** The parts of deleted sheets hang on nothing once their relationship is gone. */
function dropSheets(
  { loaded, parts }: Output,
  placed: readonly PlacedSheet[],
): void {
  const kept = new Set(placed.map(({ part }) => part));
  const gone = new Set(
    loaded.sheets
      .filter(({ isWorksheet, part }) => isWorksheet && !kept.has(part))
      .map(({ part }) => part),
  );
  if (gone.size === 0) return;
  const links = relationships(parts, loaded.workbookPart).filter(
    ({ target, external }) => external || !gone.has(target),
  );
  setRelationships(parts, loaded.workbookPart, links);
}

function writeStrings({ loaded, parts, strings }: Output): void {
  const known = relationships(parts, loaded.workbookPart).find(
    ({ kind }) => kind === "sharedStrings",
  )?.target;
  if (strings.size === 0) return;
  const path = known ?? "xl/sharedStrings.xml";
  setPartXml(
    parts,
    path,
    strings.root(known === undefined ? undefined : partXml(parts, path)),
  );
  if (known !== undefined) return;
  addContentType(parts, path, STRINGS_TYPE);
  relate(parts, loaded.workbookPart, "sharedStrings", path);
}

function stylesPart({ loaded, parts }: Output): string {
  const known = relationships(parts, loaded.workbookPart).find(
    ({ kind }) => kind === "styles",
  )?.target;
  if (known !== undefined) return known;
  addContentType(parts, "xl/styles.xml", STYLES_TYPE);
  relate(parts, loaded.workbookPart, "styles", "xl/styles.xml");
  return "xl/styles.xml";
}
