/** What the objects of one host share: the engine, the calculation's state, kept objects and permission checks. */
import type { Area, Engine, SheetState } from "../engine/engine";
import { intersect } from "../address";
import { accessDenied, HostFault, itemNotFound } from "./fault";
import type { HostObject } from "./object";
import type { RuleDrafts } from "./objects/conditionalRules";
import type { ValidationDraft } from "./objects/dataValidation";

export class Session {
  private readonly references = new Map<string, HostObject>();
  private readonly ids = new WeakMap<HostObject, string>();
  private nextReference = 1;
  private stale = false;
  private suspended = false;
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
    if (!this.stale || this.suspended || this.manual) return;
    this.stale = false;
    await this.engine.calculate("changed");
  }

  async calculate(kind: "changed" | "full"): Promise<void> {
    this.stale = false;
    await this.engine.calculate(kind);
  }

  suspend(): void {
    if (!this.suspended && !this.manual) this.engine.suspendCalculation();
    this.suspended = true;
  }

  setManual(manual: boolean): void {
    if (manual === this.manual) return;
    this.manual = manual;
    if (this.suspended) return;
    if (manual) this.engine.suspendCalculation();
    else this.engine.resumeCalculation();
  }

  /** The end of a request, which also ends a suspension. */
  async finish(): Promise<void> {
    if (this.suspended) {
      this.suspended = false;
      if (!this.manual) this.engine.resumeCalculation();
    }
    await this.upToDate();
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
