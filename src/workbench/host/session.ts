/** What the objects of one host share: the engine, the calculation's state, kept objects and permission checks. */
import type { Area, Engine, SheetState } from "../engine/engine";
import { intersect } from "../address";
import { accessDenied, HostFault, itemNotFound } from "./fault";
import type { HostObject } from "./object";
import type { RuleDrafts } from "./objects/conditionalRules";
import type { ValidationDraft } from "./objects/dataValidation";

/** Milliseconds without a request, counted twice, after which a suspended calculation is made up for. */
const idle = 50;

export class Session {
  private readonly references = new Map<string, HostObject>();
  private readonly ids = new WeakMap<HostObject, string>();
  private nextReference = 1;
  private stale = false;
  private suspended = false;
  /** A request that suspended the calculation has ended, and what it changed waits to be calculated. */
  private waiting: ReturnType<typeof setTimeout> | undefined;
  manual = false;
  eventsEnabled = true;
  /** Events that the client registered for. */
  readonly watched = new Set<string>();
  /** The host itself is at work: changes come from the add-in, not from the user. */
  busy = false;
  /** Present names of tables by id. */
  readonly tableNames = new Map<string, string>();
  readonly passwords = new Map<string, string>();
  /** Conditional formats that were added but not yet given their formula. */
  readonly drafts: RuleDrafts = new Map();
  /** The validation rule that is being put together. */
  validation: ValidationDraft | undefined;

  constructor(readonly engine: Engine) {}

  keep(object: HostObject): string {
    const known = this.ids.get(object);
    if (known !== undefined && this.references.has(known)) return known;
    const id = `kept-${this.nextReference++}`;
    this.ids.set(object, id);
    this.references.set(id, object);
    return id;
  }

  referenceOf(object: HostObject): string | undefined {
    const id = this.ids.get(object);
    return id !== undefined && this.references.has(id) ? id : undefined;
  }

  kept(id: string): HostObject {
    const object = this.references.get(id);
    if (!object)
      throw new HostFault(
        "InvalidReference",
        "This object was released; get it again.",
      );
    return object;
  }

  release(id: string): void {
    this.references.delete(id);
  }

  get keptCount(): number {
    return this.references.size;
  }

  sheet(id: string): SheetState {
    const found = this.engine.sheets().find((sheet) => sheet.id === id);
    if (!found) throw itemNotFound("The worksheet of this object was deleted.");
    return found;
  }

  findSheet(key: string): SheetState | undefined {
    const sheets = this.engine.sheets();
    const lower = key.toLowerCase();
    return (
      sheets.find((sheet) => sheet.id === key) ??
      sheets.find((sheet) => sheet.name.toLowerCase() === lower)
    );
  }

  /** The part of an area that the engine has cells for. */
  clip(sheet: string, area: Area): Area {
    const { rowCount, columnCount } = this.sheet(sheet);
    const grid = { row: 0, column: 0, rows: rowCount, columns: columnCount };
    return intersect(area, grid) ?? { ...area, rows: 0, columns: 0 };
  }

  /** Marks formula results as out of date. */
  changed(): void {
    this.stale = true;
  }

  /** Calculates what is out of date, unless the add-in has asked not to. */
  async upToDate(): Promise<void> {
    if (this.suspended || this.manual) return;
    this.endWait();
    if (!this.stale) return;
    this.stale = false;
    await this.engine.calculate("changed");
  }

  async calculate(kind: "changed" | "full"): Promise<void> {
    this.endWait();
    this.stale = false;
    await this.engine.calculate(kind);
  }

  suspend(): void {
    if (!this.suspended && !this.manual) this.engine.suspendCalculation();
    this.suspended = true;
    this.endWait();
  }

  setManual(manual: boolean): void {
    if (manual === this.manual) return;
    this.endWait();
    this.manual = manual;
    if (this.suspended) return;
    if (manual) this.engine.suspendCalculation();
    else this.engine.resumeCalculation();
  }

  /** A request has come: whether it suspends the calculation again decides about what waits. */
  begin(): void {
    clearTimeout(this.waiting);
  }

  /**
   * The end of a request, which also ends a suspension. Then nobody can tell a calculation now from one before the next
   * value is read, and with a plan of several requests each calculation would only be repeated by the next.
   */
  async finish(): Promise<void> {
    if (!this.suspended) return this.upToDate();
    if (!this.manual) this.wait();
    this.suspended = false;
    // The page draws how far the add-in is.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }

  /** Twice: the first wait may have been over before the page, busy with its next request, could send it. */
  private wait(isSecond = false): void {
    this.waiting = setTimeout(() => {
      if (!isSecond) return this.wait(true);
      this.upToDate().catch((fault: unknown) =>
        console.error("The calculation failed:", fault),
      );
    }, idle);
  }

  /** The engine may calculate by itself again. */
  endWait(): void {
    if (this.waiting === undefined) return;
    clearTimeout(this.waiting);
    this.waiting = undefined;
    this.engine.resumeCalculation();
  }

  flags(): { readOnly: boolean; structureLocked: boolean; date1904: boolean } {
    if (this.engine.flags) return this.engine.flags();
    const { readOnly, structureLocked, date1904 } = this.engine.book();
    return {
      readOnly: readOnly ?? false,
      structureLocked: structureLocked ?? false,
      date1904: date1904 ?? false,
    };
  }

  /** Before any change: a workbook opened read-only takes none. */
  mayChange(): void {
    if (this.flags().readOnly)
      throw accessDenied("The workbook is open read-only.");
  }

  /** Before sheets are added, removed, renamed, moved or hidden. */
  mayRestructure(): void {
    this.mayChange();
    if (this.flags().structureLocked)
      throw accessDenied("The structure of the workbook is protected.");
  }

  /** Before contents are written: a protected sheet takes them in unlocked cells only. */
  mayWrite(sheet: string, area: Area): void {
    this.mayChange();
    if (!this.sheet(sheet).protected) return;
    const cells = this.clip(sheet, area);
    for (const row of this.engine.styles(sheet, cells))
      for (const style of row)
        if (style.locked !== false)
          throw accessDenied(
            "The cell is locked and its sheet protected; unprotect the sheet first.",
          );
  }

  /** Before formats, widths or rules are set on a protected sheet: only where its protection allows it. */
  mayFormat(
    sheet: string,
    permission:
      | "allowFormatCells"
      | "allowFormatColumns"
      | "allowFormatRows" = "allowFormatCells",
  ): void {
    this.mayChange();
    const state = this.sheet(sheet);
    if (!state.protected) return;
    if (this.protectionOptions(state)[permission] === true) return;
    throw accessDenied(
      `The sheet "${state.name}" is protected; unprotect it first.`,
    );
  }

  protectionOptions(state: SheetState): Record<string, boolean> {
    if (state.protection) return state.protection;
    const kept = this.engine.book().sheets.find(({ id }) => id === state.id);
    return kept?.protection?.options ?? {};
  }
}
