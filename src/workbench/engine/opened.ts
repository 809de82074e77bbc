/** The book that is open: its styles and what Univer has no place for. Replaced with every book. */
import { emptyBook } from "../../xlsx/book";
import type { Book } from "../../xlsx/book";
import { Kept } from "./kept";
import { StyleBook } from "./styleBook";

export class Opened {
  kept: Kept;
  styles: StyleBook;

  constructor() {
    const book = emptyBook();
    this.kept = new Kept(book);
    this.styles = new StyleBook(book.styles);
  }

  take(book: Book): void {
    this.kept = new Kept(book);
    this.styles = new StyleBook(structuredClone(book.styles));
  }
}
