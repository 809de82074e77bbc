/**
 * Writes a book into a package: the original's, so that everything we do not understand stays where it was, or an
 * empty one. Only what differs from the original is touched.
 */
import type { Book } from "./book";
import {
  blankParts,
  BLANK_SHEET,
  SHEET_TYPE,
  STRINGS_TYPE,
  STYLES_TYPE,
} from "./blank";
import { writeCustomXml } from "./customParts";
import { load, type LoadedSheet } from "./load";
import {
  contentTypes,
  freePath,
  pack,
  partXml,
  relate,
  relationships,
  setContentTypes,
  setPartXml,
  unpack,
  type Parts,
} from "./package";
import {
  dropUnreachable,
  reachableParts,
  refreshCalculationChain,
  refreshTitles,
  renameInParts,
} from "./rest";
import { FileRefusal } from "./refusal";
import { same } from "./same";
import { StringTable } from "./strings";
import { plainStyle } from "./styleElements";
import { StyleWriter } from "./styleWrite";
import { withAlignedHeadings } from "./tables";
import { writeSheet, type Output, type PlacedSheet } from "./writeSheet";
import { writeWorkbook } from "./writeWorkbook";
import { element, numberAttribute, parseXml } from "./xml";

export interface WriteOptions {
  /** Custom functions by their full names; an opened file brings those it was read with. */
  functionNames?: readonly string[];
}

export function writeParts(
  given: Book,
  original: Uint8Array | undefined,
  functionNames: readonly string[],
): Parts {
  check(given);
  const book = { ...given, sheets: given.sheets.map(withAlignedHeadings) };
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
    if (name.length === 0 || name.length > 31 || /[\\/?*[\]:]|^'|'$/.test(name))
      throw new FileRefusal(
        "Unsaveable",
        `"${name}" cannot be a sheet's name in a file: 1 to 31 characters, none of \\ / ? * [ ] :, no apostrophe at either end. Rename the sheet.`,
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
