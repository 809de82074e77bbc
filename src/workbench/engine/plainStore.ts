/** The plain engine's book, its listeners, and the keeping of cells and styles in it. */
import type { Book, BookCell, BookSheet, CellStyle } from "../../xlsx/book";
import type { EngineEvents } from "./engine";

export class PlainStore {
  private readonly handlers: {
    [E in keyof EngineEvents]: Set<(detail: EngineEvents[E]) => void>;
  } = {
    selection: new Set(),
    change: new Set(),
    calculated: new Set(),
  };

  /** Places of styles by their text, for the list of styles that `indexed` is. */
  private readonly indexes = new Map<string, number>();
  private indexed: CellStyle[] | undefined;

  constructor(protected data: Book) {}

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

  protected emit<E extends keyof EngineEvents>(
    event: E,
    detail: EngineEvents[E],
  ): void {
    for (const handler of this.handlers[event]) handler(detail);
  }

  protected firstSheet(): string {
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

  protected sheet(id: string): BookSheet {
    const found = this.data.sheets.find((sheet) => sheet.id === id);
    if (!found) throw new Error(`There is no sheet with the id "${id}".`);
    return found;
  }

  protected rewriteFormulas(rewrite: (formula: string) => string): void {
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

  protected putCell(
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
    const around = sheet.rows[row]?.style ?? sheet.columns[column]?.style ?? 0;
    if (kept["style"] === 0 && around === 0) delete kept["style"];
    const cells = (sheet.cells[row] ??= {});
    if (Object.keys(kept).length > 0) cells[column] = kept;
    else delete cells[column];
    if (Object.keys(cells).length === 0) delete sheet.cells[row];
  }

  /** A blank cell looks as its row does, or else its column. */
  protected styleOf(sheet: BookSheet, row: number, column: number): CellStyle {
    const index =
      sheet.cells[row]?.[column]?.style ??
      sheet.rows[row]?.style ??
      sheet.columns[column]?.style;
    return this.data.styles[index ?? 0] ?? {};
  }

  protected styleIndex(style: CellStyle): number {
    const { styles } = this.data;
    if (this.indexed !== styles) {
      this.indexed = styles;
      this.indexes.clear();
      for (const [index, known] of [...styles.entries()].reverse())
        this.indexes.set(JSON.stringify(known), index);
    }
    const text = JSON.stringify(style);
    const known = this.indexes.get(text);
    if (known !== undefined) return known;
    this.indexes.set(text, styles.push(style) - 1);
    return styles.length - 1;
  }
}
