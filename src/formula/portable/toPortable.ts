/**
 * Every FUNNEL formula of a workbook becomes its plain formula or, where there is none, its values. A formula that refers
 * to such a result as `B5#` gets the plain range, for it will no longer spill by itself.
 */
import {
  NotPortable,
  type AskedReference,
  type Change,
  type FormulaCell,
  type Left,
  type LookUp,
  type NamedCell,
  type Portable,
  type PortableFunction,
  type SheetName,
  type Size,
} from "./model";
import { callsOwn } from "./parts";
import { withRun, type PortableRecord } from "./record";
import {
  addressOf,
  cellAt,
  cellCount,
  placeKey,
  rangeOf,
  rangeText,
  sameSize,
  sizeText,
} from "./references";
import { rewrite, type Rewritten, type Rewriting } from "./rewrite";

export interface PortableInput {
  /** All cells that hold formulas. */
  cells: readonly FormulaCell[];
  functions: readonly PortableFunction[];
  /** All sheets. */
  sheets: readonly SheetName[];
  lookUp: LookUp;
  /** Whether an area of a sheet ("C5:E5") is empty; not known to be so when left out. */
  isFree?: (sheet: string, area: string) => boolean;
  /** Names that refer to cells: with them, more is known on the way back about what has moved. */
  names?: readonly NamedCell[];
  /** What an earlier run left, for the way back of everything at once. */
  earlier?: PortableRecord;
}

export function toPortable(input: PortableInput): Portable {
  const run = new Run(input);
  for (const cell of input.cells) run.outcome(cell);
  const changes = [...run.changes.values()];
  return {
    changes,
    left: run.left,
    record: withRun(input.earlier, changes, input.sheets, input.names),
    unanswered: [...run.unanswered.values()],
  };
}

/** Errors that pass: there is no result to keep yet. */
const WAITING: Record<string, string> = {
  "#BUSY!": "it is still being calculated; wait for its result",
  "#GETTING_DATA": "it is still being calculated; wait for its result",
  "#SPILL!": "its result has no room; empty the cells beside it",
  "#NAME?": "the functions are not loaded, so there is no result to keep",
};

class Run {
  readonly changes = new Map<string, Change>();
  readonly left: Left[] = [];
  readonly unanswered = new Map<string, AskedReference>();
  private readonly cells: ReadonlyMap<string, FormulaCell>;
  private readonly functions: ReadonlyMap<string, PortableFunction>;
  private readonly seen = new Set<string>();

  constructor(private readonly input: PortableInput) {
    this.cells = new Map(input.cells.map((cell) => [placeKey(cell), cell]));
    this.functions = new Map(input.functions.map((each) => [each.id, each]));
  }

  /** What becomes of a cell; undefined when it stays. */
  outcome(cell: FormulaCell): Change | undefined {
    const key = placeKey(cell);
    // A cell that is being looked at already refers to itself.
    if (this.seen.has(key)) return this.changes.get(key);
    this.seen.add(key);
    const isOwn = callsOwn(cell.formula);
    if (!isOwn && !/#|ANCHORARRAY/i.test(cell.formula)) return undefined;
    const change = this.rewritten(cell, isOwn);
    if (change !== undefined) this.changes.set(key, change);
    return change;
  }

  private rewritten(cell: FormulaCell, isOwn: boolean): Change | undefined {
    const { sheet, address, formula, values } = cell;
    const first = values[0]![0];
    try {
      if (first === "#SPILL!") throw new NotPortable(WAITING[first]!);
      const written = rewrite(formula, this.rewriting(cell, isOwn));
      if (written.formula === formula) return undefined;
      return this.placed(cell, written, isOwn);
    } catch (fault) {
      if (!(fault instanceof NotPortable)) throw fault;
      // Nothing of ours is in it: it stays.
      if (!isOwn) return undefined;
      const waits = typeof first === "string" ? WAITING[first] : undefined;
      if (waits !== undefined) {
        this.left.push({ sheet, address, formula, reason: waits });
        return undefined;
      }
      return {
        ...{ sheet, address, ...sizeOfValues(cell) },
        ...{ original: formula, before: values, values },
        ...(cell.isArray && { wasArray: true }),
        reason: fault.message,
      };
    }
  }

  /** The plain formula on the cells that the result covers. */
  private placed(
    cell: FormulaCell,
    written: Rewritten,
    isOwn: boolean,
  ): Change {
    const { sheet, address, formula, values } = cell;
    const now = sizeOfValues(cell);
    const size = cell.isArray || !isOwn ? now : this.room(cell, written);
    return {
      ...{ sheet, address, ...size, original: formula, before: values },
      ...(cell.isArray && { wasArray: true }),
      formula: written.formula,
      ...((cell.isArray || written.isArray || cellCount(size) > 1) && {
        isArray: true,
      }),
    };
  }

  private room(cell: FormulaCell, { size, isArray }: Rewritten): Size {
    const now = sizeOfValues(cell);
    const first = cell.values[0]![0];
    if (size === undefined && isArray && String(first) in WAITING)
      throw new NotPortable(
        "how many cells the result covers is not known before it is calculated",
      );
    if (size === undefined || sameSize(size, now)) return now;
    const isError = typeof first === "string" && first.startsWith("#");
    if (cellCount(now) > 1 || !isError)
      throw new NotPortable(
        `the result has ${sizeText(now)}, its plain formula ${sizeText(size)}`,
      );
    // One error now, several values once its cause is gone.
    const { row, column } = cellAt(cell.address);
    const rest = [
      ...area(row, column + 1, 1, size.columns - 1),
      ...area(row + 1, column, size.rows - 1, size.columns),
    ];
    const isFree = rest.every((each) => this.input.isFree?.(cell.sheet, each));
    if (!isFree || this.overlaps(cell.sheet, row, column, size))
      throw new NotPortable(
        `the result is an error now, and its plain formula needs ${sizeText(size)} that are not free`,
      );
    return size;
  }

  private overlaps(
    sheet: string,
    row: number,
    column: number,
    { rows, columns }: Size,
  ): boolean {
    return [...this.changes.values()].some((other) => {
      if (other.sheet !== sheet) return false;
      const at = cellAt(other.address);
      return (
        at.row < row + rows &&
        row < at.row + other.rows &&
        at.column < column + columns &&
        column < at.column + other.columns
      );
    });
  }

  private rewriting(
    { sheet, address }: FormulaCell,
    isOwn: boolean,
  ): Rewriting {
    const lookUp: LookUp = (reference) => {
      if (!isOwn) return undefined;
      const found = this.input.lookUp(reference);
      if (found === undefined)
        this.unanswered.set(
          JSON.stringify([reference.text, reference.sheet]),
          reference,
        );
      return found;
    };
    const fixedSpill = (text: string): string | undefined => {
      const range = rangeOf(text);
      if (range?.top === undefined || range.left === undefined)
        return undefined;
      const anchor = this.cells.get(
        placeKey({
          sheet: range.context.at(-1) ?? sheet,
          address: addressOf(range.top, range.left),
        }),
      );
      const change = anchor && range.context.length < 2 && this.outcome(anchor);
      return change
        ? rangeText({
            ...range,
            bottom: range.top + change.rows - 1,
            right: range.left + change.columns - 1,
            fixed: [...range.fixed.slice(0, 2), ...range.fixed.slice(0, 2)] as [
              boolean,
              boolean,
              boolean,
              boolean,
            ],
          })
        : undefined;
    };
    return { sheet, address, lookUp, functions: this.functions, fixedSpill };
  }
}

const sizeOfValues = ({ values }: FormulaCell): Size => ({
  rows: values.length,
  columns: values[0]!.length,
});

/** "C5:E5", or nothing for no cell. */
const area = (
  row: number,
  column: number,
  rows: number,
  columns: number,
): string[] =>
  rows < 1 || columns < 1
    ? []
    : [
        `${addressOf(row, column)}:${addressOf(row + rows - 1, column + columns - 1)}`,
      ];
