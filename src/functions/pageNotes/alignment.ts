/** Alignment. */
import type { PageNotes } from "./pageNote";

export const ALIGNMENT: PageNotes = {};
