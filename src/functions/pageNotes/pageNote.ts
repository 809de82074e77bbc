/**
 * What a reference page says beyond functions.json: calls that are executed when the pages are made, so that every
 * result and every sentence on a page is what the function answers today.
 */
export interface PageNote {
  /** Calls as typed; the first is the page's main example. */
  examples: { call: string; says: string }[];
  /** Calls that are refused. */
  refusals: string[];
  method: string;
  source: string;
  /** The plain formula: arguments as a workbook would hold them ("B2", a range as "B2:B4", a word as '"final"'), */
  cells?: Record<string, string>;
  /** … and where plain formulas cannot express it, or not always, why. */
  withoutNative?: string;
}

/** By the id that Excel shows. */
export type PageNotes = Readonly<Record<string, PageNote>>;
