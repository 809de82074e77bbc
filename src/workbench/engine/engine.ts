/**
 * What the embedded host needs from a spreadsheet. Two engines implement it: `univer.ts` (grid and calculation, in the
 * browser and headless) and `plain.ts` (cells without calculation, for fast tests of the host). Rows and columns count
 * from 0. Every call acts at once; `calculate` brings formula results up to date.
 */
import type {
  Book,
  BorderSide,
  BookConditionalFormat,
  BookName,
  BookSheet,
  BookTable,
  BookValidation,
  CellStyle,
  CellValue,
} from "../../xlsx/book";

export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/**
 * What a cell should hold: a formula starts with "="; a text with a leading apostrophe is the text behind it, so that
 * "'=A1" can be written; any other text is stored as it is, never read as a number; null clears; undefined leaves.
 */
export type CellInput = number | string | boolean | null | undefined;

export interface CellState {
  value: CellValue;
  /** With "=", as the user typed it; absent for constants and for cells that a formula above spills into. */
  formula?: string;
  /** As shown on the screen. */
  text: string;
  /** The cell is filled by an array formula elsewhere. */
  spilled?: boolean;
}

/** A change of style: absent members stay, null takes a fill or a border away. */
export interface StylePatch extends Omit<CellStyle, "fill" | "borders"> {
  fill?: string | null;
  borders?: {
    [side in keyof NonNullable<CellStyle["borders"]>]: BorderSide | null;
  };
}

export interface SheetState {
  id: string;
  name: string;
  visibility: BookSheet["visibility"];
  tabColor?: string;
  showGridlines: boolean;
  freeze?: { rows: number; columns: number };
  protected: boolean;
  /** What a protected sheet still allows, by Excel's names (allowFormatCells, …); absent: see `book()`. */
  protection?: Record<string, boolean>;
  /** Texts that an add-in keeps with the sheet; absent: see `book()`. */
  properties?: Record<string, string>;
  /** Extent of the grid, as far as cells can be addressed. */
  rowCount: number;
  columnCount: number;
}

export interface Selection {
  sheet: string;
  area: Area;
}

export interface FunctionParameter {
  name: string;
  description?: string;
  optional: boolean;
  matrix: boolean;
  /** Excel converts or refuses before the function is called. */
  type: "number" | "string" | "boolean" | "any";
  repeating?: boolean;
}

/** A custom function as functions.json describes it; `call` gets Excel's arguments: null for an omitted one. */
export interface EngineFunction {
  /** Full name as typed: "FUNNEL.REQUIRED_MQLS". */
  name: string;
  description: string;
  helpUrl?: string;
  parameters: FunctionParameter[];
  /** Errors of cells go to parameters of any type as { error }; otherwise they end the call and are its result. */
  acceptsErrors?: boolean;
  call(args: unknown[]): FunctionResult;
}

/** A result, or an error with the sentence that Excel would show at the cell. Cells of a matrix may be errors too. */
export type FunctionResult = { value: FunctionCell | FunctionCell[][] };
export type FunctionCell = CellValue | { error: string; sentence?: string };

export interface EngineEvents {
  selection: Selection;
  /** Cells changed by a user's edit or a call; `sheets` are ids. */
  change: { sheets: string[]; areas?: Selection[] };
  /** A calculation has been applied. */
  calculated: undefined;
}

export interface Engine {
  /** Replaces everything by this book. Results stored in the book are shown until something recalculates them. */
  open(book: Book): Promise<void>;
  /** The whole workbook as it stands. A copy. */
  book(): Book;
  /** The flags of the book without copying it; where absent, the host reads `book()`. */
  flags?(): { readOnly: boolean; structureLocked: boolean; date1904: boolean };
  /** Locks or frees the workbook's structure: sheets can then not be added, removed, renamed or moved. */
  lockStructure?(locked: boolean): void;

  sheets(): SheetState[];
  /** position counts from 0; at the end when absent. Returns the new sheet's id. */
  addSheet(name: string, position?: number): string;
  deleteSheet(sheet: string): void;
  renameSheet(sheet: string, name: string): void;
  moveSheet(sheet: string, position: number): void;
  setSheet(
    sheet: string,
    patch: Partial<
      Pick<
        BookSheet,
        | "visibility"
        | "tabColor"
        | "showGridlines"
        | "freeze"
        | "page"
        | "properties"
      >
    >,
  ): void;
  activateSheet(sheet: string): void;
  activeSheet(): string;

  usedArea(sheet: string): Area | undefined;
  read(sheet: string, area: Area): CellState[][];
  write(sheet: string, area: Area, cells: CellInput[][]): void;
  /** Empties cells: "contents" keeps formats, "formats" keeps contents. */
  clear(sheet: string, area: Area, what: "all" | "contents" | "formats"): void;

  /** Merges the given members into the style of every cell; `undefined` members stay as they are, null removes. */
  style(sheet: string, area: Area, patch: StylePatch): void;
  setNumberFormats(
    sheet: string,
    area: Area,
    formats: (string | undefined)[][],
  ): void;
  styles(sheet: string, area: Area): CellStyle[][];
  /** characters, as in the file format */
  columnWidth(sheet: string, column: number): number;
  setColumns(
    sheet: string,
    from: number,
    count: number,
    patch: { width?: number; hidden?: boolean },
  ): void;
  /** points */
  rowHeight(sheet: string, row: number): number;
  setRows(
    sheet: string,
    from: number,
    count: number,
    patch: { height?: number; hidden?: boolean },
  ): void;
  merge(sheet: string, area: Area): void;
  unmerge(sheet: string, area: Area): void;
  merges(sheet: string): Area[];

  names(): BookName[];
  setName(name: BookName): void;
  deleteName(name: string, sheet?: string): void;

  tables(): { sheet: string; table: BookTable }[];
  addTable(sheet: string, table: BookTable): Promise<void>;
  deleteTable(name: string): void;

  validations(sheet: string): BookValidation[];
  /** Replaces whatever rule the area had; null clears. */
  setValidation(
    sheet: string,
    area: Area,
    rule: Omit<BookValidation, "ref"> | null,
  ): void;
  conditionalFormats(sheet: string): BookConditionalFormat[];
  addConditionalFormat(sheet: string, format: BookConditionalFormat): void;
  clearConditionalFormats(sheet: string, area?: Area): void;

  protect(sheet: string, options: Record<string, boolean>): Promise<void>;
  unprotect(sheet: string): Promise<void>;

  customXml(): { id: string; xml: string }[];
  /** Adds or replaces the part; xml null removes it. */
  setCustomXml(id: string, xml: string | null): void;

  selection(): Selection;
  select(selection: Selection): void;

  /** Registers or replaces custom functions and recalculates the cells that call them. */
  registerFunctions(functions: EngineFunction[]): Promise<void>;
  /** The sentence of the error that a custom function left in this cell, if any. */
  errorSentence(sheet: string, row: number, column: number): string | undefined;

  /** Brings every result up to date; "full" recalculates every formula. */
  calculate(kind?: "changed" | "full"): Promise<void>;
  /** Between these two no calculation starts by itself. */
  suspendCalculation(): void;
  resumeCalculation(): void;
  /** The user is typing into a cell: Excel refuses requests meanwhile. */
  isEditing(): boolean;

  on<E extends keyof EngineEvents>(
    event: E,
    handler: (detail: EngineEvents[E]) => void,
  ): () => void;
  dispose(): void;
}
