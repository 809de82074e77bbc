/** The engine over Univer, for the page and for Node alike: it is put together here from its parts. */
import { generateRandomId } from "@univerjs/core";
import type { ICellData, IRange, Univer } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { Book, BookSheet } from "../../xlsx/book";
import { areaName } from "../address";
import { Cells } from "./cells";
import { Definitions } from "./definitions";
import type {
  Area,
  Engine,
  EngineEvents,
  EngineFunction,
  Selection,
} from "./engine";
import { Emitter, reportChanges } from "./events";
import { CustomFunctions } from "./functions";
import { installGuard } from "./guard";
import { Layout } from "./layout";
import { Opened } from "./opened";
import { SheetCells, readColumns, readRows } from "./readBack";
import { Recalculation } from "./recalculation";
import { installRepairs } from "./repairs";
import { Rewriter } from "./repairs/rewriting";
import { Rules } from "./rules";
import { Selections } from "./selections";
import { Sentences } from "./sentences";
import { Services } from "./services";
import { openedSheet, toSnapshot } from "./snapshot";
import type { OpenedSheet } from "./snapshot";

export interface UniverEngine extends Engine {
  readonly services: Services;
  /** A user's change was refused, with the sentence that says why. */
  onRefusal(handler: (sentence: string) => void): () => void;
}

/** To be called once per Univer, before any workbook is open. */
export function createUniverEngine(
  univer: Univer,
  api: FUniver,
  editing: () => boolean,
): UniverEngine {
  // Univer's sheet services start with the first workbook.
  const unitId = `book-${generateRandomId(12)}`;
  api.createWorkbook({ id: unitId, name: "Workbook" });
  const services = new Services(univer, api);
  services.unitId = unitId;

  const opened = new Opened();
  const emitter = new Emitter<EngineEvents & { refusal: string }>();
  const definitions = new Definitions(services, opened);
  const rewriter = new Rewriter(services, {
    tables: () => definitions.shapes(),
  });
  const sentences = new Sentences(services);
  const typed = new Set<string>();
  installRepairs(services, {
    rewriter,
    isTyped: (...place) => typed.has(place.join(":")),
    tell: (_sheet, _row, _column, sentence) => {
      sentences.isCertain = true;
      sentences.explain(sentence);
    },
  });
  const recalculation = new Recalculation(services, rewriter, () => {
    typed.clear();
    emitter.emit("calculated", undefined);
  });
  const cells = new Cells(services, opened, recalculation);
  const layout = new Layout(services, opened);
  const rules = new Rules(services, opened);
  const functions = new CustomFunctions(services, sentences);
  const selections = new Selections(services, layout, (selection) =>
    emitter.emit("selection", selection),
  );
  installGuard(services, opened, (sentence) =>
    emitter.emit("refusal", sentence),
  );
  reportChanges(services, {
    changed: (detail) => emitter.emit("change", detail),
    typed: (sheet, row, column) => typed.add(`${sheet}:${row}:${column}`),
    moved: recalculateFunctions,
  });

  /** After cells have moved, sentences would stand at the wrong ones: their functions run again. */
  function recalculateFunctions(): void {
    if (sentences.formulas.length === 0) return;
    sentences.clear();
    callersOfFunctions();
  }

  /** Marks the cells that call custom functions for calculation. */
  function callersOfFunctions(): void {
    for (const worksheet of services.workbook.getSheets()) {
      const ranges: IRange[] = [];
      worksheet.getCellMatrix().forValue((row, column, cell) => {
        if (cell?.f && functions.areIn(cell.f))
          ranges.push({
            startRow: row,
            startColumn: column,
            endRow: row,
            endColumn: column,
          });
      });
      if (ranges.length > 0)
        recalculation.dirtied(worksheet.getSheetId(), ranges);
    }
  }

  const changed = (sheet: string, area?: Area): void =>
    emitter.emit("change", {
      sheets: [sheet],
      ...(area ? { areas: [{ sheet, area: { ...area } }] } : {}),
    });

  async function open(book: Book): Promise<void> {
    await recalculation.idle();
    const before = services.unitId;
    opened.take(book);
    sentences.clear();
    const sheets = book.sheets.map((sheet) =>
      openedSheet(sheet, opened.styles),
    );
    services.unitId = `book-${generateRandomId(12)}`;
    services.quietly(() => {
      api.createWorkbook(
        toSnapshot(services.unitId, book, sheets, opened.styles),
        { makeCurrent: true },
      );
      api.disposeUnit(before);
    });
    services.instances.focusUnit(services.unitId);
    showArrayResults(sheets);
    for (const name of book.names) definitions.setName(name);
    for (const sheet of book.sheets) {
      for (const table of sheet.tables) definitions.addTable(sheet.id, table);
      for (const rule of sheet.validations) rules.addValidation(sheet.id, rule);
      rules.addFormats(sheet.id, sheet.conditionalFormats);
    }
    const active = book.activeSheet ?? firstVisible(book);
    layout.activate(active);
    selections.start(active);
    recalculation.opened();
    sheets.forEach(({ uncalculated }, place) => {
      const sheet = book.sheets[place]?.id;
      if (sheet !== undefined && uncalculated.length > 0)
        recalculation.dirtied(sheet, uncalculated);
    });
    await recalculation.calculate();
    emitter.emit("change", { sheets: book.sheets.map(({ id }) => id) });
  }

  function showArrayResults(sheets: OpenedSheet[]): void {
    const ranges = services.formulas.getArrayFormulaRange();
    const results = services.formulas.getArrayFormulaCellData();
    for (const { data, arrayRanges, arrayCells } of sheets) {
      if (Object.keys(arrayRanges).length === 0) continue;
      (ranges[services.unitId] ??= {})[data.id as string] = arrayRanges;
      (results[services.unitId] ??= {})[data.id as string] =
        arrayCells as Record<number, Record<number, ICellData>>;
    }
  }

  function readSheet(id: string): BookSheet {
    const worksheet = services.worksheet(id);
    const known = services.workbook.getStyles();
    const kept = opened.kept.sheet(id);
    const { visibility, tabColor, showGridlines, freeze } = layout.look(id);
    const content = new SheetCells(services, worksheet);
    const result: BookSheet = {
      id,
      name: worksheet.getName(),
      visibility,
      showGridlines,
      cells: {},
      columns: readColumns(worksheet, opened.styles, known),
      rows: readRows(worksheet, opened.styles, known),
      merges: layout.merges(id).map((area) => areaName(area)),
      tables: definitions
        .tables()
        .filter(({ sheet }) => sheet === id)
        .map(({ table }) => table),
      validations: rules.validations(id),
      conditionalFormats: rules.formats(id),
    };
    for (const [row, column] of content.places()) {
      const style = cells.placeAt(worksheet, row, column);
      const cell = content.bookCell(row, column, style);
      if (cell) (result.cells[row] ??= {})[column] = cell;
    }
    if (tabColor !== undefined) result.tabColor = tabColor;
    if (freeze) result.freeze = freeze;
    const { page, properties, protection, defaultColumnWidth } = kept;
    return {
      ...result,
      ...structuredClone({
        ...(page ? { page } : {}),
        ...(properties ? { properties } : {}),
        ...(protection ? { protection } : {}),
        ...(defaultColumnWidth === undefined ? {} : { defaultColumnWidth }),
      }),
    };
  }

  const book = (): Book => {
    const sheets = layout.sheets().map(({ id }) => readSheet(id));
    return {
      sheets,
      names: definitions.names(),
      styles: opened.styles.all,
      customXml: structuredClone(opened.kept.customXml),
      activeSheet: selections.activeSheet(),
      ...opened.kept.flags,
    };
  };

  let isDisposed = false;
  const engine: UniverEngine = {
    services,
    open,
    book,
    flags: () => ({
      readOnly: false,
      structureLocked: false,
      date1904: false,
      ...opened.kept.flags,
    }),
    lockStructure(locked) {
      if (locked) opened.kept.flags.structureLocked = true;
      else delete opened.kept.flags.structureLocked;
    },
    sheets: () => layout.sheets(),
    addSheet(name, position) {
      const id = layout.addSheet(name, position);
      changed(id);
      return id;
    },
    deleteSheet(sheet) {
      for (const name of definitions.names())
        if (name.sheet === sheet) definitions.deleteName(name.name, sheet);
      layout.deleteSheet(sheet);
      selections.refresh();
      changed(sheet);
    },
    renameSheet: (sheet, name) => layout.renameSheet(sheet, name),
    moveSheet: (sheet, position) => layout.moveSheet(sheet, position),
    setSheet: (sheet, patch) => layout.setSheet(sheet, patch),
    activateSheet: (sheet) => selections.activate(sheet),
    activeSheet: () => selections.activeSheet(),
    usedArea: (sheet) => cells.usedArea(sheet),
    read: (sheet, area) => cells.read(sheet, area),
    write(sheet, area, inputs) {
      cells.write(sheet, area, inputs);
      changed(sheet, area);
    },
    clear(sheet, area, what) {
      cells.clear(sheet, area, what);
      changed(sheet, area);
    },
    style: (sheet, area, patch) => cells.style(sheet, area, patch),
    setNumberFormats: (sheet, area, formats) =>
      cells.setNumberFormats(sheet, area, formats),
    styles: (sheet, area) => cells.styles(sheet, area),
    columnWidth: (sheet, column) => layout.columnWidth(sheet, column),
    setColumns: (sheet, from, count, patch) =>
      layout.setColumns(sheet, from, count, patch),
    rowHeight: (sheet, row) => layout.rowHeight(sheet, row),
    setRows: (sheet, from, count, patch) =>
      layout.setRows(sheet, from, count, patch),
    merge: (sheet, area) => layout.merge(sheet, area),
    unmerge: (sheet, area) => layout.unmerge(sheet, area),
    merges: (sheet) => layout.merges(sheet),
    names: () => definitions.names(),
    setName: (name) => definitions.setName(name),
    deleteName: (name, sheet) => definitions.deleteName(name, sheet),
    tables: () => definitions.tables(),
    addTable: async (sheet, table) => definitions.addTable(sheet, table),
    deleteTable: (name) => definitions.deleteTable(name),
    validations: (sheet) => rules.validations(sheet),
    setValidation: (sheet, area, rule) =>
      rules.setValidation(sheet, area, rule),
    conditionalFormats: (sheet) => rules.formats(sheet),
    addConditionalFormat: (sheet, format) => rules.addFormats(sheet, [format]),
    clearConditionalFormats: (sheet, area) => rules.clearFormats(sheet, area),
    async protect(sheet, options) {
      services.worksheet(sheet);
      opened.kept.sheet(sheet).protection = { options: { ...options } };
    },
    async unprotect(sheet) {
      services.worksheet(sheet);
      delete opened.kept.sheet(sheet).protection;
    },
    customXml: () => structuredClone(opened.kept.customXml),
    setCustomXml(id, xml) {
      const others = opened.kept.customXml.filter((part) => part.id !== id);
      opened.kept.customXml = xml === null ? others : [...others, { id, xml }];
    },
    selection: () => selections.current(),
    select: (selection: Selection) => selections.select(selection),
    async registerFunctions(list: EngineFunction[]) {
      functions.register(list);
      recalculation.redefined(true);
      callersOfFunctions();
      await recalculation.calculate();
    },
    errorSentence: (sheet, row, column) => sentences.at(sheet, row, column),
    calculate: (kind) => recalculation.calculate(kind),
    suspendCalculation: () => recalculation.suspend(),
    resumeCalculation: () => recalculation.resume(),
    isEditing: editing,
    on: (event, handler) => emitter.on(event, handler),
    onRefusal: (handler) => emitter.on("refusal", handler),
    dispose() {
      if (isDisposed) return;
      isDisposed = true;
      recalculation.dispose();
      emitter.clear();
      void recalculation.idle().then(() => univer.dispose());
    },
  };
  return engine;
}

const firstVisible = (book: Book): string => {
  const found =
    book.sheets.find(({ visibility }) => visibility === "visible") ??
    book.sheets[0];
  if (!found)
    throw new Error("A workbook needs at least one sheet; this one has none.");
  return found.id;
};
