/** A package as a book, together with where each piece of it came from. */
import type { Book, BookSheet, CellStyle } from "./book";
import { readCells, type CellContext } from "./cellsRead";
import { readPalette } from "./colors";
import { readConditionalFormats } from "./conditional";
import { readCustomXml, readSheetProperties } from "./customParts";
import { dynamicMarks } from "./dynamicArrays";
import { customFunctions, type CustomFunctions } from "./formula";
import {
  readColumns,
  readDefaultWidth,
  readMerges,
  readRows,
  readTabColor,
  readView,
} from "./grid";
import { addHyperlinks } from "./hyperlinks";
import { readNames, readPrintNames } from "./names";
import {
  contentTypeOf,
  contentTypes,
  partXml,
  relationships,
  type Parts,
  type Relationship,
} from "./package";
import { readPage } from "./page";
import { readProtection } from "./protection";
import { FileRefusal } from "./refusal";
import { readText } from "./strings";
import { BLANK_STYLES } from "./blank";
import {
  compact,
  readXf,
  styleSheet,
  xfSignature,
  type StyleSheet,
} from "./styleRead";
import { StyleWriter } from "./styleWrite";
import { readTables } from "./tables";
import { readValidations } from "./validation";
import {
  attributeIsTrue,
  child,
  childrenNamed,
  elements,
  numberAttribute,
  parseXml,
  relationshipId,
  type XmlElement,
} from "./xml";

export interface LoadedSheet {
  id: string;
  name: string;
  part: string;
  node: XmlElement;
  /** The book shows worksheets; chart sheets and the like stay in the file. */
  isWorksheet: boolean;
}

export interface Loaded {
  book: Book;
  parts: Parts;
  custom: CustomFunctions;
  workbookPart: string;
  workbook: XmlElement;
  sheets: LoadedSheet[];
  styles: StyleSheet;
  strings: XmlElement[];
  macros: boolean;
}

const STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";

export function findWorkbook(parts: Parts): { part: string; root: XmlElement } {
  if (!parts.has("[Content_Types].xml")) throw notAWorkbook(parts);
  const target = relationships(parts, "").find(
    ({ kind }) => kind === "officeDocument",
  )?.target;
  if (target === undefined || !parts.has(target)) throw notAWorkbook(parts);
  if (target.endsWith(".bin"))
    throw new FileRefusal(
      "BinaryWorkbook",
      "This is a binary workbook (.xlsb). Open it in Excel and save it as an Excel workbook (.xlsx).",
    );
  const type = contentTypeOf(contentTypes(parts), target) ?? "";
  if (!/spreadsheetml|ms-excel/i.test(type)) throw notAWorkbook(parts);
  const root = partXml(parts, target)!;
  if (root.name !== "workbook") throw notAWorkbook(parts);
  if (root.attributes.xmlns === STRICT)
    throw new FileRefusal(
      "StrictWorkbook",
      "This workbook is in the format Strict Open XML. Open it in Excel and save it as an Excel workbook (.xlsx) without Strict.",
    );
  return { part: target, root };
}

function notAWorkbook(parts: Parts): FileRefusal {
  if (parts.has("mimetype") && parts.has("content.xml"))
    return new FileRefusal(
      "OpenDocument",
      "This is an OpenDocument file (.ods or .odt). Open it in LibreOffice or Excel and save it as an Excel workbook (.xlsx).",
    );
  const kind = [...parts.keys()].some((path) => path.startsWith("word/"))
    ? "a Word document"
    : [...parts.keys()].some((path) => path.startsWith("ppt/"))
      ? "a PowerPoint presentation"
      : "a zip archive without a workbook in it";
  return new FileRefusal(
    "NotAWorkbook",
    `This is ${kind}, not an Excel workbook. Choose a file that ends in .xlsx.`,
  );
}

export function load(
  parts: Parts,
  functionNames: readonly string[] = [],
): Loaded {
  const custom = customFunctions(functionNames);
  const { part: workbookPart, root: workbook } = findWorkbook(parts);
  const links = relationships(parts, workbookPart);
  const byKind = (kind: string): XmlElement | undefined => {
    const target = links.find(
      (one) => one.kind === kind && !one.external,
    )?.target;
    return target === undefined ? undefined : partXml(parts, target);
  };
  const stylesRoot = byKind("styles") ?? parseXml(BLANK_STYLES, "styles");
  const styles = styleSheet(
    stylesRoot,
    readPalette(byKind("theme"), stylesRoot),
  );
  const strings = childrenNamed(byKind("sharedStrings"), "si");
  const table = styleTable(styles);
  const sheets = listSheets(workbook, links, parts);
  const context = {
    strings: strings.map(readText),
    custom,
    style: table.indexOf,
    dynamic: dynamicMarks(parts, workbookPart),
  };
  const shown = sheets.flatMap((sheet, position) =>
    sheet.isWorksheet
      ? [readSheet(sheet, position, { parts, workbook, styles, ...context })]
      : [],
  );
  const view = childrenNamed(child(workbook, "bookViews"), "workbookView")[0];
  const active = sheets[numberAttribute(view, "activeTab") ?? 0];
  const properties = child(workbook, "workbookPr")?.attributes ?? {};
  const book = compact<Book>({
    sheets: shown,
    names: readNames(
      workbook,
      sheets.map(({ id }) => id),
      custom,
    ),
    styles: table.list,
    customXml: readCustomXml(parts, workbookPart),
    activeSheet: active?.isWorksheet ? active.id : shown[0]?.id,
    date1904: attributeIsTrue(properties.date1904) ? true : undefined,
    structureLocked: attributeIsTrue(
      child(workbook, "workbookProtection")?.attributes.lockStructure,
    )
      ? true
      : undefined,
    readOnly: isFinal(parts) ? true : undefined,
  })!;
  const type = contentTypeOf(contentTypes(parts), workbookPart) ?? "";
  return {
    book,
    parts,
    custom,
    workbookPart,
    workbook,
    sheets,
    styles,
    strings,
    macros: /macroEnabled/i.test(type),
  };
}

/** Excel's "mark as final" makes a workbook read-only. */
function isFinal(parts: Parts): boolean {
  const target = relationships(parts, "").find(
    ({ kind }) => kind === "custom-properties",
  )?.target;
  const root = target === undefined ? undefined : partXml(parts, target);
  return elements(root).some(
    (node) =>
      node.attributes.name === "_MarkAsFinal" &&
      attributeIsTrue(elements(node)[0]?.children.join("")),
  );
}

function listSheets(
  workbook: XmlElement,
  links: readonly Relationship[],
  parts: Parts,
): LoadedSheet[] {
  return childrenNamed(child(workbook, "sheets"), "sheet").flatMap((node) => {
    const link = links.find(({ id }) => id === relationshipId(node));
    if (link === undefined || !parts.has(link.target))
      throw new FileRefusal(
        "BrokenXml",
        `The file is damaged: the sheet "${node.attributes.name ?? ""}" is listed, but its part is missing. Open the file in Excel, let Excel repair it, and save it again.`,
      );
    const name = node.attributes.name ?? "";
    return [
      {
        id: `sheet${node.attributes.sheetId ?? name}`,
        name,
        part: link.target,
        node,
        isWorksheet: link.kind === "worksheet",
      },
    ];
  });
}

/** One style of the book for all xfs that look alike; style 0 is the default cell's. */
function styleTable(sheet: StyleSheet): {
  list: CellStyle[];
  indexOf: (xf: number) => number | undefined;
} {
  const list: CellStyle[] = [];
  const bySignature = new Map<string, number>();
  const writer = new StyleWriter(
    styleSheet(
      { ...sheet.root, children: [...sheet.root.children] },
      sheet.palette,
    ),
  );
  const indexes = sheet.xfs.map((xf, index) => {
    const signature = xfSignature(xf, sheet);
    const known = bySignature.get(signature);
    if (known !== undefined) return known;
    const style = readXf(xf, sheet);
    // What our own writer would make of the plain style: anything else is known to the file alone.
    const beyond = index > 0 && !writer.wouldBe(style, signature);
    const at =
      list.push(beyond ? { ...style, source: { xf: index } } : style) - 1;
    bySignature.set(signature, at);
    return at;
  });
  if (list.length === 0) list.push({});
  return { list, indexOf: (xf) => indexes[xf] || undefined };
}

interface SheetContext extends CellContext {
  parts: Parts;
  workbook: XmlElement;
  styles: StyleSheet;
}

function readSheet(
  { id, name, part, node }: LoadedSheet,
  position: number,
  context: SheetContext,
): BookSheet {
  const { parts, workbook, styles, custom, style } = context;
  const root = partXml(parts, part)!;
  const state = node.attributes.state;
  const cells = readCells(child(root, "sheetData"), context);
  addHyperlinks(parts, part, root, cells);
  return compact<BookSheet>({
    id,
    name,
    visibility:
      state === "hidden" || state === "veryHidden" ? state : "visible",
    tabColor: readTabColor(root, styles.palette),
    ...readView(root),
    cells,
    columns: readColumns(root, style),
    rows: readRows(root, style),
    defaultColumnWidth: readDefaultWidth(root),
    merges: readMerges(root),
    tables: readTables(parts, part).map(({ table }) => table),
    validations: readValidations(root, custom),
    conditionalFormats: readConditionalFormats(root, styles, custom),
    protection: readProtection(root),
    page: compact({ ...readPage(root), ...readPrintNames(workbook, position) }),
    properties: readSheetProperties(parts, part, root),
  })!;
}
