/** Which cell shows an error that a custom function explained, and the sentence. */
import type { FunctionVariantType } from "@univerjs/engine-formula";
import type { Services } from "./services";

interface Place {
  sheet: string;
  row: number;
  column: number;
}

const key = ({ sheet, row, column }: Place): string =>
  `${sheet}:${row}:${column}`;

export class Sentences {
  /** By the cell that shows the error. */
  private readonly shown = new Map<string, string>();
  /** The shown ones by the cell whose formula they come from. */
  private readonly origins = new Map<string, string[]>();
  /** Of the formula that is being calculated now: sentence by row and column of its result. */
  private pending: [row: number, column: number, sentence: string][] = [];

  constructor({ runtime }: Services) {
    // A formula's result is stored once, after all its functions have run: the moment to keep or drop their sentences.
    const store = runtime.setRuntimeData.bind(runtime);
    runtime.setRuntimeData = (result) => {
      this.settle(
        {
          sheet: runtime.currentSubUnitId,
          row: runtime.currentRow,
          column: runtime.currentColumn,
        },
        result,
      );
      store(result);
    };
  }

  at(sheet: string, row: number, column: number): string | undefined {
    return this.shown.get(key({ sheet, row, column }));
  }

  /** Cells whose formula has left a sentence. */
  get formulas(): Place[] {
    return [...this.origins.keys()].map((text) => {
      const parts = text.split(":");
      const column = Number(parts.pop());
      const row = Number(parts.pop());
      return { sheet: parts.join(":"), row, column };
    });
  }

  explain(sentence: string, row = 0, column = 0): void {
    this.pending.push([row, column, sentence]);
  }

  clear(): void {
    this.shown.clear();
    this.origins.clear();
    this.pending = [];
  }

  private settle(place: Place, result: FunctionVariantType): void {
    const { pending } = this;
    if (pending.length === 0 && this.origins.size === 0) return;
    const origin = key(place);
    for (const old of this.origins.get(origin) ?? []) this.shown.delete(old);
    this.origins.delete(origin);
    this.pending = [];
    // A function inside IFERROR may have failed without the cell showing an error. A circular reference shows 0.
    const isPlain = !result.isArray() && !result.isError();
    if (pending.length === 0 || (isPlain && !this.isCertain)) return;
    const told = pending.map(([row, column, sentence]) => {
      const target = key({
        ...place,
        row: place.row + row,
        column: place.column + column,
      });
      this.shown.set(target, sentence);
      return target;
    });
    this.origins.set(origin, told);
    this.isCertain = false;
  }

  /** The next result has a sentence whatever it is. */
  isCertain = false;
}
