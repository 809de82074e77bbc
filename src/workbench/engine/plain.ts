/**
 * An engine without calculation: it keeps a book and shows what is written. A formula keeps its text; its result is what
 * the opened book says, or empty. Strict: an unknown sheet or name throws, so that a host that asks for one is found out.
 */
import { format as formatNumber } from "numfmt";
import {
  areaName,
  bound,
  intersect,
  parseArea,
  parseAreas,
  subtract,
} from "../address";
import { withSheetDeleted, withSheetRenamed } from "../references";
import { emptyBook, emptySheet, isCellError } from "../../xlsx/book";
import type {
  Book,
  BookCell,
  BookName,
  BookSheet,
  BookTable,
  CellStyle,
  CellValue,
} from "../../xlsx/book";
import type {
  Area,
  CellInput,
  CellState,
  Engine,
  EngineEvents,
  EngineFunction,
  Selection,
  SheetState,
  StylePatch,
} from "./engine";
import { maxColumns, maxRows } from "../address";

/** 64 pixels, Excel's default */
const defaultWidth = 9.140625;
/** points */
const defaultHeight = 15;

const copy = <T>(value: T): T => structuredClone(value);
const sameText = (a: string, b: string): boolean =>
  a.toLowerCase() === b.toLowerCase();

export function createPlainEngine(
  initial: Book = emptyBook(),
): Engine & { setEditing(editing: boolean): void } {
  return new PlainEngine(initial);
}

class PlainEngine implements Engine {
  private data: Book;
  private active: string;
  private selected: Selection;
  private editing = false;
  private nextId = 1;
  private readonly handlers: {
    [E in keyof EngineEvents]: Set<(detail: EngineEvents[E]) => void>;
  } = {
    selection: new Set(),
    change: new Set(),
    calculated: new Set(),
  };
  private readonly functions = new Map<string, EngineFunction>();

  constructor(book: Book) {
    this.data = copy(book);
    this.active = this.firstSheet();
    this.selected = {
      sheet: this.active,
      area: { row: 0, column: 0, rows: 1, columns: 1 },
    };
  }

  async open(book: Book): Promise<void> {
    this.data = copy(book);
    this.active = this.firstSheet();
    this.selected = {
      sheet: this.active,
      area: { row: 0, column: 0, rows: 1, columns: 1 },
    };
    this.emit("change", { sheets: this.data.sheets.map((sheet) => sheet.id) });
  }

  book(): Book {
    return { ...copy(this.data), activeSheet: this.active };
  }

  flags(): { readOnly: boolean; structureLocked: boolean; date1904: boolean } {
    const {
      readOnly = false,
      structureLocked = false,
      date1904 = false,
    } = this.data;
    return { readOnly, structureLocked, date1904 };
  }

  lockStructure(locked: boolean): void {
    if (locked) this.data.structureLocked = true;
    else delete this.data.structureLocked;
  }

  sheets(): SheetState[] {
    return this.data.sheets.map((sheet) => ({
      id: sheet.id,
      name: sheet.name,
      visibility: sheet.visibility,
      ...(sheet.tabColor === undefined ? {} : { tabColor: sheet.tabColor }),
      showGridlines: sheet.showGridlines,
      ...(sheet.freeze ? { freeze: { ...sheet.freeze } } : {}),
      protected: sheet.protection !== undefined,
      ...(sheet.protection
        ? { protection: { ...sheet.protection.options } }
        : {}),
      properties: { ...sheet.properties },
      rowCount: maxRows,
      columnCount: maxColumns,
    }));
  }

  addSheet(name: string, position = this.data.sheets.length): string {
    let id: string;
    do id = `new${this.nextId++}`;
    while (this.data.sheets.some((sheet) => sheet.id === id));
    this.data.sheets.splice(position, 0, emptySheet(id, name));
    this.emit("change", { sheets: [id] });
    return id;
  }

  deleteSheet(sheet: string): void {
    const { name } = this.sheet(sheet);
    this.data.sheets = this.data.sheets.filter((other) => other.id !== sheet);
    this.data.names = this.data.names.filter((other) => other.sheet !== sheet);
    this.rewriteFormulas((formula) => withSheetDeleted(formula, name));
    if (this.active === sheet) this.activateSheet(this.firstSheet());
    this.emit("change", { sheets: [sheet] });
  }

  renameSheet(sheet: string, name: string): void {
    const target = this.sheet(sheet);
    const before = target.name;
    target.name = name;
    this.rewriteFormulas((formula) => withSheetRenamed(formula, before, name));
  }

  moveSheet(sheet: string, position: number): void {
    const target = this.sheet(sheet);
    this.data.sheets = this.data.sheets.filter((other) => other !== target);
    this.data.sheets.splice(position, 0, target);
  }

  setSheet(sheet: string, patch: Parameters<Engine["setSheet"]>[1]): void {
    const target = this.sheet(sheet) as unknown as Record<string, unknown>;
    for (const [key, value] of Object.entries(copy(patch))) {
      if (value === undefined) delete target[key];
      else target[key] = value;
    }
  }

  activateSheet(sheet: string): void {
    this.sheet(sheet);
    this.active = sheet;
    if (this.selected.sheet !== sheet)
      this.select({ sheet, area: { row: 0, column: 0, rows: 1, columns: 1 } });
  }

  activeSheet(): string {
    return this.active;
  }

  usedArea(sheet: string): Area | undefined {
    let used: Area | undefined;
    const { cells } = this.sheet(sheet);
    for (const row of Object.keys(cells)) {
      for (const column of Object.keys(cells[Number(row)] ?? {})) {
        const cell = {
          row: Number(row),
          column: Number(column),
          rows: 1,
          columns: 1,
        };
        used = used ? bound(used, cell) : cell;
      }
    }
    return used;
  }

  read(sheet: string, area: Area): CellState[][] {
    const { cells } = this.sheet(sheet);
    return grid(area, (row, column) => {
      const cell = cells[row]?.[column];
      const value = cell?.value ?? null;
      return {
        value: copy(value),
        ...(cell?.formula === undefined ? {} : { formula: `=${cell.formula}` }),
        text: shown(value, this.styleOf(cell).numberFormat),
      };
    });
  }

  write(sheet: string, area: Area, cells: CellInput[][]): void {
    checkShape(area, cells);
    const target = this.sheet(sheet);
    each(area, (row, column, r, c) => {
      const input = cells[r]?.[c];
      if (input === undefined) return;
      const before = target.cells[row]?.[column];
      const style = before?.style === undefined ? {} : { style: before.style };
      this.putCell(target, row, column, { ...contentsOf(input), ...style });
    });
    this.emit("change", {
      sheets: [sheet],
      areas: [{ sheet, area: { ...area } }],
    });
  }

  clear(sheet: string, area: Area, what: "all" | "contents" | "formats"): void {
    const target = this.sheet(sheet);
    eachCell(target, area, (cell, row, column) => {
      if (what === "contents")
        this.putCell(
          target,
          row,
          column,
          cell.style === undefined ? {} : { style: cell.style },
        );
      if (what === "all") this.putCell(target, row, column, {});
      if (what !== "formats") return;
      const { style: _dropped, ...contents } = cell;
      this.putCell(target, row, column, contents);
    });
    this.emit("change", {
      sheets: [sheet],
      areas: [{ sheet, area: { ...area } }],
    });
  }

  style(sheet: string, area: Area, patch: StylePatch): void {
    const target = this.sheet(sheet);
    each(clipped(area), (row, column) => {
      const cell = target.cells[row]?.[column] ?? {};
      this.putCell(target, row, column, {
        ...cell,
        style: this.styleIndex(merged(this.styleOf(cell), patch)),
      });
    });
  }

  setNumberFormats(
    sheet: string,
    area: Area,
    formats: (string | undefined)[][],
  ): void {
    checkShape(area, formats);
    const target = this.sheet(sheet);
    each(area, (row, column, r, c) => {
      const numberFormat = formats[r]?.[c];
      if (numberFormat === undefined) return;
      const cell = target.cells[row]?.[column] ?? {};
      this.putCell(target, row, column, {
        ...cell,
        style: this.styleIndex(merged(this.styleOf(cell), { numberFormat })),
      });
    });
  }

  styles(sheet: string, area: Area): CellStyle[][] {
    const { cells } = this.sheet(sheet);
    return grid(area, (row, column) =>
      copy(this.styleOf(cells[row]?.[column])),
    );
  }

  columnWidth(sheet: string, column: number): number {
    const target = this.sheet(sheet);
    return (
      target.columns[column]?.width ?? target.defaultColumnWidth ?? defaultWidth
    );
  }

  setColumns(
    sheet: string,
    from: number,
    count: number,
    patch: { width?: number; hidden?: boolean },
  ): void {
    const { columns } = this.sheet(sheet);
    for (let column = from; column < from + count; column++)
      columns[column] = { ...columns[column], ...patch };
  }

  rowHeight(sheet: string, row: number): number {
    return this.sheet(sheet).rows[row]?.height ?? defaultHeight;
  }

  setRows(
    sheet: string,
    from: number,
    count: number,
    patch: { height?: number; hidden?: boolean },
  ): void {
    const { rows } = this.sheet(sheet);
    for (let row = from; row < from + count; row++)
      rows[row] = { ...rows[row], ...patch };
  }

  merge(sheet: string, area: Area): void {
    this.unmerge(sheet, area);
    this.sheet(sheet).merges.push(areaName(area));
  }

  unmerge(sheet: string, area: Area): void {
    const target = this.sheet(sheet);
    target.merges = target.merges.filter(
      (ref) => !intersect(parseArea(ref) as Area, area),
    );
  }

  merges(sheet: string): Area[] {
    return this.sheet(sheet).merges.map((ref) => parseArea(ref) as Area);
  }

  names(): BookName[] {
    return copy(this.data.names);
  }

  setName(name: BookName): void {
    const place = this.data.names.findIndex(
      (other) => sameText(other.name, name.name) && other.sheet === name.sheet,
    );
    if (place < 0) this.data.names.push(copy(name));
    else this.data.names[place] = copy(name);
  }

  deleteName(name: string, sheet?: string): void {
    const place = this.data.names.findIndex(
      (other) => sameText(other.name, name) && other.sheet === sheet,
    );
    if (place < 0) throw new Error(`There is no name "${name}" to delete.`);
    this.data.names.splice(place, 1);
  }

  tables(): { sheet: string; table: BookTable }[] {
    return this.data.sheets.flatMap((sheet) =>
      sheet.tables.map((table) => ({ sheet: sheet.id, table: copy(table) })),
    );
  }

  async addTable(sheet: string, table: BookTable): Promise<void> {
    this.sheet(sheet).tables.push(copy(table));
  }

  deleteTable(name: string): void {
    const owner = this.data.sheets.find((sheet) =>
      sheet.tables.some((table) => sameText(table.name, name)),
    );
    if (!owner) throw new Error(`There is no table "${name}" to delete.`);
    owner.tables = owner.tables.filter((table) => !sameText(table.name, name));
  }

  validations(sheet: string): BookSheet["validations"] {
    return copy(this.sheet(sheet).validations);
  }

  setValidation(
    sheet: string,
    area: Area,
    rule: Omit<BookSheet["validations"][number], "ref"> | null,
  ): void {
    const target = this.sheet(sheet);
    target.validations = without(target.validations, area);
    if (rule) target.validations.push({ ...copy(rule), ref: areaName(area) });
  }

  conditionalFormats(sheet: string): BookSheet["conditionalFormats"] {
    return copy(this.sheet(sheet).conditionalFormats);
  }

  addConditionalFormat(
    sheet: string,
    format: BookSheet["conditionalFormats"][number],
  ): void {
    this.sheet(sheet).conditionalFormats.push(copy(format));
  }

  clearConditionalFormats(sheet: string, area?: Area): void {
    const target = this.sheet(sheet);
    target.conditionalFormats = area
      ? without(target.conditionalFormats, area)
      : [];
  }

  async protect(
    sheet: string,
    options: Record<string, boolean>,
  ): Promise<void> {
    this.sheet(sheet).protection = { options: { ...options } };
  }

  async unprotect(sheet: string): Promise<void> {
    delete this.sheet(sheet).protection;
  }

  customXml(): { id: string; xml: string }[] {
    return copy(this.data.customXml);
  }

  setCustomXml(id: string, xml: string | null): void {
    const place = this.data.customXml.findIndex((part) => part.id === id);
    if (xml === null)
      this.data.customXml = this.data.customXml.filter(
        (part) => part.id !== id,
      );
    else if (place < 0) this.data.customXml.push({ id, xml });
    else this.data.customXml[place] = { id, xml };
  }

  selection(): Selection {
    return copy(this.selected);
  }

  select(selection: Selection): void {
    this.sheet(selection.sheet);
    this.selected = copy(selection);
    this.active = selection.sheet;
    this.emit("selection", this.selection());
  }

  async registerFunctions(functions: EngineFunction[]): Promise<void> {
    for (const entry of functions)
      this.functions.set(entry.name.toUpperCase(), entry);
  }

  errorSentence(): string | undefined {
    return undefined;
  }

  async calculate(): Promise<void> {
    this.emit("calculated", undefined);
  }

  suspendCalculation(): void {}

  resumeCalculation(): void {}

  isEditing(): boolean {
    return this.editing;
  }

  setEditing(editing: boolean): void {
    this.editing = editing;
  }

  on<E extends keyof EngineEvents>(
    event: E,
    handler: (detail: EngineEvents[E]) => void,
  ): () => void {
    this.handlers[event].add(handler);
    return () => void this.handlers[event].delete(handler);
  }

  dispose(): void {
    for (const set of Object.values(this.handlers)) set.clear();
  }

  private emit<E extends keyof EngineEvents>(
    event: E,
    detail: EngineEvents[E],
  ): void {
    for (const handler of this.handlers[event]) handler(detail);
  }

  private firstSheet(): string {
    const wanted = this.data.sheets.find(
      (sheet) => sheet.id === this.data.activeSheet,
    );
    const first =
      wanted ??
      this.data.sheets.find((sheet) => sheet.visibility === "visible") ??
      this.data.sheets[0];
    if (!first)
      throw new Error(
        "A workbook needs at least one sheet; this one has none.",
      );
    return first.id;
  }

  private sheet(id: string): BookSheet {
    const found = this.data.sheets.find((sheet) => sheet.id === id);
    if (!found) throw new Error(`There is no sheet with the id "${id}".`);
    return found;
  }

  private rewriteFormulas(rewrite: (formula: string) => string): void {
    for (const name of this.data.names) name.refersTo = rewrite(name.refersTo);
    for (const sheet of this.data.sheets) {
      for (const row of Object.values(sheet.cells)) {
        for (const cell of Object.values(row)) {
          if (cell.formula !== undefined) cell.formula = rewrite(cell.formula);
        }
      }
      for (const rule of [...sheet.validations, ...sheet.conditionalFormats]) {
        rule.formulas = rule.formulas.map(rewrite);
      }
    }
  }

  private putCell(
    sheet: BookSheet,
    row: number,
    column: number,
    cell: BookCell,
  ): void {
    const kept = Object.fromEntries(
      Object.entries(cell).filter(
        ([, value]) => value !== undefined && value !== null,
      ),
    );
    if (kept["style"] === 0) delete kept["style"];
    const cells = (sheet.cells[row] ??= {});
    if (Object.keys(kept).length > 0) cells[column] = kept;
    else delete cells[column];
    if (Object.keys(cells).length === 0) delete sheet.cells[row];
  }

  private styleOf(cell: BookCell | undefined): CellStyle {
    return this.data.styles[cell?.style ?? 0] ?? {};
  }

  private styleIndex(style: CellStyle): number {
    const wanted = JSON.stringify(style);
    const found = this.data.styles.findIndex(
      (other) => JSON.stringify(other) === wanted,
    );
    return found < 0 ? this.data.styles.push(style) - 1 : found;
  }
}

function contentsOf(input: CellInput): BookCell {
  if (typeof input !== "string") return { value: input ?? null };
  if (input.startsWith("'")) return { value: input.slice(1) };
  return input.startsWith("=") && input.length > 1
    ? { formula: input.slice(1) }
    : { value: input };
}

function shown(value: CellValue, numberFormat = "General"): string {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  return typeof value === "boolean"
    ? String(value).toUpperCase()
    : formatNumber(numberFormat, value, { throws: false });
}

function grid<T>(area: Area, at: (row: number, column: number) => T): T[][] {
  return Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (__, c) =>
      at(area.row + r, area.column + c),
    ),
  );
}

function each(
  area: Area,
  visit: (row: number, column: number, r: number, c: number) => void,
): void {
  for (let r = 0; r < area.rows; r++) {
    for (let c = 0; c < area.columns; c++)
      visit(area.row + r, area.column + c, r, c);
  }
}

function eachCell(
  sheet: BookSheet,
  area: Area,
  visit: (cell: BookCell, row: number, column: number) => void,
): void {
  for (const row of Object.keys(sheet.cells).map(Number)) {
    if (row < area.row || row >= area.row + area.rows) continue;
    for (const column of Object.keys(sheet.cells[row] ?? {}).map(Number)) {
      const cell = sheet.cells[row]?.[column];
      if (cell && column >= area.column && column < area.column + area.columns)
        visit(cell, row, column);
    }
  }
}

/** Whole rows and columns are styled as far as anything is likely to stand; a plain engine has no row styles. */
const clipped = (area: Area): Area => ({
  ...area,
  rows: Math.min(area.rows, 1000),
  columns: Math.min(area.columns, 100),
});

function checkShape(area: Area, values: unknown[][]): void {
  if (
    values.length === area.rows &&
    values.every((row) => row.length === area.columns)
  )
    return;
  throw new Error(
    `The values are not ${area.rows} rows of ${area.columns} columns, as ${areaName(area)} needs.`,
  );
}

function merged(style: CellStyle, patch: StylePatch): CellStyle {
  const result = changed(style, patch);
  for (const key of ["font", "borders"] as const) {
    const inner = patch[key];
    if (inner) result[key] = changed(style[key] ?? {}, inner);
  }
  // The default format is no format.
  if (result["numberFormat"] === "General") delete result["numberFormat"];
  return result as CellStyle;
}

/** Absent members stay, null ones go. */
function changed(from: object, patch: object): Record<string, unknown> {
  const given = Object.entries(patch).filter(
    ([, value]) => value !== undefined,
  );
  const all = Object.entries({ ...from, ...Object.fromEntries(given) });
  return Object.fromEntries(all.filter(([, value]) => value !== null));
}

/** The rules with `area` cut out of their ranges; a rule that loses all of them goes. */
function without<T extends { ref: string }>(rules: T[], area: Area): T[] {
  return rules.flatMap((rule) => {
    const left = parseAreas(rule.ref).flatMap((part) => subtract(part, area));
    return left.length === 0
      ? []
      : [{ ...rule, ref: left.map((part) => areaName(part)).join(" ") }];
  });
}
