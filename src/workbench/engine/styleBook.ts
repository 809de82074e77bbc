/**
 * The styles of the open book. Univer's styles say less than the book's (locking, theme tints, what a file's style holds
 * beyond), so each style handed to Univer carries its place in this list. Univer keeps that mark when the user changes
 * one thing about a cell: the rest is then found here.
 */
import type { IStyleData, Nullable, Styles } from "@univerjs/core";
import type { CellStyle } from "../../xlsx/book";
import { fromUniverStyle, toUniverStyle } from "./styles";

type Marked = IStyleData & { book?: number };

/** The default style, worn on purpose: in a styled row or column a cell without a style would take that one. */
export const plainId = "book0";

const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

export class StyleBook {
  private readonly list: CellStyle[];
  private readonly places = new Map<string, number>();
  private readonly changed = new Map<string, number>();

  constructor(styles: CellStyle[]) {
    this.list = styles.length === 0 ? [{}] : [...styles];
    this.list.forEach((style, place) => {
      const key = JSON.stringify(style);
      if (!this.places.has(key)) this.places.set(key, place);
    });
  }

  get all(): CellStyle[] {
    return structuredClone(this.list);
  }

  at(place: number): CellStyle {
    return this.list[place] ?? {};
  }

  /** The place of this style, which is added where it is new. */
  place(style: CellStyle): number {
    const key = JSON.stringify(style);
    let place = this.places.get(key);
    if (place === undefined) {
      place = this.list.push(style) - 1;
      this.places.set(key, place);
    }
    return place;
  }

  /** Univer's id of a style; the default style has none. */
  univerId(place: number, styles?: Styles): string | undefined {
    const style = this.list[place];
    if (!style || (place === 0 && Object.keys(style).length === 0))
      return undefined;
    const id = `book${place}`;
    if (styles && !styles.get(id))
      styles.addCustomStyle(id, this.marked(place));
    return id;
  }

  marked(place: number): IStyleData {
    return { ...toUniverStyle(this.at(place)), book: place } as Marked;
  }

  /** Univer's table of styles for a snapshot. */
  snapshot(): Record<string, IStyleData> {
    const result: Record<string, IStyleData> = { [plainId]: this.marked(0) };
    this.list.forEach((_, place) => {
      const id = this.univerId(place);
      if (id) result[id] = this.marked(place);
    });
    return result;
  }

  /** The place of what a cell of Univer wears now. */
  placeOf(
    worn: Nullable<IStyleData | string>,
    styles: Nullable<Styles>,
  ): number {
    if (!worn) return 0;
    if (typeof worn === "string") {
      const own = /^book(\d+)$/.exec(worn);
      if (own) return Number(own[1]);
      const known = this.changed.get(worn);
      if (known !== undefined) return known;
    }
    const data = typeof worn === "string" ? styles?.get(worn) : worn;
    const place = data ? this.place(this.resolved(data)) : 0;
    if (typeof worn === "string") this.changed.set(worn, place);
    return place;
  }

  /** What the book knows of the style, with everything that was changed in Univer since. */
  private resolved(data: IStyleData): CellStyle {
    const { book, ...now } = data as Marked;
    const current = fromUniverStyle(now);
    if (book === undefined) return current;
    const original = this.at(book);
    const before = fromUniverStyle(toUniverStyle(original));
    const result: Record<string, unknown> = { ...original };
    const keys = new Set([...Object.keys(before), ...Object.keys(current)]);
    for (const key of keys as Set<keyof CellStyle>) {
      if (same(before[key], current[key])) continue;
      if (current[key] === undefined) delete result[key];
      else result[key] = current[key];
    }
    return result;
  }
}
