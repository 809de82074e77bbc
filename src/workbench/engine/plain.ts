/**
 * An engine without calculation: it keeps a book and shows what is written. A formula keeps its text; its result is what
 * the opened book says, or empty. Strict: an unknown sheet or name throws, so that a host that asks for one is found out.
 */
import { areaName, maxColumns, maxRows } from "../address";
import { withSheetDeleted, withSheetRenamed } from "../references";
import { emptyBook, emptySheet } from "../../xlsx/book";
import type { Book, BookName, BookSheet, BookTable } from "../../xlsx/book";
import type {
  Area,
  Engine,
  EngineFunction,
  Selection,
  SheetState,
} from "./engine";
import { PlainCells } from "./plainCells";
import { copy, without } from "./plainGrid";

const sameText = (a: string, b: string): boolean =>
  a.toLowerCase() === b.toLowerCase();

export function createPlainEngine(
  initial: Book = emptyBook(),
): Engine & { setEditing(editing: boolean): void } {
  return new PlainEngine(initial);
}

class PlainEngine extends PlainCells implements Engine {
  private active: string;
  private selected: Selection;
  private editing = false;
  private nextId = 1;
  private readonly functions = new Map<string, EngineFunction>();

  constructor(book: Book) {
    super(copy(book));
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
}
