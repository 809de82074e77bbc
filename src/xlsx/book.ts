/**
 * A workbook as plain data: what the .xlsx reader returns, what the .xlsx writer takes, what the spreadsheet engines of
 * the workbench load and hand back, and what tests compare. Rows and columns count from 0 everywhere; addresses appear
 * only as text in formulas, names and ranges ("B4:D9", no sheet, no dollar signs unless stated).
 */

/** The error values a cell can hold. */
export const ERROR_TEXTS = [
  "#DIV/0!",
  "#N/A",
  "#NAME?",
  "#NULL!",
  "#NUM!",
  "#REF!",
  "#VALUE!",
  "#SPILL!",
  "#CALC!",
  "#BUSY!",
] as const;

export type ErrorText = (typeof ERROR_TEXTS)[number];

export const isErrorText = (value: unknown): value is ErrorText =>
  (ERROR_TEXTS as readonly unknown[]).includes(value);

/** An error is an object, so that the text "#N/A" typed with an apostrophe stays text. */
export interface CellError {
  readonly error: ErrorText;
}

export type CellValue = number | string | boolean | CellError | null;

export interface BookCell {
  /** The constant, or the formula's last result. Dates are Excel serials with a date format. */
  value?: CellValue;
  /** Formula text as a user reads it in en-US, without "=": `FUNNEL.REQUIRED_MQLS(A1,2)`, `XLOOKUP(…)`, no file prefixes. */
  formula?: string;
  /** The range an array formula fills, on its top left cell only. */
  array?: { ref: string; dynamic: boolean };
  /** Rich text runs of a constant, kept as the file has them; `value` holds the plain text. */
  rich?: unknown;
  hyperlink?: { target: string; tooltip?: string };
  /** Index into Book.styles; absent means style 0, the default. */
  style?: number;
}

export interface BorderSide {
  style:
    | "thin"
    | "medium"
    | "thick"
    | "hair"
    | "dotted"
    | "dashed"
    | "double"
    | "mediumDashed"
    | "dashDot"
    | "mediumDashDot"
    | "dashDotDot"
    | "mediumDashDotDot"
    | "slantDashDot";
  /** "#RRGGBB" */
  color?: string;
}

export interface CellStyle {
  numberFormat?: string;
  font?: {
    name?: string;
    /** points */
    size?: number;
    bold?: boolean;
    italic?: boolean;
    underline?: boolean;
    strike?: boolean;
    color?: string;
  };
  /** "#RRGGBB" of a solid fill */
  fill?: string;
  horizontal?: "left" | "center" | "right" | "fill" | "justify" | "general";
  vertical?: "top" | "middle" | "bottom";
  wrap?: boolean;
  indent?: number;
  /** degrees, as Excel counts them */
  rotation?: number;
  borders?: {
    top?: BorderSide;
    bottom?: BorderSide;
    left?: BorderSide;
    right?: BorderSide;
  };
  /** Excel's default is true; it bites only on a protected sheet. */
  locked?: boolean;
  hiddenFormula?: boolean;
  /** What the file's style holds beyond this (gradients, theme tints, …), kept by the reader for the writer. */
  source?: unknown;
}

export interface BookName {
  name: string;
  /** Without "=": `'My Plan'!$B$4`, `0.2`, `Plan!$A$1*2`. */
  refersTo: string;
  /** The sheet's id for a sheet-scoped name. */
  sheet?: string;
  comment?: string;
  hidden?: boolean;
}

export interface BookTable {
  name: string;
  ref: string;
  headers: boolean;
  totals: boolean;
  columns: string[];
  style?: string;
  source?: unknown;
}

export interface BookValidation {
  /** One or more ranges parted by a space. */
  ref: string;
  type:
    | "list"
    | "whole"
    | "decimal"
    | "date"
    | "time"
    | "textLength"
    | "custom"
    | "any";
  operator?:
    | "between"
    | "notBetween"
    | "equal"
    | "notEqual"
    | "greaterThan"
    | "lessThan"
    | "greaterThanOrEqual"
    | "lessThanOrEqual";
  /** Formulas without "="; a literal list is one text `Low,High` in `list`. */
  formulas: string[];
  list?: string[];
  allowBlank: boolean;
  error?: {
    style: "stop" | "warning" | "information";
    title?: string;
    message?: string;
  };
  prompt?: { title?: string; message?: string };
  source?: unknown;
}

export interface BookConditionalFormat {
  ref: string;
  type:
    "expression" | "cellIs" | "dataBar" | "colorScale" | "iconSet" | "other";
  operator?: BookValidation["operator"];
  /** Without "=", relative to the top left cell of `ref`. */
  formulas: string[];
  style?: CellStyle;
  stopIfTrue?: boolean;
  priority?: number;
  /** The rule as the file has it, for kinds and details that this type does not name. */
  source?: unknown;
}

export interface BookSheet {
  /** Unique in the book and stable across renames. */
  id: string;
  name: string;
  visibility: "visible" | "hidden" | "veryHidden";
  tabColor?: string;
  showGridlines: boolean;
  /** cells[row][column] */
  cells: Record<number, Record<number, BookCell>>;
  /** width in characters of the default font, as the file format counts them */
  columns: Record<number, { width?: number; hidden?: boolean; style?: number }>;
  /** height in points */
  rows: Record<number, { height?: number; hidden?: boolean; style?: number }>;
  defaultColumnWidth?: number;
  merges: string[];
  freeze?: { rows: number; columns: number };
  tables: BookTable[];
  validations: BookValidation[];
  conditionalFormats: BookConditionalFormat[];
  protection?: { options: Record<string, boolean>; source?: unknown };
  page?: {
    orientation?: "portrait" | "landscape";
    fitToWidth?: number;
    fitToHeight?: number;
    printArea?: string;
    titleRows?: string;
    header?: string;
    footer?: string;
  };
  /** Key-value texts that an add-in keeps with the sheet. */
  properties?: Record<string, string>;
}

export interface BookXmlPart {
  id: string;
  xml: string;
}

export interface Book {
  sheets: BookSheet[];
  names: BookName[];
  /** styles[0] is the default. */
  styles: CellStyle[];
  customXml: BookXmlPart[];
  activeSheet?: string;
  date1904?: boolean;
  /** workbook structure protection */
  structureLocked?: boolean;
  readOnly?: boolean;
}

export const isCellError = (value: unknown): value is CellError =>
  typeof value === "object" && value !== null && "error" in value;

/** A book with one empty sheet. */
export function emptyBook(sheetName = "Sheet1"): Book {
  return {
    sheets: [emptySheet("s1", sheetName)],
    names: [],
    styles: [{}],
    customXml: [],
    activeSheet: "s1",
  };
}

export function emptySheet(id: string, name: string): BookSheet {
  return {
    id,
    name,
    visibility: "visible",
    showGridlines: true,
    cells: {},
    columns: {},
    rows: {},
    merges: [],
    tables: [],
    validations: [],
    conditionalFormats: [],
  };
}
