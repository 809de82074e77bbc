/**
 * When formulas are calculated, in place of Univer's own trigger. Calculations run one after another, and only what
 * depends on a change is calculated; everything is, where a name, a table, a sheet or a custom function changed. Univer
 * leaves wrong results where a spill grew or shrank: whoever reads its old or its new cells is calculated once more.
 */
import type { IRange, IUnitRange } from "@univerjs/core";
import {
  RemoveDefinedNameMutation,
  RemoveSuperTableMutation,
  SetArrayFormulaDataMutation,
  SetDefinedNameMutation,
  SetFormulaCalculationStartMutation,
  SetSuperTableMutation,
} from "@univerjs/engine-formula";
import type { IDirtyUnitSheetNameMap } from "@univerjs/engine-formula";
import {
  InsertSheetMutation,
  RemoveSheetMutation,
  SetRangeValuesMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
} from "@univerjs/sheets";
import { TriggerCalculationController } from "@univerjs/sheets-formula";
import { BehaviorSubject, firstValueFrom } from "rxjs";
import { dirtMaps, noDirt, type Dirt } from "./dirt";
import type { Area } from "./engine";
import { forgetParsedFormulas } from "./repairs/parsedFormulas";
import type { Rewriter } from "./repairs/rewriting";
import { takeBreakage } from "./repairs/throwing";
import { usersOf } from "./nameUsers";
import type { Services } from "./services";

/** After these, any formula may mean something else. */
const redefining = new Set<string>([
  SetSuperTableMutation.id,
  RemoveSuperTableMutation.id,
  RemoveSheetMutation.id,
  SetWorksheetNameMutation.id,
  SetWorksheetOrderMutation.id,
]);

/** Milliseconds between a change and the calculation that it starts by itself. */
const pause = 40;
/** A chain of spills that feed each other settles in as many rounds as it has links. */
const mostRounds = 20;

type Spills = Map<string, { sheetId: string; range: IRange }>;

export class Recalculation {
  private dirt = noDirt();
  private everything = false;
  /** Names and sheets that came, changed or went, in lower case. */
  private renamed = new Set<string>();
  private suspended = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private queue: Promise<void> = Promise.resolve();
  private spills: Spills = new Map();
  private disposed = false;

  constructor(
    private readonly services: Services,
    private readonly rewriter: Rewriter,
    private readonly calculated: () => void,
  ) {
    const trigger = services.find(TriggerCalculationController);
    trigger.dispose();
    // Univer's toolbar goes on asking it how far a calculation is.
    Object.assign(trigger, {
      progress$: new BehaviorSubject({ done: 0, count: 0 }),
    });
    services.commands.onCommandExecuted((command, options) => {
      const mutation = {
        ...command,
        params: { ...(command.params as object) } as Record<string, unknown>,
      };
      if (redefining.has(command.id)) this.redefined();
      this.noteRenaming(command.id, mutation.params);
      const converter = services.dirt.get(command.id);
      if (!converter) return;
      const isResult = options?.["fromFormula"] || options?.onlyLocal;
      if (command.id === SetRangeValuesMutation.id && isResult) return;
      this.add(converter.getDirtyData(mutation) as Partial<Dirt>);
    });
  }

  /** A name, table, sheet or function changed: everything is to be read anew. */
  redefined(functionsToo = false): void {
    this.rewriter.forget();
    if (functionsToo) forgetParsedFormulas(this.services);
    this.everything = true;
    this.schedule();
  }

  /** A formula that uses a new or changed name, or a new sheet, means something else now. */
  private noteRenaming(id: string, params: Record<string, unknown>): void {
    const isName =
      id === SetDefinedNameMutation.id || id === RemoveDefinedNameMutation.id;
    if (!isName && id !== InsertSheetMutation.id) return;
    const { name, sheet } = params as {
      name?: string;
      sheet?: { name: string };
    };
    this.renamed.add((name ?? sheet?.name ?? "").toLowerCase());
    this.rewriter.forget();
    this.schedule();
  }

  /** The engine itself has written cells past Univer's bookkeeping. */
  written(sheet: string, area: Area): void {
    const { formulas, dependencies, commands, unitId } = this.services;
    const anchors = this.anchorsOver(sheet, area);
    const cells: Record<number, Record<number, object>> = {};
    for (let row = area.row; row < area.row + area.rows; row++) {
      const line: Record<number, object> = (cells[row] = {});
      for (
        let column = area.column;
        column < area.column + area.columns;
        column++
      ) {
        line[column] = {};
        dependencies.removeFormulaDependency(unitId, sheet, row, column);
      }
    }
    if (anchors.length > 0) {
      const emptied = formulas.updateArrayFormulaCellData(unitId, sheet, cells);
      const narrowed = formulas.updateArrayFormulaRange(unitId, sheet, cells);
      if (emptied || narrowed)
        void commands.executeCommand(
          SetArrayFormulaDataMutation.id,
          {
            arrayFormulaRange: formulas.getArrayFormulaRange(),
            arrayFormulaCellData: formulas.getArrayFormulaCellData(),
          },
          { onlyLocal: true, remove: true },
        );
    }
    this.dirtied(sheet, [
      {
        startRow: area.row,
        startColumn: area.column,
        endRow: area.row + area.rows - 1,
        endColumn: area.column + area.columns - 1,
      },
      ...anchors,
    ]);
  }

  dirtied(sheetId: string, ranges: IRange[]): void {
    const { unitId } = this.services;
    this.add({
      dirtyRanges: ranges.map((range) => ({ unitId, sheetId, range })),
    });
  }

  /** Forgets what is to be calculated: another workbook is open, with its results. */
  opened(): void {
    this.dirt = noDirt();
    this.everything = false;
    this.renamed.clear();
    this.rewriter.forget();
    clearTimeout(this.timer);
    this.spills = this.spillsNow();
  }

  suspend(): void {
    this.suspended++;
    clearTimeout(this.timer);
  }

  resume(): void {
    this.suspended = Math.max(0, this.suspended - 1);
    this.schedule();
  }

  calculate(kind: "changed" | "full" = "changed"): Promise<void> {
    clearTimeout(this.timer);
    const run = this.queue.then(() => this.run(kind === "full"));
    this.queue = run.catch(() => undefined);
    return run;
  }

  /** Once nothing is being calculated: Univer must not lose its workbook, nor itself, in the middle of it. */
  async idle(): Promise<void> {
    let last: Promise<void>;
    do {
      clearTimeout(this.timer);
      last = this.queue;
      await last;
    } while (last !== this.queue);
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.timer);
  }

  private get isClean(): boolean {
    return (
      !this.everything &&
      this.renamed.size === 0 &&
      this.dirt.dirtyRanges.length === 0 &&
      dirtMaps.every((map) => Object.keys(this.dirt[map]).length === 0)
    );
  }

  private add(more: Partial<Dirt>): void {
    this.dirt.dirtyRanges.push(...(more.dirtyRanges ?? []));
    for (const map of dirtMaps) {
      for (const [unit, entries] of Object.entries(more[map] ?? {}))
        this.dirt[map][unit] = { ...this.dirt[map][unit], ...entries };
    }
    this.schedule();
  }

  private schedule(): void {
    clearTimeout(this.timer);
    if (this.suspended > 0 || this.disposed || this.isClean) return;
    this.timer = setTimeout(() => {
      this.calculate().catch((fault: unknown) =>
        console.error("The calculation failed:", fault),
      );
    }, pause);
  }

  private async run(full: boolean): Promise<void> {
    if (this.disposed) return;
    let everything = full || this.everything;
    let dirt = this.dirt;
    this.dirt = noDirt();
    this.everything = false;
    if (this.renamed.size > 0) {
      const users = usersOf(this.renamed, this.services);
      this.renamed = new Set();
      const { dependencies, unitId } = this.services;
      for (const { sheetId, range } of users)
        dependencies.removeFormulaDependency(
          unitId,
          sheetId,
          range.startRow,
          range.startColumn,
        );
      dirt.dirtyRanges.push(...users);
    }
    // Spills that went since, because something else was written over their formula.
    dirt.dirtyRanges.push(...this.movedSpills());
    const isEmpty =
      dirt.dirtyRanges.length === 0 &&
      dirtMaps.every((map) => Object.keys(dirt[map]).length === 0);
    if (!everything && isEmpty) return this.calculated();
    for (let round = 0; round < mostRounds && !this.disposed; round++) {
      await this.execute(dirt, everything);
      const moved = this.movedSpills();
      if (moved.length === 0) break;
      dirt = { ...noDirt(), dirtyRanges: moved };
      everything = false;
    }
    if (!this.disposed) this.calculated();
  }

  private async execute(dirt: Dirt, everything: boolean): Promise<void> {
    const { calculator, commands, formulas } = this.services;
    const finished = firstValueFrom(calculator.executionCompleteListener$);
    commands.syncExecuteCommand(
      SetFormulaCalculationStartMutation.id,
      {
        ...dirt,
        dirtyNameMap: dirt.dirtyNameMap as IDirtyUnitSheetNameMap,
        dirtyDefinedNameMap: {},
        dirtySuperTableMap: {},
        forceCalculation: everything,
        rowData: formulas.getHiddenRowsFiltered(),
      },
      { onlyLocal: true },
    );
    await finished;
    const fault = takeBreakage(calculator);
    if (fault !== undefined) {
      this.everything = true;
      throw new Error("Univer broke off its calculation.", { cause: fault });
    }
    // Univer applies the results in microtasks.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }

  /** Old and new cells of the spills that changed their extent since the last look. */
  private movedSpills(): IUnitRange[] {
    const { unitId } = this.services;
    const before = this.spills;
    const now = (this.spills = this.spillsNow());
    const moved: IUnitRange[] = [];
    const compare = (one: Spills, other: Spills): void =>
      one.forEach(({ sheetId, range }, key) => {
        if (!other.has(key)) moved.push({ unitId, sheetId, range });
      });
    compare(before, now);
    compare(now, before);
    return moved;
  }

  private spillsNow(): Spills {
    const { formulas, unitId, workbook } = this.services;
    const result: Spills = new Map();
    const sheets = formulas.getArrayFormulaRange()[unitId] ?? {};
    for (const [sheetId, rows] of Object.entries(sheets)) {
      const cells = workbook.getSheetBySheetId(sheetId)?.getCellMatrix();
      for (const [row, columns] of Object.entries(rows ?? {})) {
        for (const [column, range] of Object.entries(columns ?? {})) {
          const anchor = cells?.getValue(Number(row), Number(column));
          if (!range || anchor?.v === "#SPILL!") continue;
          const { startRow, startColumn, endRow, endColumn } = range as IRange;
          result.set(
            [sheetId, startRow, startColumn, endRow, endColumn].join(),
            { sheetId, range: { startRow, startColumn, endRow, endColumn } },
          );
        }
      }
    }
    return result;
  }

  /** The cells whose spill, shown or blocked, meets the area. */
  private anchorsOver(sheet: string, area: Area): IRange[] {
    const { formulas, unitId } = this.services;
    const rows = formulas.getArrayFormulaRange()[unitId]?.[sheet] ?? {};
    const found: IRange[] = [];
    for (const columns of Object.values(rows)) {
      for (const range of Object.values(columns ?? {}) as IRange[]) {
        const apart =
          range.endRow < area.row ||
          range.startRow >= area.row + area.rows ||
          range.endColumn < area.column ||
          range.startColumn >= area.column + area.columns;
        if (!apart)
          found.push({
            ...range,
            endRow: range.startRow,
            endColumn: range.startColumn,
          });
      }
    }
    return found;
  }
}
