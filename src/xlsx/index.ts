/** Reading and writing .xlsx files. */
import type { Book } from "./book";
import { load } from "./load";
import { unpack } from "./package";
import { writePackage, type WriteOptions } from "./write";

export * from "./book";
export { FileRefusal, type RefusalCode } from "./refusal";
export { losses, type Loss } from "./losses";
export type { WriteOptions } from "./write";

export interface ReadOptions {
  /** Full names of custom functions, "FUNNEL.REQUIRED_MQLS": a file stores them as _xldudf_FUNNEL_REQUIRED_MQLS. */
  functionNames?: readonly string[];
}

export interface OpenedFile {
  book: Book;
  /** The file as it was. What the book does not show is carried over from here when it is saved. */
  original: Uint8Array;
  functionNames: readonly string[];
  /** A workbook with macros keeps them and must keep its file name's ending. */
  extension: "xlsx" | "xlsm";
}

export async function readXlsx(
  bytes: Uint8Array,
  { functionNames = [] }: ReadOptions = {},
): Promise<OpenedFile> {
  const { book, macros } = load(unpack(bytes), functionNames);
  return {
    book,
    original: bytes,
    functionNames,
    extension: macros ? "xlsm" : "xlsx",
  };
}

/** With an opened file, its content changed to the book's; else a new file. */
export async function writeXlsx(
  book: Book,
  original?: OpenedFile,
  options: WriteOptions = {},
): Promise<Uint8Array> {
  return writePackage(
    book,
    original?.original,
    options.functionNames ?? original?.functionNames ?? [],
  );
}
