/** Losses in a user's words. */

/** [one, many] for elements that a user knows under a name. */
const NOUNS: Readonly<Record<string, readonly [string, string]>> = {
  c: ["cell", "cells"],
  v: ["value", "values"],
  f: ["formula", "formulas"],
  row: ["row setting", "row settings"],
  col: ["column setting", "column settings"],
  is: ["text", "texts"],
  t: ["text", "texts"],
  r: ["run of formatted text", "runs of formatted text"],
  rPr: ["run of formatted text", "runs of formatted text"],
  mergeCell: ["merged area", "merged areas"],
  hyperlink: ["hyperlink", "hyperlinks"],
  dataValidation: ["validation rule", "validation rules"],
  "x14:dataValidation": ["validation rule", "validation rules"],
  cfRule: ["conditional format", "conditional formats"],
  conditionalFormatting: ["conditional format", "conditional formats"],
  "x14:cfRule": [
    "detail of a conditional format (data bar or icons)",
    "details of conditional formats (data bars or icons)",
  ],
  "x14:conditionalFormatting": [
    "detail of a conditional format (data bar or icons)",
    "details of conditional formats (data bars or icons)",
  ],
  "x14:sparkline": ["sparkline", "sparklines"],
  "x14:sparklineGroup": ["group of sparklines", "groups of sparklines"],
  "x14:sparklineGroups": ["set of sparklines", "sets of sparklines"],
  tablePart: ["table", "tables"],
  tableColumn: ["table column", "table columns"],
  definedName: ["name", "names"],
  sheet: ["sheet", "sheets"],
  sheetProtection: ["sheet protection", "sheet protections"],
  workbookProtection: [
    "protection of the workbook's structure",
    "protections of the workbook's structure",
  ],
  protectedRange: ["range that may be edited", "ranges that may be edited"],
  autoFilter: ["filter", "filters"],
  filterColumn: ["filter setting", "filter settings"],
  sortState: ["sort order", "sort orders"],
  pane: ["frozen pane", "frozen panes"],
  comment: ["comment", "comments"],
  drawing: ["drawing layer", "drawing layers"],
  legacyDrawing: [
    "layer of comments or controls",
    "layers of comments or controls",
  ],
  picture: ["background picture", "background pictures"],
  brk: ["page break", "page breaks"],
  headerFooter: ["page header or footer", "page headers or footers"],
  pageSetup: ["page set-up", "page set-ups"],
  customPr: [
    "property that an add-in keeps",
    "properties that an add-in keeps",
  ],
  oleObject: ["embedded object", "embedded objects"],
  control: ["form control", "form controls"],
  xf: ["cell format", "cell formats"],
  dxf: [
    "format of a conditional format or table",
    "formats of conditional formats or tables",
  ],
  font: ["font", "fonts"],
  fill: ["fill", "fills"],
  border: ["border", "borders"],
  numFmt: ["number format", "number formats"],
  cellStyle: ["named cell style", "named cell styles"],
  si: ["text", "texts"],
  property: ["property of the document", "properties of the document"],
  "xdr:pic": ["picture", "pictures"],
  "xdr:sp": ["shape or text box", "shapes or text boxes"],
  "xdr:graphicFrame": ["chart", "charts"],
  "c:ser": ["chart series", "chart series"],
  ext: [
    "extension that only Excel understands",
    "extensions that only Excel understands",
  ],
};

const where = (path: string, sheet: string | undefined): string =>
  sheet === undefined ? `in "${path}"` : `on sheet "${sheet}"`;

/** Lists that Excel keeps about the file and makes anew. */
const rebuilt = (path: string): boolean =>
  /(^|\/)calcChain\.xml$|^docProps\/app\.xml$|\.rels$/.test(path);

export function lossSentence(
  path: string,
  sheet: string | undefined,
  element: string,
  before: number,
  after: number,
  includes: readonly string[],
): { sentence: string; harmless: boolean } {
  const gone = before - after;
  const nouns = NOUNS[element] ?? [
    `element "${element}"`,
    `elements "${element}"`,
  ];
  const named = `${gone} ${gone === 1 ? nouns[0] : nouns[1]}`;
  const inner = includes
    .filter((name) => NOUNS[name] !== undefined)
    .map((name) => NOUNS[name]![1]);
  const withInner =
    inner.length === 0 ? "" : ` with their ${[...new Set(inner)].join(", ")}`;
  return {
    sentence: `${named}${withInner} ${where(path, sheet)} would be missing: ${before} in the opened file, ${after} in the saved one.`,
    harmless: rebuilt(path),
  };
}

const PARTS: readonly (readonly [RegExp, string])[] = [
  [/calcChain\.xml$/, "The order in which Excel calculates"],
  [/\.rels$/, "A list of links between parts"],
  [/^docProps\/custom\.xml$/, "The document's custom properties"],
  [/^docProps\/thumbnail/, "The preview picture"],
  [/^docProps\//, "The document's properties"],
  [/^customXml\//, "Data that an add-in or a system keeps in the file"],
  [/customProperty/, "A text that an add-in keeps with a sheet"],
  [/charts?\/.*(style|colors)/, "The look of a chart"],
  [/charts?\//, "A chart"],
  [/drawings?\/.*\.vml$/, "The frames of comments or form controls"],
  [/drawings?\//, "A layer of charts, pictures and shapes"],
  [/media\//, "A picture"],
  [/threadedComments?\//, "A thread of comments"],
  [/comments/, "The comments"],
  [/persons\//, "The authors of comments"],
  [/pivot/, "A pivot table or its data"],
  [/slicer|timeline/i, "A slicer or timeline"],
  [/tables\//, "A table"],
  [/printerSettings/, "The printer's settings"],
  [/externalLinks\//, "A link to another workbook"],
  [/vbaProject/, "The macros"],
  [/queryTable|connections/, "A data connection"],
  [/theme\//, "The theme of colours and fonts"],
  [/styles\.xml$/, "The cell formats"],
  [/sharedStrings/, "The list of texts"],
  [/embeddings|ctrlProps|activeX/, "An embedded object or form control"],
  [
    /metadata|richData/,
    "Data behind cells (dynamic arrays, pictures in cells, data types)",
  ],
];

export function partSentence(
  path: string,
  sheet: string | undefined,
  isSheet: boolean,
): { sentence: string; harmless: boolean } {
  const harmless = rebuilt(path);
  if (isSheet)
    return {
      sentence: `The sheet "${sheet}" and what it holds would be missing from the saved file.`,
      harmless: false,
    };
  const what =
    PARTS.find(([pattern]) => pattern.test(path))?.[1] ??
    "A part that this program does not know";
  const place = sheet === undefined ? "" : ` of sheet "${sheet}"`;
  const after = /calcChain/.test(path) ? " Excel makes it anew." : "";
  return {
    sentence: `${what}${place} (${path}) would be missing from the saved file.${after}`,
    harmless,
  };
}
