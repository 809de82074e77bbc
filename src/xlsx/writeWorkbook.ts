/** The workbook part of the output: its sheets, names and locks. */
import type { Book } from "./book";
import { MACRO_WORKBOOK_TYPE, WORKBOOK_TYPE } from "./blank";
import { WORKBOOK_ORDER, writeNames } from "./names";
import {
  contentTypes,
  OFFICE_RELATIONSHIP,
  relationships,
  setContentTypes,
  setPartXml,
  setRelationships,
} from "./package";
import type { Output, PlacedSheet } from "./writeSheet";
import {
  child,
  childrenNamed,
  element,
  setChild,
  type XmlElement,
} from "./xml";

export function writeWorkbook(
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
    if ((attributes.state ?? "visible") !== sheet.visibility)
      attributes.state = sheet.visibility;
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
