/** Files for the workbench's page: opens a workbook, and says before saving what the saved file would lack. */
import {
  FileRefusal,
  losses,
  readXlsx,
  writeXlsx,
  type Book,
  type Loss,
  type OpenedFile,
} from "../../xlsx";

export type { Loss, OpenedFile } from "../../xlsx";

/** Custom functions are named as users type them, "FUNNEL.REQUIRED_MQLS". */
export async function openFile(
  bytes: Uint8Array,
  functionNames: readonly string[] = [],
): Promise<OpenedFile> {
  const opened = await readXlsx(bytes, { functionNames });
  // The engine counts days from 1900: every date would be shown and computed four years early.
  if (opened.book.date1904)
    throw new FileRefusal(
      "Date1904",
      "This workbook counts its dates from 1904, which the workbench does not. Open it in Excel, copy its sheets into a new workbook, check the dates, and open that one.",
    );
  return opened;
}

export interface SavedFile {
  bytes: Uint8Array;
  /** What the opened file has and this one lacks; empty for a new workbook. */
  losses: Loss[];
  /** The ending that the file's name must have: a workbook with macros keeps them. */
  extension: "xlsx" | "xlsm";
}

/** `opened` is absent for a workbook that did not come from a file; then the functions are named here. */
export async function saveFile(
  book: Book,
  opened?: OpenedFile,
  functionNames: readonly string[] = opened?.functionNames ?? [],
): Promise<SavedFile> {
  const bytes = await writeXlsx(book, opened, { functionNames });
  return {
    bytes,
    losses: opened === undefined ? [] : losses(opened, bytes),
    extension: opened?.extension ?? "xlsx",
  };
}
