/** Names of a workbook. Print areas and titles are names too; the book shows them as the sheet's page. */
import type { Book, BookName, BookSheet } from "./book";
import { quotedSheet } from "./address";
import {
  fromFile,
  renameSheets,
  toFile,
  type CustomFunctions,
} from "./formula";
import { compact } from "./styleRead";
import {
  attributeIsTrue,
  child,
  childrenNamed,
  element,
  numberAttribute,
  setChild,
  textOf,
  type XmlElement,
} from "./xml";

export const WORKBOOK_ORDER = (
  "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames " +
  "calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst"
).split(" ");

const AREA = "_xlnm.Print_Area";
const TITLES = "_xlnm.Print_Titles";

/** Names that Excel keeps for itself or that are macros stay in the file and out of the book. */
const isOpaque = ({ attributes }: XmlElement): boolean =>
  /^_xlnm\./i.test(attributes.name ?? "") ||
  ["function", "vbProcedure", "xlm"].some((key) =>
    attributeIsTrue(attributes[key]),
  );

const nodes = (workbook: XmlElement): XmlElement[] =>
  childrenNamed(child(workbook, "definedNames"), "definedName");

/** `sheetIds` holds the id of each sheet in the file's order, also of sheets that the book does not show. */
export function readNames(
  workbook: XmlElement,
  sheetIds: readonly string[],
  custom: CustomFunctions,
): BookName[] {
  return nodes(workbook)
    .filter((node) => !isOpaque(node))
    .map((node) => {
      const local = numberAttribute(node, "localSheetId");
      return compact<BookName>({
        name: node.attributes.name ?? "",
        refersTo: fromFile(textOf(node).replace(/^=/, ""), custom),
        sheet: local === undefined ? undefined : sheetIds[local],
        comment: node.attributes.comment,
        hidden: attributeIsTrue(node.attributes.hidden) ? true : undefined,
      })!;
    });
}

/** "A1:F40" or "A1:B2,D1:E5" of `Budget!$A$1:$F$40`. */
const withoutSheet = (formula: string): string =>
  formula
    .split(",")
    .map((area) => area.slice(area.lastIndexOf("!") + 1).replace(/\$/g, ""))
    .join(",");

export function readPrintNames(
  workbook: XmlElement,
  sheet: number,
): Pick<NonNullable<BookSheet["page"]>, "printArea" | "titleRows"> {
  const named = (name: string): string | undefined => {
    const node = nodes(workbook).find(
      (one) =>
        one.attributes.name === name &&
        numberAttribute(one, "localSheetId") === sheet,
    );
    return node === undefined ? undefined : textOf(node);
  };
  const area = named(AREA);
  const rows = named(TITLES)
    ?.split(",")
    .map(withoutSheet)
    .find((part) => /^\d+:\d+$/.test(part));
  return {
    printArea:
      area === undefined || area.includes("#REF!")
        ? undefined
        : withoutSheet(area),
    titleRows: rows,
  };
}

const absolute = (area: string): string =>
  area.replace(
    /([A-Z]+)?(\d+)/g,
    (_, column, row) => `${column ? `$${column}` : ""}$${row}`,
  );

function printName(
  name: string,
  sheet: BookSheet,
  position: number,
  text: string,
): XmlElement {
  const refersTo = text
    .split(",")
    .map((area) => `${quotedSheet(sheet.name)}!${absolute(area)}`)
    .join(",");
  return element("definedName", { name, localSheetId: position }, [refersTo]);
}

export interface NamePlaces {
  /** Position in the output of each sheet id. */
  now: ReadonlyMap<string, number>;
  /** The original's sheet ids in its order. */
  before: readonly string[];
  /** Old sheet names to new ones. */
  renamed: ReadonlyMap<string, string>;
}

export function writeNames(
  workbook: XmlElement,
  book: Book,
  places: NamePlaces,
  custom: CustomFunctions,
): void {
  const old = nodes(workbook);
  const oldSheet = (node: XmlElement): string | undefined => {
    const local = numberAttribute(node, "localSheetId");
    return local === undefined ? undefined : places.before[local];
  };
  const position = (sheet: string | undefined): number | undefined =>
    sheet === undefined ? undefined : places.now.get(sheet);
  const renamedText = (text: string): string =>
    places.renamed.size === 0 ? text : renameSheets(text, places.renamed);
  const kept = new Map<XmlElement, XmlElement>();
  const added: XmlElement[] = [];
  for (const node of old.filter(isOpaque)) {
    const sheet = oldSheet(node);
    if (sheet !== undefined && position(sheet) === undefined) continue;
    const attributes = { ...node.attributes, localSheetId: position(sheet) };
    kept.set(
      node,
      element("definedName", attributes, [renamedText(textOf(node))]),
    );
  }
  for (const sheet of book.sheets) {
    const at = places.now.get(sheet.id);
    const wanted = sheet.page;
    if (at === undefined || wanted === undefined) continue;
    const had = places.before.indexOf(sheet.id);
    const was: ReturnType<typeof readPrintNames> =
      had < 0 ? {} : readPrintNames(workbook, had);
    for (const [name, key] of [
      [AREA, "printArea"],
      [TITLES, "titleRows"],
    ] as const) {
      const now = wanted[key];
      if (now === was[key]) continue;
      const node = old.find(
        (one) => one.attributes.name === name && oldSheet(one) === sheet.id,
      );
      if (node !== undefined) kept.delete(node);
      if (now !== undefined) added.push(printName(name, sheet, at, now));
    }
  }
  for (const name of book.names) {
    // A sheet's own name goes with the sheet; it must not become everyone's.
    if (name.sheet !== undefined && position(name.sheet) === undefined)
      continue;
    const node = old.find(
      (one) =>
        !isOpaque(one) &&
        one.attributes.name?.toLowerCase() === name.name.toLowerCase() &&
        oldSheet(one) === name.sheet,
    );
    const fresh = nameElement(name, position(name.sheet), node, custom);
    if (node === undefined) added.push(fresh);
    else kept.set(node, fresh);
  }
  const all = [...old.flatMap((node) => kept.get(node) ?? []), ...added];
  // Some writers leave an empty list in every file; it stays, for without it the user would be told of a loss.
  const wasEmpty =
    child(workbook, "definedNames") !== undefined && old.length === 0;
  setChild(
    workbook,
    WORKBOOK_ORDER,
    "definedNames",
    all.length === 0 && !wasEmpty
      ? undefined
      : element("definedNames", {}, all),
  );
}

function nameElement(
  name: BookName,
  position: number | undefined,
  node: XmlElement | undefined,
  custom: CustomFunctions,
): XmlElement {
  const text = textOf(node);
  const unchanged =
    node !== undefined &&
    fromFile(text.replace(/^=/, ""), custom) === name.refersTo;
  const hidden = name.hidden ?? false;
  return element(
    "definedName",
    {
      ...node?.attributes,
      name: name.name,
      localSheetId: position,
      comment: name.comment,
      hidden:
        attributeIsTrue(node?.attributes.hidden) === hidden
          ? node?.attributes.hidden
          : hidden || undefined,
    },
    [unchanged ? text : toFile(name.refersTo, custom)],
  );
}
