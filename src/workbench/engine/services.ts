/**
 * Univer's services that the engine works with, found once, and the open workbook. Univer 0.25.1 is pinned: a few
 * members used in `repairs/` are private there.
 */
import {
  ICommandService,
  IUniverInstanceService,
  IUndoRedoService,
  UniverInstanceType,
} from "@univerjs/core";
import type {
  DependencyIdentifier,
  Nullable,
  Univer,
  Workbook,
  Worksheet,
} from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import {
  FormulaDataModel,
  IActiveDirtyManagerService,
  ICalculateFormulaService,
  IDefinedNamesService,
  IDependencyManagerService,
  IFormulaRuntimeService,
  IFunctionService,
} from "@univerjs/engine-formula";

export class Services {
  readonly commands: ICommandService;
  readonly instances: IUniverInstanceService;
  readonly undo: IUndoRedoService;
  readonly formulas: FormulaDataModel;
  readonly names: IDefinedNamesService;
  readonly functions: IFunctionService;
  readonly runtime: IFormulaRuntimeService;
  readonly calculator: ICalculateFormulaService;
  readonly dependencies: IDependencyManagerService;
  readonly dirt: IActiveDirtyManagerService;
  /** The id of the open workbook; never used twice in one process, because Univer's caches are keyed by it. */
  unitId = "";
  private depth = 0;

  constructor(
    readonly univer: Univer,
    readonly api: FUniver,
  ) {
    const injector = univer.__getInjector();
    this.commands = injector.get(ICommandService);
    this.instances = injector.get(IUniverInstanceService);
    this.undo = injector.get(IUndoRedoService);
    this.formulas = injector.get(FormulaDataModel);
    this.names = injector.get(IDefinedNamesService);
    this.functions = injector.get(IFunctionService);
    this.runtime = injector.get(IFormulaRuntimeService);
    this.calculator = injector.get(ICalculateFormulaService);
    this.dependencies = injector.get(IDependencyManagerService);
    this.dirt = injector.get(IActiveDirtyManagerService);
  }

  find<T>(token: DependencyIdentifier<T>): T {
    return this.univer.__getInjector().get(token);
  }

  /** False after the end, for what was put off until then. */
  get isOpen(): boolean {
    return Boolean(this.found);
  }

  private get found(): Nullable<Workbook> {
    return this.instances.getUnit<Workbook>(
      this.unitId,
      UniverInstanceType.UNIVER_SHEET,
    );
  }

  get workbook(): Workbook {
    const workbook = this.found;
    if (!workbook) throw new Error("No workbook is open in the grid.");
    return workbook;
  }

  worksheet(sheet: string): Worksheet {
    const found = this.workbook.getSheetBySheetId(sheet);
    if (!found) throw new Error(`There is no sheet with the id "${sheet}".`);
    return found;
  }

  /** What runs inside is the engine's own doing: no user, no protection, no undo. */
  quietly<T>(action: () => T): T {
    this.depth++;
    try {
      return action();
    } finally {
      this.depth--;
    }
  }

  get isQuiet(): boolean {
    return this.depth > 0;
  }

  /** Runs a mutation of the open workbook; `onlyLocal` keeps it from Univer's own bookkeeping of formulas. */
  mutate(
    id: string,
    params: Record<string, unknown>,
    options: { onlyLocal?: boolean } = {},
  ): void {
    const done = this.quietly(() =>
      this.commands.syncExecuteCommand(
        id,
        { unitId: this.unitId, ...params },
        options,
      ),
    );
    if (done === false)
      throw new Error(`The grid refused "${id}" (${JSON.stringify(params)}).`);
  }
}
