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
  const fresh: XmlElement[] = [];
  for (const node of old.filter(isOpaque)) {
    const sheet = oldSheet(node);
    if (sheet !== undefined && position(sheet) === undefined) continue;
    fresh.push(
      element(
        "definedName",
        { ...node.attributes, localSheetId: position(sheet) },
        [renamedText(textOf(node))],
      ),
    );
  }
  for (const sheet of book.sheets) {
    const at = places.now.get(sheet.id);
    const wanted = sheet.page;
    if (at === undefined || wanted === undefined) continue;
    const had = places.before.indexOf(sheet.id);
    const was = had < 0 ? {} : readPrintNames(workbook, had);
    for (const [name, now, before] of [
      [AREA, wanted.printArea, "printArea" in was ? was.printArea : undefined],
      [
        TITLES,
        wanted.titleRows,
        "titleRows" in was ? was.titleRows : undefined,
      ],
    ] as const) {
      if (now === before) continue;
      const index = fresh.findIndex(
        ({ attributes }) =>
          attributes.name === name && Number(attributes.localSheetId) === at,
      );
      if (index >= 0) fresh.splice(index, 1);
      if (now !== undefined) fresh.push(printName(name, sheet, at, now));
    }
  }
  for (const name of book.names) {
    const known = old.find(
      (node) =>
        !isOpaque(node) &&
        node.attributes.name?.toLowerCase() === name.name.toLowerCase() &&
        oldSheet(node) === name.sheet,
    );
    const text = textOf(known);
    const kept =
      known !== undefined &&
      fromFile(text.replace(/^=/, ""), custom) === name.refersTo;
    fresh.push(
      element(
        "definedName",
        {
          ...known?.attributes,
          name: name.name,
          localSheetId: position(name.sheet),
          comment: name.comment,
          hidden: name.hidden ? 1 : undefined,
        },
        [kept ? text : toFile(name.refersTo, custom)],
      ),
    );
  }
  setChild(
    workbook,
    WORKBOOK_ORDER,
    "definedNames",
    fresh.length === 0 ? undefined : element("definedNames", {}, fresh),
  );
}
