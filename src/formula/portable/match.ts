/** One run's entries, found again in the workbook of today or not. */
import type { Kept, Restored } from "./back";
import { NOTHING, toldValue, type Book } from "./book";
import { followed, rangesBetween, type Ranges } from "./follow";
import {
  displaced,
  displacedMark,
  displacement,
  isLike,
  length,
  spot,
  type Displacement,
} from "./displacement";
import { Lines, type Moved } from "./lines";
import { marksOf, sameMarks, shapeOf, type Mark } from "./marks";
import type { Area, FormulaCell, Place } from "./model";
import type { PortableEntry, PortableRun } from "./record";
import { addressOf, cellAt } from "./references";
import { sameValues } from "./settle";
import { namesNow } from "./sheetNames";

/** An entry, its sheet by its name of today, and the cell that holds what was written. */
interface Sought {
  entry: PortableEntry;
  sheet: string;
  /** Of the plain formula, with the sheets of today. */
  marks: Mark[];
}

interface Pairing extends Sought {
  cell: FormulaCell;
}

export function matchRun(
  run: PortableRun,
  book: Book,
): { restored: Restored[]; kept: Kept[] } {
  return new Match(run, book).result();
}

class Match {
  private readonly restored: Restored[] = [];
  private readonly kept: Kept[] = [];
  private readonly lines = new Lines();
  private readonly names: (string | undefined)[];
  private readonly rename: (name: string) => string;

  constructor(
    private readonly run: PortableRun,
    private readonly book: Book,
  ) {
    this.names = namesNow(run.sheets, book.input.sheets);
    const byName = new Map(
      run.sheets.map(({ name }, at) => [
        name.toUpperCase(),
        this.names[at] ?? name,
      ]),
    );
    this.rename = (name) => byName.get(name.toUpperCase()) ?? name;
  }

  result(): { restored: Restored[]; kept: Kept[] } {
    const present = this.run.cells.filter((entry) => this.isPresent(entry));
    const isFormula = ({ formula }: PortableEntry) => formula !== undefined;
    const [same, others] = this.unmoved(present.filter(isFormula));
    for (const each of same) this.claimLines(each);
    this.claimNames();
    const moved = this.moved(others);
    for (const each of moved) this.claimLines(each);
    this.lines.settle();
    for (const each of same) this.restore(each);
    const paired = new Map(moved.map((each) => [each.entry, each]));
    for (const each of others) {
      const pairing = paired.get(each.entry);
      if (
        pairing !== undefined &&
        (this.isConfirmed(pairing) || this.isMovedWhole(pairing))
      )
        this.restore(pairing);
      else if (pairing === undefined) this.keep(each.entry, EDITED);
      else this.keep(each.entry, this.doubt(pairing), pairing.cell);
    }
    for (const entry of present) if (!isFormula(entry)) this.values(entry);
    return { restored: this.restored, kept: this.kept };
  }

  private isPresent(entry: PortableEntry): boolean {
    if (this.names[entry.sheet] !== undefined) return true;
    const { name } = this.run.sheets[entry.sheet]!;
    this.kept.push({
      ...{ sheet: name, address: entry.address, original: entry.original },
      ...{ written: writtenText(entry), now: "nothing" },
      reason: `the sheet ${name} is no longer there`,
    });
    return false;
  }

  /** The entries whose cells hold, at their old places, exactly what was written; and the others. */
  private unmoved(entries: PortableEntry[]): [Pairing[], Sought[]] {
    const same: Pairing[] = [];
    const others: Sought[] = [];
    for (const entry of entries) {
      const sheet = this.names[entry.sheet]!;
      const { address } = entry;
      const then = this.run.sheets[entry.sheet]!.name;
      const marks = marksOf(entry.formula!, this.rename(then), this.rename);
      const cell = this.book.at({ sheet, address });
      const found = cell && this.book.marksOf(cell);
      if (cell && found && sameMarks(found, marks)) {
        same.push({ entry, sheet, marks, cell });
        this.book.claim(cell);
      } else if (!this.isBackAlready(entry, cell))
        others.push({ entry, sheet, marks });
    }
    return [same, others];
  }

  /** Somebody has entered the original again. */
  private isBackAlready(
    { original }: PortableEntry,
    cell: FormulaCell | undefined,
  ): boolean {
    if (cell === undefined) return false;
    const marks = marksOf(original, cell.sheet, this.rename);
    if (!sameMarks(this.book.marksOf(cell), marks)) return false;
    this.book.claim(cell);
    return true;
  }

  /** Formulas of the same shape elsewhere, or here with other references: most of one displacement first. */
  private moved(others: readonly Sought[]): Pairing[] {
    const candidates = new Map<string, FormulaCell[]>();
    const votes = new Map<string, { by: Displacement; count: number }>();
    for (const { entry, sheet, marks } of others) {
      const shape = shapeOf(marks);
      const cells =
        candidates.get(sheet + shape) ??
        this.book.ofShape(sheet, shape).slice(0, MOST_CANDIDATES);
      candidates.set(sheet + shape, cells);
      for (const cell of cells) {
        const by = displacement(entry.address, cell.address);
        const key = `${by.rows} ${by.columns} ${sheet}`;
        const vote = votes.get(key) ?? { by, count: 0 };
        vote.count++;
        votes.set(key, vote);
      }
    }
    const ranked = [...votes.values()]
      .sort((a, b) => b.count - a.count || length(a.by) - length(b.by))
      .slice(0, MOST_DISPLACEMENTS);
    const pairings = new Map<PortableEntry, Pairing>();
    for (const { by } of ranked)
      for (const sought of others) {
        if (pairings.has(sought.entry)) continue;
        const { sheet, entry } = sought;
        const address = displaced(entry.address, by);
        const cell = address && this.book.at({ sheet, address });
        if (cell && isLike(sought.marks, this.book.marksOf(cell))) {
          pairings.set(sought.entry, { ...sought, cell });
          this.book.claim(cell);
        }
      }
    return [...pairings.values()];
  }

  private claimLines(pairing: Pairing): void {
    for (const moved of this.movements(pairing))
      this.lines.claim(pairing.entry, moved);
  }

  private isConfirmed(pairing: Pairing): boolean {
    return [...this.movements(pairing)].every((each) =>
      this.lines.confirms(each),
    );
  }

  private doubt(pairing: Pairing): string {
    const isEdited = [...this.movements(pairing)].some((each) =>
      this.lines.contradicts(each),
    );
    return isEdited ? EDITED : UNCONFIRMED;
  }

  /** What was written, relative to its cell, while its old place is empty: nobody has edited anything. */
  private isMovedWhole({ entry, sheet, marks, cell }: Pairing): boolean {
    const by = displacement(entry.address, cell.address);
    const { address } = entry;
    return (
      sameMarks(
        marks.map((mark) => displacedMark(mark, by)),
        this.book.marksOf(cell),
      ) && this.book.told({ sheet, address }) === NOTHING
    );
  }

  /** Of the cell itself and of every range in its formula that is still there. */
  private *movements(pairing: Pairing): Generator<Moved> {
    const { entry, sheet, marks, cell } = pairing;
    yield {
      sheet: sheet.toUpperCase(),
      then: spot(entry.address),
      now: spot(cell.address),
    };
    const found = this.book.marksOf(cell);
    for (const [at, mark] of marks.entries()) {
      const now = found[at]!.range;
      if (mark.range !== undefined && now !== undefined)
        yield { sheet: mark.sheet!, then: mark.range, now };
    }
  }

  /** Names move with their cells. */
  private claimNames(): void {
    const now = new Map(
      (this.book.input.names ?? []).map((each) => [
        each.name.toUpperCase(),
        each,
      ]),
    );
    for (const { name, sheet, address } of this.run.names) {
      const found = now.get(name.toUpperCase());
      const own = this.names[sheet]?.toUpperCase();
      if (found === undefined || found.sheet.toUpperCase() !== own) continue;
      this.lines.claim(
        name,
        { sheet: own, then: spot(address), now: spot(found.address) },
        true,
      );
    }
  }

  /** The formula's own cells of today, which may be more or fewer than they were, and nobody else's. */
  private restore({ entry, sheet, marks, cell }: Pairing): void {
    const ranges = rangesBetween(marks, this.book.marksOf(cell));
    const { address, values } = cell;
    const area = { sheet, address, rows: values.length };
    this.written(entry, { ...area, columns: values[0]!.length }, ranges);
  }

  /** Values have no references to follow: they must stand where their cell is now. */
  private values(entry: PortableEntry): void {
    const sheet = this.names[entry.sheet]!;
    const { row, column } = cellAt(entry.address);
    const key = sheet.toUpperCase();
    const [down, right] = [
      this.lines.find(key, "row", row),
      this.lines.find(key, "column", column),
    ];
    const then = { sheet, address: entry.address };
    if (this.isBackAlready(entry, this.book.at(then))) return;
    if (down === undefined || right === undefined) {
      this.keep(entry, UNKNOWN);
      return;
    }
    const place = { sheet, address: addressOf(down, right) };
    const area: Area = { ...place, rows: entry.rows, columns: entry.columns };
    if (
      this.book.isClaimed(place) ||
      this.book.hasFormula(area) ||
      !sameValues(entry.values!, this.book.input.valuesAt(area))
    )
      this.keep(entry, EDITED, place);
    else this.written(entry, area, new Map());
  }

  private written(entry: PortableEntry, area: Area, ranges: Ranges): void {
    const { original, wasArray } = entry;
    const { sheet, address } = area;
    const { rename, lines } = this;
    const formula = followed(original, sheet, rename, ranges, lines);
    if (formula === undefined) {
      this.keep(entry, UNKNOWN, area);
      return;
    }
    this.book.claim(area);
    const then = this.run.sheets[entry.sheet]!.name;
    const hasMoved =
      address.toUpperCase() !== entry.address.toUpperCase() || sheet !== then;
    this.restored.push({
      ...{ ...area, formula },
      ...(wasArray && { isArray: true }),
      ...(hasMoved && { movedFrom: { sheet: then, address: entry.address } }),
    });
  }

  private keep(entry: PortableEntry, reason: string, at?: Place): void {
    const sheet = this.names[entry.sheet]!;
    const place = at ?? { sheet, address: entry.address };
    const isOthers = at === undefined && this.book.isClaimed(place);
    this.kept.push({
      ...{ sheet: place.sheet, address: place.address },
      ...{ original: entry.original, written: writtenText(entry) },
      now: isOthers ? NOTHING : this.book.told(place),
      reason: isOthers ? GONE : reason,
    });
  }
}

const EDITED = "it was edited";
const UNCONFIRMED =
  "it was edited, or moved in a way that nothing else confirms";
const UNKNOWN = "where its references have moved to is not known";
const GONE = "its cell is no longer there";

/** Enough to see by how much most cells have moved. */
const MOST_CANDIDATES = 100;
const MOST_DISPLACEMENTS = 100;

const writtenText = ({ formula, values }: PortableEntry): string =>
  formula ?? values!.map((row) => row.map(toldValue).join(", ")).join("; ");
