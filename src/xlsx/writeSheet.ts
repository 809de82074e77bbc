/** One sheet of the output: the original's part, with what the book changed. */
import type { Book, BookSheet } from "./book";
import { areaText } from "./address";
import { writeCells } from "./cellsWrite";
import { writeConditionalFormats } from "./conditional";
import { writeSheetProperties } from "./customParts";
import { dynamicMark } from "./dynamicArrays";
import {
  writeColumns,
  writeDefaultWidth,
  writeMerges,
  writeTabColor,
  writeView,
} from "./grid";
import { writeHyperlinks } from "./hyperlinks";
import type { Loaded } from "./load";
import { partXml, setPartXml, type Parts } from "./package";
import { writePage } from "./page";
import { writeProtection } from "./protection";
import { renameInTree } from "./rest";
import { same } from "./same";
import { SHEET_ORDER } from "./sheetOrder";
import type { StringTable } from "./strings";
import type { StyleWriter } from "./styleWrite";
import { writeTables } from "./tables";
import { writeValidations } from "./validation";
import { child, element, setChild, type XmlElement } from "./xml";

export interface Output {
  loaded: Loaded;
  parts: Parts;
  book: Book;
  styles: StyleWriter;
  strings: StringTable;
  nextTableId: () => number;
}

/** A sheet of the book and its part; `before` is the same sheet as the original had it. */
export interface PlacedSheet {
  sheet: BookSheet;
  part: string;
  node: XmlElement;
  before: BookSheet | undefined;
}

export function writeSheet(
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
