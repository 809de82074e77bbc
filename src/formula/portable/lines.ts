/**
 * Rows and columns that have moved: what is found again at another place says so. Nothing is believed of one witness
 * alone, because a formula that somebody edited can look like one whose references moved.
 */
import type { Range } from "./references";

export type Axis = "row" | "column";

/** A cell or range then, and where it is now. */
export interface Moved {
  /** In capitals, as the sheet is called today. */
  sheet: string;
  then: Pick<Range, "top" | "left" | "bottom" | "right">;
  now: Pick<Range, "top" | "left" | "bottom" | "right">;
}

const SIDES: readonly [Axis, "top" | "left" | "bottom" | "right"][] = [
  ["row", "top"],
  ["row", "bottom"],
  ["column", "left"],
  ["column", "right"],
];

interface Line {
  sheet: string;
  axis: Axis;
  then: number;
  now: number;
}

function* linesOf({ sheet, then, now }: Moved): Generator<Line> {
  for (const [axis, side] of SIDES) {
    const [from, to] = [then[side], now[side]];
    if (from !== undefined && to !== undefined)
      yield { sheet, axis, then: from, now: to };
  }
}

export class Lines {
  /** By sheet and axis, then by line and where it may be now: who says so. */
  private readonly claims = new Map<
    string,
    Map<string, { line: Line; witnesses: Set<unknown> }>
  >();
  private readonly settled = new Map<string, Map<number, number>>();

  /** Names and the like count for two. */
  claim(witness: unknown, moved: Moved, isCertain = false): void {
    for (const line of linesOf(moved)) {
      const own = this.claims.get(key(line)) ?? new Map();
      this.claims.set(key(line), own);
      const spot = `${line.then}>${line.now}`;
      const claim = own.get(spot) ?? { line, witnesses: new Set() };
      own.set(spot, claim);
      claim.witnesses.add(witness);
      if (isCertain) claim.witnesses.add(moved);
    }
  }

  /** What most witnesses say, as far as lines keep their order and a movement has two witnesses. */
  settle(): void {
    for (const [where, own] of this.claims) {
      const claims = [...own.values()];
      const witnessesOf = new Map<number, Set<unknown>>();
      for (const { line, witnesses } of claims) {
        const by = line.now - line.then;
        const all = witnessesOf.get(by) ?? new Set();
        witnesses.forEach((each) => all.add(each));
        witnessesOf.set(by, all);
      }
      const lines = new Map<number, number>();
      claims
        .filter(
          ({ line }) =>
            line.now === line.then ||
            witnessesOf.get(line.now - line.then)!.size >= 2,
        )
        .sort(
          (a, b) =>
            b.witnesses.size - a.witnesses.size ||
            Math.abs(a.line.now - a.line.then) -
              Math.abs(b.line.now - b.line.then),
        )
        .forEach(({ line }) => {
          if (keepsOrder(lines, line)) lines.set(line.then, line.now);
        });
      this.settled.set(where, lines);
    }
  }

  /** Whether all that was seen of it is settled so. */
  confirms(moved: Moved): boolean {
    return [...linesOf(moved)].every(
      (line) => this.settled.get(key(line))?.get(line.then) === line.now,
    );
  }

  /** Whether others have settled some of it otherwise. */
  contradicts(moved: Moved): boolean {
    return [...linesOf(moved)].some((line) => {
      const now = this.settled.get(key(line))?.get(line.then);
      return now !== undefined && now !== line.now;
    });
  }

  /** Where a line is now, by itself or by what its neighbours on both sides agree on; undefined where they do not. */
  find(sheet: string, axis: Axis, line: number): number | undefined {
    const lines = this.settled.get(`${axis} ${sheet}`) ?? new Map();
    let [below, above] = [-Infinity, Infinity];
    for (const known of lines.keys()) {
      if (known <= line && known > below) below = known;
      if (known >= line && known < above) above = known;
    }
    const shift = (known: number): number | undefined =>
      Number.isFinite(known) ? lines.get(known)! - known : undefined;
    const [before, after] = [shift(below), shift(above)];
    if (before === undefined && after === undefined) return line;
    if (before === undefined) return after === 0 ? line : undefined;
    if (after !== undefined && after !== before) return undefined;
    return line + before;
  }
}

const key = ({ sheet, axis }: Line): string => `${axis} ${sheet}`;

function keepsOrder(lines: ReadonlyMap<number, number>, line: Line): boolean {
  for (const [then, now] of lines) {
    if (then === line.then) return false;
    if (then < line.then !== now < line.now) return false;
  }
  return true;
}
