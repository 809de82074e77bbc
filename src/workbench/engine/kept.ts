/** What the open book holds and Univer has no place for. */
import type {
  Book,
  BookConditionalFormat,
  BookSheet,
  BookTable,
  BookValidation,
} from "../../xlsx/book";

export type KeptSheet = Pick<
  BookSheet,
  "page" | "properties" | "protection" | "defaultColumnWidth"
> & {
  veryHidden: boolean;
  /** Conditional formats that Univer cannot show, with the place they had among the others. */
  unshown: { format: BookConditionalFormat; place: number }[];
};

export class Kept {
  readonly sheets = new Map<string, KeptSheet>();
  /** By Univer's ids. */
  readonly tables = new Map<string, BookTable>();
  readonly validations = new Map<string, BookValidation>();
  readonly conditionalFormats = new Map<string, BookConditionalFormat>();
  customXml: Book["customXml"];
  flags: Pick<Book, "date1904" | "structureLocked" | "readOnly">;

  constructor(book: Book) {
    this.customXml = structuredClone(book.customXml);
    const { date1904, structureLocked, readOnly } = book;
    this.flags = {
      ...(date1904 === undefined ? {} : { date1904 }),
      ...(structureLocked === undefined ? {} : { structureLocked }),
      ...(readOnly === undefined ? {} : { readOnly }),
    };
    for (const sheet of book.sheets) {
      const { page, properties, protection, defaultColumnWidth } = sheet;
      this.sheets.set(
        sheet.id,
        structuredClone({
          ...(page ? { page } : {}),
          ...(properties ? { properties } : {}),
          ...(protection ? { protection } : {}),
          ...(defaultColumnWidth === undefined ? {} : { defaultColumnWidth }),
          veryHidden: sheet.visibility === "veryHidden",
          unshown: [],
        }),
      );
    }
  }

  sheet(id: string): KeptSheet {
    let kept = this.sheets.get(id);
    if (!kept) {
      kept = { veryHidden: false, unshown: [] };
      this.sheets.set(id, kept);
    }
    return kept;
  }
}
